// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTime>

/// How values are written for people: the one place that models, delegates and panes share. Translated, by
/// QLocale(); pure otherwise. Times are ms since the epoch, 0 = not set.
namespace oxp::format {

/// The en dash that stands for "not known" or "not set".
QString missing();
/// `12 s ago`, `4 min ago`, `2 h ago`, `6 d ago`, then the date; `in 4 min` ahead of `now`.
QString relativeTime(qint64 ms, qint64 now);
/// The same of what has happened: a stamp that is ahead of `now` is not one to come, but of a clock that is
/// ahead: `16 h ahead`. A few seconds are no news, `0 s ago`.
QString pastTime(qint64 ms, qint64 now);
bool isAhead(qint64 ms, qint64 now);
/// `2311-02-06`, in this machine's zone: the one way in which a date is written, so that dates sort as they
/// read and no century has to be guessed.
QString date(qint64 ms);
/// `12:01:07`.
QString timeOfDay(const QTime &time);
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
/// `bull, app:prod, legacy`: things of a kind, as the language strings them together:
/// `bull、app:prod、legacy`.
QString listed(const QStringList &things);
/// `running, 3 min left`: what is said of one thing, in parts; by the translation `正在运行，剩余 3 分钟`.
/// Empty parts say nothing.
QString joined(const QStringList &parts);
/// A job's progress, JSON text as stored, in words: `42 %`, `rendering`, `step: render, percent: 42`; what is
/// no JSON as it is. Empty for none, which is also a plain 0.
QString progressText(const QByteArray &progress);

// --- Texts of a server in a line. Everything of theirs that stands in a cell, title, menu, notice or dialog
// goes through one of these: the work is that of `limit`, however long the text is. Whole texts are shown by
// FullTextView.

/// Bytes of a line: more than fit on the widest screen.
inline constexpr qsizetype LineLimit = 500;
/// UTF-8 as it is; control characters, broken bytes, characters that turn the direction of writing and those
/// that cannot be seen as `\x00` or `\u202e`; without the colours of terminals. Cut at `limit` bytes (and
/// characters), and where more accents than anybody can tell apart stand on a letter, with an ellipsis.
/// `keepLines` leaves line breaks and tabs.
QString safeText(const QByteArray &bytes, qsizetype limit = LineLimit, bool keepLines = false);
/// The same for a tool tip: lines are kept and wrapped, some twenty of them; says how much there is when that
/// is not all.
QString tipText(const QByteArray &bytes);
/// A text that is made of ours and theirs, for a label: the same when it is of a length that can be read
/// and nothing in it turns the direction of writing; else cut and made harmless. Keeps line breaks.
QString bounded(const QString &text, qsizetype limit = 1'000);
/// The same, wrapped as a tool tip.
QString boundedTip(const QString &text);

/// A failed reason taken apart: `CardError: card declined` gives class `CardError` and its message.
struct ErrorParts {
  QString className; ///< empty when the reason names none
  QString message;   ///< first line
};
ErrorParts errorParts(const QByteArray &reason);

} // namespace oxp::format
