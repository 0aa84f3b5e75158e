// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/runsgoingondialog.h"

#include "models/format.h"
#include "models/runtext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Width = 420, Margin = 16, BarWidth = 96; // px

} // namespace

RunsGoingOnDialog::RunsGoingOnDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QVBoxLayout)
    , m_sentence(new TextLabel({}, Tint::Text2)) {
  setWindowTitle(tr("Runs are going on"));
  setAccessibleName(windowTitle());
  setObjectName(QStringLiteral("Runs are going on"));
  setMinimumWidth(Width);
  auto *outer = new QVBoxLayout(this);
  outer->setContentsMargins(Margin, Margin, Margin, Margin);
  outer->setSpacing(12);
  auto *title = new TextLabel(windowTitle());
  title->setFont(fonts::title());
  m_list->setSpacing(0);
  m_sentence->setWordWrap(true);
  m_sentence->setText(
      tr("A run that is kept is offered when its profile connects again. What has been done stays "
         "in either case."));
  outer->addWidget(title);
  outer->addLayout(m_list);
  outer->addWidget(m_sentence);
  setupButtons(outer);
}

void RunsGoingOnDialog::setupButtons(QVBoxLayout *outer) {
  const auto button = [](const QString &words, ButtonKind kind) {
    auto *made = new QPushButton(words);
    made->setAccessibleName(words);
    made->setObjectName(words);
    made->setAutoDefault(false);
    setButtonKind(made, kind);
    return made;
  };
  m_cancel = button(tr("Cancel the runs"), ButtonKind::Danger);
  auto *stay = button(tr("Stay"), ButtonKind::Normal);
  m_keep = button(tr("Pause and keep"), ButtonKind::Main);
  m_keep->setDefault(true);
  m_keep->setFocus();
  connect(m_cancel, &QPushButton::clicked, this, &RunsGoingOnDialog::cancelWanted);
  connect(stay, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_keep, &QPushButton::clicked, this, &RunsGoingOnDialog::keepWanted);
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_cancel);
  row->addStretch(1);
  row->addWidget(stay);
  row->addWidget(m_keep);
  outer->addLayout(row);
}

/// `Retry · orders`, how far, its bar.
RunsGoingOnDialog::Row RunsGoingOnDialog::addRow(const RunRow &run) {
  auto *made = new QWidget;
  auto *row = new QHBoxLayout(made);
  row->setContentsMargins(0, 2, 0, 2);
  row->setSpacing(8);
  auto *what =
      new TextLabel(runtext::operation(run) + QStringLiteral(" · ") + format::safeText(run.run.queue.name));
  what->setElide(Qt::ElideRight);
  auto *words = new TextLabel({}, Tint::Text2);
  words->setFont(fonts::small());
  auto *bar = new ProgressLine(BarWidth);
  row->addWidget(what, 1);
  row->addWidget(words);
  row->addWidget(bar);
  m_list->addWidget(made);
  return {words, bar};
}

void RunsGoingOnDialog::setRuns(const std::vector<RunRow> &runs) {
  if (runs.size() != m_rows.size()) {
    while (QLayoutItem *item = m_list->takeAt(0)) {
      delete item->widget();
      delete item;
    }
    m_rows.clear();
    for (const RunRow &run : runs)
      m_rows.push_back(addRow(run));
  }
  for (size_t i = 0; i < runs.size(); ++i) {
    m_rows[i].words->setText(runtext::howFar(runs[i].run.counts));
    m_rows[i].bar->setShare(runtext::share(runs[i].run.counts));
  }
}

void RunsGoingOnDialog::setStopping() {
  m_cancel->setDisabled(true);
  m_keep->setDisabled(true);
  m_sentence->setText(tr("They are stopping…"));
}

} // namespace oxp
