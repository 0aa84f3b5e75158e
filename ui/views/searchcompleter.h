// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/fieldpaths.h"

#include <QObject>
#include <QStringListModel>

class QCompleter;
class QLineEdit;

namespace oxp {

/// Completes the part of a query under the caret: fields (those of the grammar, then those that were seen in
/// the queue's payloads), operators, states.
class SearchCompleter : public QObject {
  Q_OBJECT

public:
  explicit SearchCompleter(QLineEdit *field, QObject *parent = nullptr);

  void setPaths(search::FieldPaths paths) { m_paths = std::move(paths); }
  /// What would be offered at a place of a text.
  QStringList offers(const QString &text, qsizetype caret) const;

private:
  void offer();
  void take(const QString &word);

  QLineEdit *m_field;
  QCompleter *m_popup;
  QStringListModel m_model;
  search::FieldPaths m_paths;
};

} // namespace oxp
