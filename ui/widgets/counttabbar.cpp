// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/counttabbar.h"

#include "models/format.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <climits>

namespace oxp {
namespace {

constexpr int Height = 32, Underline = 2, LeastWidth = 120; // px
constexpr TabGaps Gaps{11, 6};
constexpr qint64 FoldCountFrom = 10'000;

} // namespace

CountTabBar::CountTabBar(QWidget *parent)
    : QTabBar(parent) {
  setDrawBase(false);
  setExpanding(false);
  setElideMode(Qt::ElideNone);
  setUsesScrollButtons(true);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(this, &QTabBar::currentChanged, this, [this](int index) {
    refold(); // the current one has its word
    emit currentIdChanged(idAt(index));
  });
}

int CountTabBar::idAt(int index) const {
  return index >= 0 && index < m_tabs.size() ? m_tabs[index].id : -1;
}

int CountTabBar::indexOf(int id) const {
  const auto found =
      std::find_if(m_tabs.begin(), m_tabs.end(), [id](const CountTab &tab) { return tab.id == id; });
  return found == m_tabs.end() ? -1 : int(found - m_tabs.begin());
}

void CountTabBar::setCurrentId(int id) {
  if (const int index = indexOf(id); index >= 0)
    setCurrentIndex(index);
}

void CountTabBar::setTabs(const QList<CountTab> &tabs) {
  if (tabs == m_tabs)
    return;
  const auto sameId = [](const CountTab &one, const CountTab &other) { return one.id == other.id; };
  const int before = currentId();
  if (std::equal(tabs.begin(), tabs.end(), m_tabs.begin(), m_tabs.end(), sameId))
    m_tabs = tabs;
  else
    rebuild(tabs);
  refold();
  if (currentId() != before)
    emit currentIdChanged(currentId());
}

void CountTabBar::rebuild(const QList<CountTab> &tabs) {
  const QSignalBlocker quiet(this);
  const int current = currentId();
  while (count() > 0)
    removeTab(0);
  m_tabs = tabs; // before they are added: adding one asks for its size
  m_folded.clear();
  for (const CountTab &tab : m_tabs)
    setAccessibleTabName(addTab(tab.word), tab.word);
  setCurrentIndex(std::max(0, indexOf(current)));
}

void CountTabBar::describe() {
  for (int index = 0; index < m_tabs.size(); ++index) {
    const CountTab &tab = m_tabs[index];
    const QString jobs = tr("%Ln job(s)", nullptr, int(std::min<qint64>(tab.count, INT_MAX)));
    setTabToolTip(index, m_folded.value(index) ? tr("%1: %2").arg(tab.word, jobs) : jobs);
  }
}

QString CountTabBar::countText(const CountTab &tab) const {
  return m_fold >= TabFold::CompactCounts && tab.count >= FoldCountFrom ? format::compactNumber(tab.count)
                                                                        : format::number(tab.count);
}

TabParts CountTabBar::partsOf(const CountTab &tab) const {
  const QFontMetrics metrics = fontMetrics();
  TabParts parts;
  parts.icon = NormalIcon;
  parts.word = metrics.horizontalAdvance(tab.word);
  parts.fullCount = metrics.horizontalAdvance(format::number(tab.count));
  parts.compactCount = tab.count >= FoldCountFrom
                           ? metrics.horizontalAdvance(format::compactNumber(tab.count))
                           : parts.fullCount;
  return parts;
}

void CountTabBar::refold() {
  QList<TabParts> all;
  for (const CountTab &tab : m_tabs)
    all << partsOf(tab);
  m_fold = foldFor(all, width(), Gaps);
  m_folded = m_fold == TabFold::FoldEmpty ? foldedWords(all, width(), currentIndex(), Gaps)
                                          : QList<bool>(m_tabs.size(), false);
  describe();
  if (count() > 0)
    setTabText(0, tabText(0)); // QTabBar keeps the widths of its tabs until a text is set
  updateGeometry();
  update();
}

QSize CountTabBar::tabSizeHint(int index) const {
  if (index < 0 || index >= m_tabs.size())
    return {};
  TabParts parts = partsOf(m_tabs[index]);
  parts.folded = m_folded.value(index);
  return {tabWidth(parts, m_fold, Gaps), qMax(Height, fontMetrics().height() + 12)};
}

QSize CountTabBar::minimumTabSizeHint(int index) const {
  return tabSizeHint(index);
}

QSize CountTabBar::sizeHint() const {
  int width = 0;
  for (const CountTab &tab : m_tabs)
    width += tabWidth(partsOf(tab), TabFold::None, Gaps);
  return {width, qMax(Height, fontMetrics().height() + 12)};
}

QSize CountTabBar::minimumSizeHint() const {
  return {LeastWidth, sizeHint().height()};
}

void CountTabBar::resizeEvent(QResizeEvent *event) {
  QTabBar::resizeEvent(event);
  refold();
}

void CountTabBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
  for (int index = 0; index < count(); ++index)
    paintTab(&painter, index);
}

void CountTabBar::paintTab(QPainter *painter, int index) const {
  const Tokens &t = tokens();
  const CountTab &tab = m_tabs[index];
  const QRect place = tabRect(index);
  const bool current = index == currentIndex(), folded = m_folded.value(index);
  if (!current && underMouse() && place.contains(mapFromGlobal(QCursor::pos())))
    painter->fillRect(place.adjusted(0, 0, 0, -1), mixed(t.text, t.window, 0.04));
  QRect room = place.adjusted(Gaps.padding, 0, -Gaps.padding, 0);
  if (m_fold < TabFold::NoIcons || folded) {
    drawIcon(painter, QRect(room.x(), room.y(), NormalIcon, room.height()), tab.icon,
             t.tint(tab.count > 0 ? tab.tint : Tint::Text2));
    room.setLeft(room.left() + NormalIcon + Gaps.gap);
  }
  if (!folded)
    room.setLeft(room.left() + Gaps.gap +
                 drawLine(painter, room, tab.word, font(), tab.count > 0 || current ? t.text : t.text2,
                          Qt::AlignLeft, Qt::ElideNone));
  drawLine(painter, room, countText(tab), font(), t.text2, Qt::AlignLeft, Qt::ElideNone);
  if (current)
    painter->fillRect(QRect(place.x(), place.bottom() - Underline + 1, place.width(), Underline), t.accent);
  if (current && hasFocus())
    drawFocusRing(painter, QRectF(place).adjusted(2, 3, -2, -4), t.accent);
}

} // namespace oxp
