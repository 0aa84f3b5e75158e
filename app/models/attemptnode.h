// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attemptsmodel.h"

namespace oxp {

/// A row of AttemptsModel, and how it is worded. Of this model alone.
struct AttemptsModel::Node {
  RowKind kind = RowKind::Attempt;
  Node *parent = nullptr;
  int row = 0;
  size_t section = 0;
  size_t at = 0;                           ///< a message line's or a frame's place in its section
  int before = -1, after = -1;             ///< of a fold: the own frames around it
  qint64 attempt = 0;                      ///< of a silent one; 0 = not known
  std::shared_ptr<const TraceGroup> group; ///< of an attempt
  Nodes children;

  /// The row of the attempt that this one belongs to.
  const Node &top() const;
  const StackSection &stack() const { return top().group->trace.sections[section]; }
  const StackLine &line() const { return stack().message[at]; }
  const StackFrame &frame() const { return stack().frames[at]; }

  QString words() const;
  QString aside() const;
  /// What assistive tools read besides the words.
  QString description() const;
  QVariant value(int role) const;
  QByteArray text() const;
  QByteArray traceText() const { return top().group ? top().group->trace.text : QByteArray(); }
  /// The same attempts as another node's, or no attempt at all.
  bool sameTop(const Node &other) const {
    return kind == other.kind && (!group || group->key == other.group->key);
  }
  bool sameShape(const Nodes &others) const;
};

/// The rows below an attempt.
AttemptsModel::Nodes attemptRows(const TraceGroup &group, AttemptsModel::Frames frames);

} // namespace oxp
