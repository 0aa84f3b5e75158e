// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/receipt.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace oxp {

/// What became of the person's operations, newest first. A row stays until it is dismissed or the same action
/// on the same job replaces it, never by time.
class ReceiptsModel : public QAbstractListModel {
  Q_OBJECT

public:
  static constexpr int KeptRows = 200; ///< beyond these the oldest goes

  explicit ReceiptsModel(QObject *parent = nullptr);

  void add(const Receipt &receipt);
  void dismiss(int row);
  void dismissAll();
  const Receipt &at(int row) const { return m_rows[size_t(row)]; }
  /// Changes every receipt for which `change` answers true, and tells of each whose words are others now.
  void update(const std::function<bool(Receipt &)> &change);
  /// Receipts that are not final.
  int followedCount() const;
  /// The server's clock of a profile, ms; for the words that count time.
  void setClock(std::function<qint64(const QString &)> clock) { m_clock = std::move(clock); }
  qint64 now(const Receipt &receipt) const { return m_clock ? m_clock(receipt.profile) : receipt.at; }

  int rowCount(const QModelIndex &parent = {}) const override;
  /// The display role is receipttext::line().
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
  /// A receipt came, or says something else now: once for each state.
  void spoke(int row);

private:
  std::vector<Receipt> m_rows;
  std::function<qint64(const QString &)> m_clock;
};

} // namespace oxp
