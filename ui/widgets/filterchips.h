// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QPushButton>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace oxp {

class TextLabel;

/// One thing that narrows a list, in words.
struct Filter {
  QString words;
  std::optional<JobState> state; ///< its picture stands before the words
  bool mono = false;             ///< a term of the query, as it was typed
  bool operator==(const Filter &) const = default;
};

/// A filter that goes when it is pressed, or by Delete while it has the focus. 24 px; its words are elided
/// where there is no room, and its tool tip has all of them.
class FilterChip : public QPushButton {
  Q_OBJECT

public:
  explicit FilterChip(const Filter &filter, QWidget *parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void removeWanted();

protected:
  bool event(QEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  Filter m_filter;
};

/// What narrows a list, all of it, as a row of 32 px: each can be removed, and all of them by `Clear`; at the
/// right how many of how many are left. Hidden where nothing narrows. Accessible as `Filters`.
class FilterChips : public QWidget {
  Q_OBJECT

public:
  explicit FilterChips(QWidget *parent = nullptr);

  /// The keyboard stays in the row: where a focused chip has gone its neighbour has it.
  void setFilters(const std::vector<Filter> &filters);
  /// Such as `21 of 1,283 jobs`. Makes way where even shortened filters need its room.
  void setCount(const QString &text);

signals:
  void removed(int index);
  void cleared();

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void makeChips();
  void fitCount();

  std::vector<Filter> m_filters;
  std::vector<FilterChip *> m_chips;
  QHBoxLayout *m_row;
  QPushButton *m_clear;
  TextLabel *m_count;
};

} // namespace oxp
