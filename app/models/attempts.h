// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace oxp {

/// One attempt's error, for the Error tab.
struct AttemptSection {
  int number = 0;    ///< 1 = first attempt whose trace is kept; 0 = only the reason is known
  QString className; ///< `CardError`, may be empty
  QString message;   ///< its first line, without the class
  QString trace;     ///< the whole text, frames included; bytes shown safely
  bool operator==(const AttemptSection &) const = default;
};

/// `stacktrace` is the hash field as stored (JSON array of strings, oldest first); `attemptsMade` numbers the
/// newest one. Newest first. A broken field gives one section with its text as it is; none at all gives one
/// section from `failedReason`, or nothing when that is empty too.
std::vector<AttemptSection> attemptSections(const QByteArray &stacktrace, const QByteArray &failedReason,
                                            int attemptsMade);

} // namespace oxp
