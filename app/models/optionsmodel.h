// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mergedtable.h"
#include "operations/joboption.h"

#include <functional>

namespace oxp {

/// A job's options: those that may be changed, whether they are set or not, and behind them what else is
/// there, with the reason why it is not offered.
class OptionsModel : public MergedTable<OptionRow> {
  Q_OBJECT

public:
  enum Column { Option, Value, Meaning, ColumnCount };

  explicit OptionsModel(QObject *parent = nullptr);
  /// What of an option's value may be read; for where sensitive values are masked.
  using Mask = std::function<QByteArray(const QByteArray &name, const QByteArray &value)>;
  void setMask(Mask mask) { m_mask = std::move(mask); } ///< counts from the next apply()
  void apply(std::vector<OptionRow> rows);
  /// Null for a row that is not there.
  const OptionRow *at(int row) const;
  bool isOffered(int row) const;

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  Mask m_mask;
};

} // namespace oxp
