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

/// A path that may be put into a field, with what is known of it.
struct PathOffer {
  QString path;
  QString kinds; ///< `text or null`
  QString share; ///< `in 99 %`
  bool operator==(const PathOffer &) const = default;
};

/// What fits to a text that is being typed, with or without `data.`; elements that are named by their number
/// stay so.
std::vector<PathOffer> pathOffers(const search::FieldPaths &paths, const QString &typed);

/// Completes paths in a field from what was seen in payloads: Tab or Return takes one, Esc closes.
class PathCompleter : public QObject {
  Q_OBJECT

public:
  explicit PathCompleter(QLineEdit *field, QObject *parent = nullptr);

  void setPaths(const search::FieldPaths &paths);
  void setEnabled(bool enabled) { m_enabled = enabled; }

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void offer();
  void take(const QString &path);

  QLineEdit *m_field;
  QStandardItemModel *m_model;
  QCompleter *m_popup;
  search::FieldPaths m_paths;
  bool m_enabled = true;
  bool m_typing = false; ///< the person has not asked yet
};

} // namespace oxp
