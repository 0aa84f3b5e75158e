// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What the texts in a queue's keys say (bullmq-protocol 1.1, 1.3, 1.5).
namespace oxp::fieldtext {

/// A whole number out of a field: `1500`, but `1500.7` and `1.5e3` as well; 0 when it is none.
qint64 number(const QByteArray &text);

/// Due time in ms of a job in `delayed`: floor(score / 4096).
qint64 dueFromScore(const QByteArray &score);

/// BullMQ 4 keeps `0:0` and `0:<ms>` in its lists to wake its workers: they are no jobs.
inline bool isMarker(const QByteArray &id) {
  return id.startsWith("0:");
}

/// The first `limit` bytes, cut between two UTF-8 characters.
QByteArray cutUtf8(const QByteArray &text, qsizetype limit);

} // namespace oxp::fieldtext
