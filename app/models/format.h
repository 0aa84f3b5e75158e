// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// How values are written for people: the one place that models, delegates and panes share. Translated, by
/// QLocale(); pure otherwise. Times are ms since the epoch, 0 = not set.
namespace oxp::format {

/// The en dash that stands for "not known" or "not set".
QString missing();
/// `12 s ago`, `4 min ago`, `2 h ago`, `6 d ago`, then the date; `in 4 min` ahead of `now`.
QString relativeTime(qint64 ms, qint64 now);
/// `2026-11-22 12:01:07.123 +01:00`, in this machine's zone.
QString exactTime(qint64 ms);
/// `4 ms`, `1.2 s`, `3 min 20 s`, `2 h 5 min`, `6 d 3 h`; the en dash below 0.
QString duration(qint64 ms);
/// `912 B`, `1.2 KB`, `5.0 MB` (1 KB = 1000 B); the en dash below 0.
QString sizeText(qint64 bytes);
/// `1,234,567 bytes`.
QString exactSize(qint64 bytes);
/// With the locale's group separators.
QString number(qint64 value);
/// `950`, `12 k`, `1.2 M`; by the translation `1.2 万`.
QString compactNumber(qint64 value);
/// Bytes for a person: UTF-8 as it is; control characters, broken bytes and characters that turn the
/// direction of writing as `\x00` or `\u202e`; cut at `limit` bytes with an ellipsis (-1 = never).
/// `keepLines` leaves line breaks and tabs.
QString safeText(const QByteArray &bytes, qsizetype limit = -1, bool keepLines = false);

/// A failed reason taken apart: `CardError: card declined` gives class `CardError` and its message.
struct ErrorParts {
  QString className; ///< empty when the reason names none
  QString message;   ///< first line
};
ErrorParts errorParts(const QByteArray &reason);

} // namespace oxp::format
