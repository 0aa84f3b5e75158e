// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/draft.h"
#include "search/fieldpaths.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace oxp {

class ChangeRow;

/// `Changes to make`: the changes of a bulk edit in their order, one a row. Alt with Up and Down moves the
/// one that has the focus.
class ChangeRows : public QWidget {
  Q_OBJECT

public:
  explicit ChangeRows(QWidget *parent = nullptr);

  std::vector<edits::Draft> drafts() const;
  void setDrafts(const std::vector<edits::Draft> &drafts);
  /// The changes; nothing while one of them is not whole. Rows in which nobody has written are none, but
  /// where that is all there is.
  std::optional<std::vector<edits::Change>> changes() const {
    return missing().isEmpty() ? whole() : std::nullopt;
  }
  /// Why there are no changes, as a sentence: `Change 2 lacks a path`. Empty when they are whole.
  QString missing() const;
  /// Nobody has written in any row.
  bool isUntouched() const;
  void setPaths(const search::FieldPaths &paths);
  void focusFirst();

signals:
  void changed();

private:
  std::optional<std::vector<edits::Change>> whole() const;
  ChangeRow *add(const edits::Draft &draft, int at);
  void remove(ChangeRow *row);
  void move(int step);
  int indexOfFocus() const;
  void setupList();
  QLayout *makeFoot();
  void setupKeys();
  void orderTabs();

  QScrollArea *m_scroll;
  QVBoxLayout *m_list = nullptr; ///< the rows, the button, room
  QPushButton *m_add = nullptr;
  QList<ChangeRow *> m_rows;
  search::FieldPaths m_paths;
};

} // namespace oxp
