// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/activitypanel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPersistentModelIndex>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int RowHeight = 32;
constexpr int ProgressWidth = 140;

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
    QObject::connect(m_cancel, &QPushButton::clicked, this, [this, &model] { model.cancel(m_index.row()); });
    m_index = model.index(row);
    refresh();
  }

  void refresh() {
    const QModelIndex index = m_index;
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
  QPersistentModelIndex m_index; ///< rows come in above it
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
  connect(&m_model, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex &, int first, int last) { insert(first, last); });
  connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
          [this](const QModelIndex &, int first, int last) { remove(first, last); });
  connect(&m_model, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex &first, const QModelIndex &last) { update(first.row(), last.row()); });
  insert(0, m_model.rowCount() - 1);
}

/// Only what is new: each row is five widgets, and who looks on sees the others stay.
void ActivityPanel::insert(int first, int last) {
  for (int row = first; row <= last && row < MostRows; ++row) {
    m_shown.insert(m_shown.begin() + row, new Row(m_model, row));
    m_rows->insertWidget(row, m_shown[size_t(row)]);
  }
  if (int(m_shown.size()) > MostRows)
    drop(MostRows, int(m_shown.size()) - 1);
}

void ActivityPanel::remove(int first, int last) {
  drop(first, std::min(last, int(m_shown.size()) - 1));
  insert(int(m_shown.size()), m_model.rowCount() - 1); // what there was no room for
}

void ActivityPanel::drop(int first, int last) {
  for (int row = last; row >= first; --row) {
    m_rows->removeWidget(m_shown[size_t(row)]);
    m_shown[size_t(row)]->hide();
    m_shown[size_t(row)]->deleteLater(); // its own button may have been pressed
    m_shown.erase(m_shown.begin() + row);
  }
}

void ActivityPanel::update(int first, int last) {
  for (int row = first; row <= last && row < int(m_shown.size()); ++row)
    m_shown[size_t(row)]->refresh();
}

} // namespace oxp
