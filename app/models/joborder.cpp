// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/joborder.h"

#include <algorithm>
#include <compare>
#include <numeric>

namespace oxp {
namespace {

bool isMissing(const QVariant &value) {
  return !value.isValid() || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

std::weak_ordering compare(const QVariant &a, const QVariant &b) {
  bool aNumber = false, bNumber = false;
  const qlonglong aValue = a.toLongLong(&aNumber), bValue = b.toLongLong(&bNumber);
  if (aNumber && bNumber)
    return aValue <=> bValue;
  const double aReal = a.toDouble(&aNumber), bReal = b.toDouble(&bNumber); // of a string too
  if (aNumber && bNumber)
    return aReal < bReal   ? std::weak_ordering::less
           : aReal > bReal ? std::weak_ordering::greater
                           : std::weak_ordering::equivalent;
  if (aNumber != bNumber)
    return aNumber ? std::weak_ordering::less : std::weak_ordering::greater;
  return a.toString().localeAwareCompare(b.toString()) <=> 0;
}

} // namespace

bool JobOrder::before(const JobRow &a, const JobRow &b) const {
  const JobColumnSpec &spec = jobColumn(by);
  const auto valueOf = [&spec](const JobRow &row) {
    return row.missing && spec.column != JobColumn::Id ? QVariant() : spec.value(row);
  };
  const QVariant one = valueOf(a), other = valueOf(b);
  if (isMissing(one) || isMissing(other))
    return !isMissing(one) && isMissing(other);
  const std::weak_ordering order = compare(one, other);
  return descending ? order > 0 : order < 0;
}

std::vector<int> ordered(const std::vector<const JobRow *> &rows, const JobOrder &order) {
  std::vector<int> places(rows.size());
  std::iota(places.begin(), places.end(), 0);
  std::stable_sort(places.begin(), places.end(),
                   [&](int a, int b) { return order.before(*rows[size_t(a)], *rows[size_t(b)]); });
  return places;
}

} // namespace oxp
