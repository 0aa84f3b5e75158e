// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"
#include "search/fieldpaths.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace oxp {

class ChangeRows;
class JsonEditor;
class TextLabel;

/// The changes of a bulk edit, built in rows or written as JSON: two views of the same list.
class ChangesEditor : public QWidget {
  Q_OBJECT

public:
  explicit ChangesEditor(QWidget *parent = nullptr);

  /// Nothing while one of them is not whole.
  std::optional<std::vector<edits::Change>> changes() const;
  /// Why there are none, as a sentence; empty when they are whole.
  QString missing() const;
  /// Nobody has written anything.
  bool isUntouched() const;
  /// The paths that are offered while one is typed.
  void setPaths(const search::FieldPaths &paths);
  void focusFirst();

signals:
  void changed();

private:
  void setupHead();
  void setupJson();
  bool isJson() const;
  void toggle();
  void showJson();
  void showRows();
  void judgeJson();
  void showState();

  QPushButton *m_switch = nullptr;
  QStackedWidget *m_views;
  ChangeRows *m_rows;
  QWidget *m_json;
  JsonEditor *m_text;
  TextLabel *m_fault;
  std::vector<edits::Change> m_written; ///< as JSON, while nothing is wrong with it
  QString m_wrong;                      ///< what is wrong with that
};

} // namespace oxp
