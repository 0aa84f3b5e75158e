// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "json/diff.h"

namespace oxp::json {

enum class Side : quint8 { Mine, Theirs };

/// A place that both sides changed, each in its own way. An empty text means: not there.
struct Conflict {
  Pointer pointer;
  QByteArray base;
  QByteArray mine;
  QByteArray theirs;
};

/// A change that only one side made and that the merge took over.
struct SideChange {
  Side side;
  Change change;
};

/// The result of a three-way merge.
struct Merge {
  QByteArray merged; ///< in the layout of theirs, all conflicts decided for theirs
  std::vector<Conflict> conflicts;
  std::vector<SideChange> changes;

  /// Pieces for resolve(): fixed text, then for each conflict what either side puts there and the
  /// fixed text after it.
  struct Piece {
    QByteArray mine;
    QByteArray theirs;
    QByteArray rest;
  };
  QByteArray head;
  std::vector<Piece> pieces;
  QByteArray theirs;
};

/// Merges by pointer. Arrays are aligned element by element; an object whose keys are not unique on some
/// side is one choice as a whole. Fails with Invalid when a text is not valid JSON (code: base, mine or
/// theirs).
Result<Merge> merge(QByteArrayView base, QByteArrayView mine, QByteArrayView theirs);

/// The merged bytes with conflict i decided by choices[i] (missing ones: Theirs).
QByteArray resolve(const Merge &merge, const std::vector<Side> &choices);

} // namespace oxp::json
