// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stackframe.h"

#include <vector>

namespace oxp {

/// A line of a stack trace that is no frame: of the error's message, or what stands between stacks.
struct StackLine {
  qint64 offset = 0, length = 0; ///< in the trace's text, bytes
  qint64 characters = 0;         ///< code points of the whole line
  QString text;                  ///< its beginning, safe to draw
  bool isWhole = true;           ///< `text` is all of it

  bool operator==(const StackLine &) const = default;
};

/// An error with its stack: the trace's own, or one that it tells of (`[cause]: …`, `Caused by: …`).
struct StackSection {
  std::vector<StackLine> message;
  std::vector<StackFrame> frames;

  bool operator==(const StackSection &) const = default;
};

/// One attempt's trace taken apart. Holds no more than StackLimits say; the text itself is whole.
struct StackText {
  QByteArray text; ///< without the colours of terminals
  std::vector<StackSection> sections;
  qint64 linesLeftOut = 0;

  bool operator==(const StackText &) const = default;
};

/// How much of a trace becomes rows. What is beyond is counted.
struct StackLimits {
  static constexpr int Frames = 1'000;
  static constexpr int MessageLines = 60;
  static constexpr int LongLines = 8;           ///< lines that are not whole
  static constexpr qsizetype LineBytes = 2'000; ///< of which a line shows that is longer
};

/// Takes a trace apart. Pure; reads the whole text once, so a large one belongs on a worker.
StackText stackText(const QByteArray &trace);

/// The same for traces that differ in numbers, addresses and ids alone.
QByteArray samenessKey(const QByteArray &text);

} // namespace oxp
