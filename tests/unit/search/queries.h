// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

#include <QDateTime>

/// Queries, and the day on which they are asked.
namespace oxp::search {

inline const qint64 Now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::LocalTime).toMSecsSinceEpoch();

inline QByteArray at(int hour, int minute, int second, int ms = 0) {
  const QDateTime time(QDate(2026, 11, 22), QTime(hour, minute, second, ms), Qt::LocalTime);
  return QByteArray::number(time.toMSecsSinceEpoch());
}

inline Query queryOf(const QString &text) {
  auto query = parse(text, Now);
  return query ? *query : Query();
}

} // namespace oxp::search
