// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace oxp {

/// One call of a stack trace as V8 writes it (`at placeOrder (/srv/shop/src/orders.ts:88:23)`; Node, Bun,
/// Deno).
struct StackFrame {
  /// Whose code it is.
  enum class Origin {
    Own,
    Package, ///< of node_modules
    Node,    ///< `node:internal/…` and the modules that come with Node
    BuiltIn, ///< of the engine or a bundler: `Array.map (<anonymous>)`, `native`, webpack's runtime
  };

  int number = 0;   ///< in its trace, from 0
  QString function; ///< `Catalogue.lookup`; `<anonymous>` where the trace names none
  QString place;    ///< file:line:column, without `node_modules/` and schemes
  QString package;  ///< `bullmq`, `@prisma/client`, `process/task_queues`; empty for own code
  Origin origin = Origin::Own;
  qint64 offset = 0, length = 0; ///< of its line in the trace's text, bytes

  bool isOwn() const { return origin == Origin::Own; }
  bool operator==(const StackFrame &) const = default;
};

/// The frame that a line holds; nothing when it is none, as `at least one line is needed`. Pure.
std::optional<StackFrame> stackFrame(QByteArrayView line);

/// The folder that holds node_modules, with the slash at its end, of a frame of a package; else empty.
QByteArray projectFolder(QByteArrayView line);

} // namespace oxp
