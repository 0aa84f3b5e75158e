// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

class QGridLayout;

namespace oxp {

class TextLabel;

/// Lines of what is known of something: what each is in a column of its own, and the value, cut at its right
/// where there is no room for it.
class FactRows : public QWidget {
  Q_OBJECT

public:
  explicit FactRows(QWidget *parent = nullptr);

  void setFacts(const std::vector<std::pair<QString, QString>> &facts);

private:
  void addRow();

  QGridLayout *m_grid;
  std::vector<std::pair<TextLabel *, TextLabel *>> m_rows; ///< the last ones may be hidden
};

} // namespace oxp
