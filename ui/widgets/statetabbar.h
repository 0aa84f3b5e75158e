// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/tabfolding.h"

#include <QTabBar>

#include <optional>

namespace oxp {

/// The tabs over the job table, in their order.
enum class StateTab {
  Latest,
  Waiting,
  Active,
  Delayed,
  Prioritized,
  WaitingChildren,
  Completed,
  Failed,
  Schedulers
};
inline constexpr int StateTabCount = 9;

StateTab tabOf(JobState state);
/// The state that a tab shows; none for Latest and Schedulers.
std::optional<JobState> stateOf(StateTab tab);

/// State tabs: icon, word, count. Folds itself to the room there is; the full word stays in tabText() and the
/// accessible name is the state's word as in the tree, with the count as its description.
class StateTabBar : public QTabBar {
  Q_OBJECT

public:
  explicit StateTabBar(QWidget *parent = nullptr);

  /// Which tabs there are; families differ (Bull 4 has no prioritized).
  void setTabs(const QList<StateTab> &tabs);
  /// An unknown count shows as an en dash.
  void setCount(StateTab tab, std::optional<qint64> count);
  /// Back to unknown, for another queue.
  void clearCounts();

  StateTab tabAtIndex(int index) const;
  int indexOf(StateTab tab) const;
  StateTab currentTab() const { return tabAtIndex(currentIndex()); }
  void setCurrentTab(StateTab tab);
  TabFold fold() const { return m_fold; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void currentTabChanged(oxp::StateTab tab);

protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override;
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void changeEvent(QEvent *event) override;

private:
  struct Entry {
    StateTab tab;
    std::optional<qint64> count;
    bool folded = false; ///< its word has gone for want of room
  };

  TabParts parts(const Entry &entry) const;
  QString countText(const Entry &entry, bool compact) const;
  void describe(int index);
  bool isFolded(const Entry &entry) const;
  void refold();
  void relayout();
  void paintTab(QPainter *painter, int index) const;

  QList<Entry> m_entries;
  TabFold m_fold = TabFold::None;
};

} // namespace oxp
