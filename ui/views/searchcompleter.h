// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/fieldpaths.h"

#include <QObject>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace oxp {

/// Completes the part of a query under the caret: fields (those of the grammar, then those that were seen in
/// the queue's payloads), operators, states.
class SearchCompleter : public QObject {
  Q_OBJECT

public:
  explicit SearchCompleter(QLineEdit *field, QObject *parent = nullptr);

  /// What was typed meanwhile is completed with them at once.
  void setPaths(search::FieldPaths paths);
  /// What would be offered at a place of a text.
  QStringList offers(const QString &text, qsizetype caret) const;

  bool isOffering() const;

private:
  void offer();
  void take(const QString &word);

  QLineEdit *m_field;
  QStringListModel *m_model;
  QCompleter *m_popup;
  search::FieldPaths m_paths;
  bool m_typing = false; ///< the person has not asked yet
};

} // namespace oxp
