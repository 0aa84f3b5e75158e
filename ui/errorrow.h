// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oxp {

/// What happened and what to do, as sources of the translation `ErrorText`.
struct Sentence {
  const char *headline;
  const char *remedy;
};

/// The sentence of an error's code.
struct CodeRow {
  const char *code;
  Sentence sentence;
};

} // namespace oxp
