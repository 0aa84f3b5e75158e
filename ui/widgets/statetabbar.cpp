// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statetabbar.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int Height = 32, Underline = 2;
constexpr TabGaps Gaps{11, 6};

struct TabLook {
  IconId icon;
  Tint tint;
};

TabLook lookOf(StateTab tab) {
  if (const auto state = stateOf(tab))
    return {iconOf(*state), tintOf(*state)};
  return tab == StateTab::Latest ? TabLook{IconId::Latest, Tint::Text2}
                                 : TabLook{IconId::Schedulers, Tint::Schedulers};
}

QString titleOf(StateTab tab) {
  switch (tab) {
  case StateTab::Latest:
    return StateTabBar::tr("Latest");
  case StateTab::Waiting:
    return StateTabBar::tr("Waiting");
  case StateTab::Active:
    return StateTabBar::tr("Active");
  case StateTab::Delayed:
    return StateTabBar::tr("Delayed");
  case StateTab::Prioritized:
    return StateTabBar::tr("Prioritized");
  case StateTab::WaitingChildren:
    return StateTabBar::tr("Waiting-children");
  case StateTab::Completed:
    return StateTabBar::tr("Completed");
  case StateTab::Failed:
    return StateTabBar::tr("Failed");
  case StateTab::Schedulers:
    break;
  }
  return StateTabBar::tr("Schedulers");
}

/// The word that assistive tools say, as in the tree.
QString spokenName(StateTab tab) {
  if (const auto state = stateOf(tab))
    return stateTitle(*state);
  return tab == StateTab::Latest ? StateTabBar::tr("Latest") : StateTabBar::tr("schedulers");
}

} // namespace

StateTab tabOf(JobState state) {
  return state == JobState::Unknown ? StateTab::Latest : StateTab(int(StateTab::Waiting) + int(state));
}

std::optional<JobState> stateOf(StateTab tab) {
  if (tab == StateTab::Latest || tab == StateTab::Schedulers)
    return {};
  return JobState(int(tab) - int(StateTab::Waiting));
}

StateTabBar::StateTabBar(QWidget *parent)
    : QTabBar(parent) {
  setObjectName(u"States"_s);
  setAccessibleName(tr("States"));
  setDrawBase(false);
  setExpanding(false);
  setElideMode(Qt::ElideNone);
  setUsesScrollButtons(true);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(this, &QTabBar::currentChanged, this, [this](int index) {
    if (index < 0)
      return;
    if (m_fold == TabFold::FoldEmpty)
      refold(); // the current one has its word
    emit currentTabChanged(tabAtIndex(index));
  });
  setTabs({StateTab::Latest, StateTab::Waiting, StateTab::Active, StateTab::Delayed, StateTab::Prioritized,
           StateTab::WaitingChildren, StateTab::Completed, StateTab::Failed, StateTab::Schedulers});
}

void StateTabBar::setTabs(const QList<StateTab> &tabs) {
  const QSignalBlocker quiet(this);
  const StateTab before = m_entries.isEmpty() ? StateTab::Latest : currentTab();
  while (count() > 0)
    removeTab(0);
  m_entries.clear();
  for (const StateTab tab : tabs) {
    // The entry first: adding a tab asks for its size.
    m_entries.append({tab, {}, false});
    const int index = addTab(titleOf(tab));
    setAccessibleTabName(index, spokenName(tab));
    describe(index);
  }
  setCurrentIndex(qMax(0, indexOf(before)));
  refold();
}

void StateTabBar::setCount(StateTab tab, std::optional<qint64> count) {
  const int index = indexOf(tab);
  if (index < 0 || m_entries[index].count == count)
    return;
  m_entries[index].count = count;
  describe(index);
  refold();
}

void StateTabBar::clearCounts() {
  for (int index = 0; index < m_entries.size(); ++index) {
    m_entries[index].count.reset();
    describe(index);
  }
  refold();
}

bool StateTabBar::isFolded(const Entry &entry) const {
  return entry.folded || (entry.count == 0 && m_fold == TabFold::FoldEmpty);
}

void StateTabBar::describe(int index) {
  const Entry &entry = m_entries.at(index);
  // QTabBar gives a tab's tool tip as its accessible description.
  QString words = tr("The newest jobs of all states");
  if (entry.tab != StateTab::Latest)
    words = entry.count ? tr("%n job(s)", nullptr, int(qMin<qint64>(*entry.count, INT_MAX)))
                        : tr("not counted yet");
  setTabToolTip(index, isFolded(entry) ? tr("%1: %2").arg(titleOf(entry.tab), words) : words);
}

StateTab StateTabBar::tabAtIndex(int index) const {
  return index >= 0 && index < m_entries.size() ? m_entries.at(index).tab : StateTab::Latest;
}

