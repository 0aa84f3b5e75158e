// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/fieldpaths.h"

#include <QObject>

#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace oxp {

/// Something that may be put into a query: the text, and what it means where it does not say so itself.
struct SearchOffer {
  QString text;
  QString meaning;
  bool operator==(const SearchOffer &) const = default;
};

/// Completes the part of a query under the caret: fields (those of the grammar, then those that were seen in
/// the queue's payloads), behind a field the operators that it takes, and states.
class SearchCompleter : public QObject {
  Q_OBJECT

public:
  explicit SearchCompleter(QLineEdit *field, QObject *parent = nullptr);

  /// What was typed meanwhile is completed with them at once.
  void setPaths(search::FieldPaths paths);
  /// What would be offered at a place of a text.
  std::vector<SearchOffer> offers(const QString &text, qsizetype caret) const;

  bool isOffering() const;

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void offer();
  void take(const QString &word);

  QLineEdit *m_field;
  QStandardItemModel *m_model;
  QCompleter *m_popup;
  search::FieldPaths m_paths;
  bool m_typing = false; ///< the person has not asked yet
};

} // namespace oxp
