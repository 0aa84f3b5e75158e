// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/diff.h"

#include <QAbstractTableModel>

#include <vector>

namespace oxp {

/// The changes of one save as rows: kind, path, before, after, mark. Values longer than 200 characters are
/// shortened in the cells; the dialog shows the selected one in full.
class ChangesModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Kind, Path, Before, After, Mark, ColumnCount };

  explicit ChangesModel(std::vector<json::Change> changes, QObject *parent = nullptr);

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  const json::Change &change(int row) const { return m_changes.at(size_t(row)); }
  const std::vector<json::Change> &changes() const { return m_changes; }

  /// The word of a kind: changed, added, removed, same value other spelling, moved.
  static QString kindWord(json::Change::Kind kind);

private:
  QString cellText(const json::Change &change, int column) const;

  std::vector<json::Change> m_changes;
};

} // namespace oxp