int StateTabBar::indexOf(StateTab tab) const {
  for (int index = 0; index < m_entries.size(); ++index) {
    if (m_entries.at(index).tab == tab)
      return index;
  }
  return -1;
}

void StateTabBar::setCurrentTab(StateTab tab) {
  if (const int index = indexOf(tab); index >= 0)
    setCurrentIndex(index);
}

QString StateTabBar::countText(const Entry &entry, bool compact) const {
  if (entry.tab == StateTab::Latest)
    return {};
  if (!entry.count)
    return u"–"_s;
  // Short counts stay exact: nothing is gained by folding them.
  return compact && *entry.count >= 10'000 ? format::compactNumber(*entry.count)
                                           : format::number(*entry.count);
}

TabParts StateTabBar::parts(const Entry &entry) const {
  const QFontMetrics metrics = fontMetrics();
  TabParts parts;
  parts.icon = NormalIcon;
  parts.word = metrics.horizontalAdvance(titleOf(entry.tab));
  parts.fullCount = metrics.horizontalAdvance(countText(entry, false));
  parts.compactCount = metrics.horizontalAdvance(countText(entry, true));
  parts.empty = entry.count == 0;
  parts.folded = entry.folded;
  return parts;
}

void StateTabBar::refold() {
  QList<TabParts> all;
  for (Entry &entry : m_entries) {
    entry.folded = false;
    all.append(parts(entry));
  }
  m_fold = foldFor(all, width(), Gaps);
  if (m_fold == TabFold::FoldEmpty) {
    const QList<bool> folded = foldedWords(all, width(), currentIndex(), Gaps);
    for (int index = 0; index < m_entries.size(); ++index)
      m_entries[index].folded = folded[index];
  }
  for (int index = 0; index < m_entries.size(); ++index)
    describe(index);
  relayout();
}

void StateTabBar::relayout() {
  // QTabBar keeps the widths of its tabs; setting a text makes it ask again.
  if (count() > 0)
    setTabText(0, tabText(0));
  updateGeometry();
  update();
}

QSize StateTabBar::tabSizeHint(int index) const {
  if (index < 0 || index >= m_entries.size())
    return {};
  return {tabWidth(parts(m_entries.at(index)), m_fold, Gaps), qMax(Height, fontMetrics().height() + 12)};
}

QSize StateTabBar::minimumTabSizeHint(int index) const {
  return tabSizeHint(index);
}

QSize StateTabBar::sizeHint() const {
  int width = 0;
  for (const Entry &entry : m_entries)
    width += tabWidth(parts(entry), TabFold::None, Gaps);
  return {width, qMax(Height, fontMetrics().height() + 12)};
}

QSize StateTabBar::minimumSizeHint() const {
  return {120, sizeHint().height()};
}

void StateTabBar::resizeEvent(QResizeEvent *event) {
  QTabBar::resizeEvent(event);
  refold();
}

void StateTabBar::changeEvent(QEvent *event) {
  QTabBar::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
    refold();
}

void StateTabBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
  for (int index = 0; index < count(); ++index)
    paintTab(&painter, index);
}

void StateTabBar::paintTab(QPainter *painter, int index) const {
  const Tokens &t = tokens();
  const Entry &entry = m_entries.at(index);
  const QRect tab = tabRect(index);
  const bool current = index == currentIndex();
  const bool empty = entry.count == 0;
  if (!current && tab.contains(mapFromGlobal(QCursor::pos())) && underMouse())
    painter->fillRect(tab.adjusted(0, 0, 0, -1), mixed(t.text, t.window, 0.04));

  const bool folded = isFolded(entry);
  QRect room = tab.adjusted(Gaps.padding, 0, -Gaps.padding, 0);
  if (m_fold < TabFold::NoIcons || folded) {
    const TabLook look = lookOf(entry.tab);
    const Tint tint = empty                                      ? Tint::Text2
                      : current && entry.tab == StateTab::Latest ? Tint::Accent
                                                                 : look.tint;
    drawIcon(painter, QRect(room.x(), room.y(), NormalIcon, room.height()), look.icon, t.tint(tint));
    room.setLeft(room.left() + NormalIcon + Gaps.gap);
  }
  if (!folded)
    room.setLeft(room.left() + Gaps.gap +
                 drawLine(painter, room, titleOf(entry.tab), font(), empty && !current ? t.text2 : t.text,
                          Qt::AlignLeft, Qt::ElideNone));
  drawLine(painter, room, countText(entry, m_fold >= TabFold::CompactCounts), font(), t.text2, Qt::AlignLeft,
           Qt::ElideNone);
  if (current)
    painter->fillRect(QRect(tab.x(), tab.bottom() - Underline + 1, tab.width(), Underline), t.accent);
  if (current && hasFocus())
    drawFocusRing(painter, QRectF(tab).adjusted(2, 3, -2, -4), t.accent);
}

} // namespace oxp
