// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/rules.h"
#include "json/diff.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace oxp {

/// The changes of one save as rows: kind, path, before, after, mark. Values longer than 200 characters are
/// shortened in the cells; the dialog shows the selected one in full. Where it masks, sensitive values show
/// as pills until they are revealed.
class ChangesModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Kind, Path, Before, After, Mark, ColumnCount };

  /// `rules` may be null where there is no change.
  ChangesModel(std::vector<json::Change> changes, policy::SharedRules rules, bool masks,
               QObject *parent = nullptr);

  /// Whether any value is hidden at the moment.
  bool hidesAny() const;
  void reveal();
  /// The value as it may be shown, in full; nothing where there is none.
  std::optional<QByteArray> before(int row) const;
  std::optional<QByteArray> after(int row) const;

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  const json::Change &change(int row) const { return m_changes.at(size_t(row)); }
  const std::vector<json::Change> &changes() const { return m_changes; }

  /// The word of a kind: changed, added, removed, same value other spelling, moved.
  static QString kindWord(json::Change::Kind kind);

private:
  QString cellText(int row, int column) const;
  QByteArray shown(const QByteArray &json, const json::Change &change) const;

  std::vector<json::Change> m_changes;
  policy::SharedRules m_rules;
  bool m_masks;
};

} // namespace oxp
