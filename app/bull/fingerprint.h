// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace oxp {

/// What failures of one kind have in common. UTF-8 texts.
struct Fingerprint {
  QByteArray errorClass; ///< `TypeError`; empty when none is told
  QByteArray message;    ///< as maskedMessage() makes it
  QByteArray frame;      ///< the topmost frame of the job's own code: `charge (payments/worker.js:118)`

  bool operator==(const Fingerprint &) const = default;
};
size_t qHash(const Fingerprint &print, size_t seed = 0) noexcept;

/// Of a failed job's `failedReason` and `stacktrace` (a JSON array of texts, the newest attempt last:
/// BullMQ 4, 5, 6 and Bull 4), each as stored. Without a `failedReason` (a null view) nothing is told.
Fingerprint fingerprint(QByteArrayView failedReason, QByteArrayView stacktrace);

/// A message with what differs from job to job taken out: its first line, numbers as `#`, ids as `<id>`; of
/// more than 200 characters the first, with an ellipsis behind them.
QByteArray maskedMessage(QByteArrayView message);

/// What a failure is called in searches: twelve hexadecimal digits, the same in every run for the same print.
/// Empty when the print tells nothing.
QByteArray failureId(const Fingerprint &print);

} // namespace oxp
