// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/selectionbar.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace oxp {
namespace {

constexpr int Height = 44;
constexpr int RoomForAll = 560; // px; narrower than that all but the first two are in a menu
constexpr int AlwaysShown = 2;

} // namespace

QString selectionSentence(const ChosenJobs &chosen) {
  const QString count = format::number(chosen.count);
  if (chosen.isAll && chosen.isRunning)
    return SelectionBar::tr("All that match selected · %1 so far").arg(count);
  if (chosen.wholeState)
    return SelectionBar::tr("All %1 %2 selected").arg(count, stateTitle(*chosen.wholeState));
  if (chosen.isAll)
    return chosen.isCutShort ? SelectionBar::tr("All %1 that were found selected").arg(count)
                             : SelectionBar::tr("All %1 that match selected").arg(count);
  if (chosen.unread > 0)
    return SelectionBar::tr("%1 selected · %2 not read yet").arg(count, format::number(chosen.unread));
  return chosen.queue ? SelectionBar::tr("%1 selected").arg(count)
                      : SelectionBar::tr("%1 selected · of several queues").arg(count);
}

SelectionBar::SelectionBar(const QList<std::pair<QAction *, QString>> &actions, QWidget *parent)
    : QFrame(parent)
    , m_sentence(new TextLabel)
    , m_all(new QPushButton)
    , m_more(new QPushButton)
    , m_row(new QHBoxLayout(this)) {
  setObjectName(QStringLiteral("Selection"));
  setAccessibleName(tr("Selection"));
  setFixedHeight(Height);
  m_row->setContentsMargins(12, 0, 8, 0);
  m_row->setSpacing(8);
  m_sentence->setObjectName(QStringLiteral("Selected jobs"));
  m_sentence->setFont(fonts::uiBold());
  m_sentence->setElide(Qt::ElideRight);
  setButtonKind(m_all, ButtonKind::Flat);
  m_all->setObjectName(QStringLiteral("Select all matching"));
  m_all->setAccessibleName(tr("Select all matching"));
  connect(m_all, &QPushButton::clicked, this, &SelectionBar::allWanted);
  m_row->addWidget(new IconLabel(IconId::Check, Tint::Accent, 14));
  m_row->addWidget(m_sentence);
  m_row->addWidget(m_all);
  m_row->addStretch(1);
  for (const auto &[action, title] : actions)
    addButton(action, title);
  m_more->setIcon(icon(IconId::More));
  m_more->setObjectName(QStringLiteral("More for the selection"));
  m_more->setAccessibleName(tr("More for the selection"));
  connect(m_more, &QPushButton::clicked, this, &SelectionBar::openMore);
  m_row->addWidget(m_more);
  auto *clear = new QPushButton;
  setButtonKind(clear, ButtonKind::Flat);
  clear->setIcon(icon(IconId::Close));
  clear->setFixedSize(24, 24);
  clear->setObjectName(QStringLiteral("Clear selection"));
  clear->setAccessibleName(tr("Clear selection"));
  clear->setToolTip(tr("Clear selection (Esc)"));
  connect(clear, &QPushButton::clicked, this, &SelectionBar::cleared);
  m_row->addWidget(clear);
  hide();
}

void SelectionBar::addButton(QAction *action, const QString &title) {
  auto *button = new QPushButton(tr("%1…").arg(title));
  button->setObjectName(title);
  button->setAccessibleName(title);
  button->setAutoDefault(false);
  connect(button, &QPushButton::clicked, action, &QAction::trigger);
  connect(action, &QAction::changed, this, &SelectionBar::fit);
  m_row->addWidget(button);
  m_buttons << std::pair(action, button);
}

void SelectionBar::openMore() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &[action, button] : m_buttons)
    if (action->isEnabled() && button->isHidden())
      menu->addAction(action);
  menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void SelectionBar::setChosen(const ChosenJobs &chosen, const QString &more) {
  const QString sentence = selectionSentence(chosen);
  m_sentence->setText(sentence);
  m_sentence->setAccessibleName(tr("Selected jobs"));
  m_sentence->setAccessibleDescription(sentence);
  m_all->setText(more);
  m_all->setVisible(!more.isEmpty());
  setVisible(chosen.isMany());
  fit();
}

/// What fits is there; what there is no room for is in the menu.
void SelectionBar::fit() {
  const bool roomy = width() >= RoomForAll;
  int shown = 0;
  bool any = false;
  for (const auto &[action, button] : m_buttons) {
    const bool there = action->isEnabled();
    const bool here = there && (roomy || shown < AlwaysShown);
    shown += here;
    any |= there && !here;
    button->setVisible(here);
  }
  m_more->setVisible(any);
}

void SelectionBar::resizeEvent(QResizeEvent *event) {
  QFrame::resizeEvent(event);
  fit();
}

} // namespace oxp
