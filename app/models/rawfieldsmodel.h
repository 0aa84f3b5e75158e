// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mergedtable.h"

#include <QByteArray>

#include <functional>
#include <utility>
#include <vector>

namespace oxp {

namespace detail {
struct RawRow {
  QByteArray field, value;
  QByteArray shown; ///< the value as it may be read
  qint64 size = 0;
  bool elided = false;
  bool operator==(const RawRow &) const = default;
};
} // namespace detail

/// A job's hash as it is, bytes shown safely.
class RawFieldsModel : public MergedTable<detail::RawRow> {
  Q_OBJECT

public:
  enum Column { Field, Value, Size, ColumnCount };
  using Fields = std::vector<std::pair<QByteArray, QByteArray>>;
  /// A field that is too large to be shown at once; asked for by name.
  struct Elided {
    QByteArray field;
    qint64 size = 0;
    bool operator==(const Elided &) const = default;
  };

  explicit RawFieldsModel(QObject *parent = nullptr);
  /// What of a field's value may be read; for where sensitive values are masked.
  using Mask = std::function<QByteArray(const QByteArray &field, const QByteArray &value)>;
  void setMask(Mask mask) { m_mask = std::move(mask); }                     ///< counts from the next apply()
  void apply(const Fields &fields, const std::vector<Elided> &elided = {}); ///< merged by field name, sorted
  QByteArray fieldAt(int row) const;
  QByteArray valueAt(int row) const; ///< the bytes as they may be read; empty for an elided one
  bool elidedAt(int row) const;

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  Mask m_mask;
};

} // namespace oxp
