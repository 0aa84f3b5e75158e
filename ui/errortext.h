// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace oxp {

/// What was being done when an error came: decides the words on what did and did not change.
/// Testing: in the dialog that holds the connection's fields. Save and retry is two writes: SavingToRetry is
/// the first, RetryingSaved the second, after the first was carried out.
enum class Doing { Connecting, Reading, Writing, SavingToRetry, RetryingSaved, Testing };

/// An error in the words of a person: what happened, what did and did not change, what to do.
struct ErrorText {
  QString headline; ///< what happened, one short sentence
  QString effect;   ///< what was and was not changed; may be empty while connecting or reading
  QString remedy;   ///< what to do; may be empty

  /// All of it in one line, for tool tips and accessible descriptions.
  QString oneLine() const;
};

/// The one place in which errors become sentences. GUI thread (translated).
ErrorText errorText(const Error &error, Doing doing);

} // namespace oxp
