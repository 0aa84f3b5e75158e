// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace oxp::search {

/// A stretch of time that a text names: a day, a minute, a second or a millisecond.
struct TimeSpan {
  qint64 start = 0;  ///< ms since the epoch
  qint64 length = 1; ///< ms
  bool operator==(const TimeSpan &) const = default;
};

/// `2026-11-22`, `2026-11-22T10:00[:00[.123]][Z|+01:00]`; local time where no zone stands.
std::optional<TimeSpan> readIsoTime(QByteArrayView text);

/// `-1h`, `+10m`, `10m`, `-90s`, `-7d`, `-2w` in ms from now.
std::optional<qint64> readRelativeTime(QByteArrayView text);

} // namespace oxp::search
