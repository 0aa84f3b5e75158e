// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/activitypanel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int RowHeight = 32;
constexpr int ProgressWidth = 140;
constexpr size_t MostRows = 50;

} // namespace

class ActivityPanel::Row : public QWidget {
public:
  Row(ActivityModel &model, int row)
      : m_title(new TextLabel)
      , m_progress(new ProgressLine(ProgressWidth))
      , m_detail(new TextLabel({}, Tint::Text2))
      , m_cancel(new QPushButton(ActivityPanel::tr("Cancel"))) {
    setFixedHeight(RowHeight);
    m_detail->setFont(fonts::small());
    m_detail->setElide(Qt::ElideRight);
    m_title->setElide(Qt::ElideRight);
    setButtonKind(m_cancel, ButtonKind::Flat);
    m_cancel->setAccessibleName(m_cancel->text());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(m_detail, 1);
    layout->addWidget(m_cancel);
    QObject::connect(m_cancel, &QPushButton::clicked, this, [this, &model] { model.cancel(m_row); });
    show(model, row);
  }

  void show(ActivityModel &model, int row) {
    m_row = row;
    const QModelIndex index = model.index(row);
    const bool running = index.data(ActivityModel::StatusRole).toInt() == int(ActivityModel::Status::Running);
    m_title->setText(index.data().toString());
    const QVariant share = index.data(ActivityModel::ProgressRole);
    m_progress->setVisible(running);
    m_progress->setShare(share.isValid() ? share.toDouble() : -1);
    QStringList words{index.data(ActivityModel::NoteRole).toString()};
    if (running)
      words << index.data(ActivityModel::RateRole).toString()
            << index.data(ActivityModel::LeftRole).toString();
    words.removeAll(QString());
    m_detail->setText(words.join(QStringLiteral(" · ")));
    m_cancel->setVisible(running && index.data(ActivityModel::CancellableRole).toBool());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_detail->text());
  }

private:
  int m_row = 0;
  TextLabel *m_title;
  ProgressLine *m_progress;
  TextLabel *m_detail;
  QPushButton *m_cancel;
};

ActivityPanel::ActivityPanel(ActivityModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model) {
  auto *inside = new QWidget;
  m_rows = new QVBoxLayout(inside);
  m_rows->setContentsMargins(0, 4, 0, 4);
  m_rows->setSpacing(0);
  m_rows->addStretch();
  auto *scroll = new QScrollArea;
  scroll->setAccessibleName(tr("Activity"));
  scroll->setObjectName(QStringLiteral("Activity"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(inside);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
  setMinimumHeight(96);
  connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ActivityPanel::rebuild);
  connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ActivityPanel::rebuild);
  connect(&m_model, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex &first, const QModelIndex &last) { update(first.row(), last.row()); });
  rebuild();
}

void ActivityPanel::rebuild() {
  for (Row *row : m_shown)
    delete row;
  m_shown.clear();
  const size_t count = std::min(size_t(m_model.rowCount()), MostRows);
  for (size_t i = 0; i < count; ++i) {
    m_shown.push_back(new Row(m_model, int(i)));
    m_rows->insertWidget(int(i), m_shown.back());
  }
}

void ActivityPanel::update(int first, int last) {
  for (int row = first; row <= last && row < int(m_shown.size()); ++row)
    m_shown[size_t(row)]->show(m_model, row);
}

} // namespace oxp
