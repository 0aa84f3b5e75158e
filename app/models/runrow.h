// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run.h"

namespace oxp {

/// How a run stands, as a person sees it.
enum class RunStage {
  Running,
  Queued, ///< it waits for its turn
  Paused,
  CutOff, ///< it ran when the program, the server or the connection went away
  Ended,
  Undone, ///< what it did has been taken back by a later run
  Cancelled,
};

/// A run over many jobs, with what is known of it beyond the journal.
struct RunRow {
  audit::Run run;
  RunStage stage = RunStage::Ended;
  qint64 undoes = 0;    ///< the run that it takes back; 0 = none
  QByteArray then = {}; ///< what each job is dealt with after its edit: an operation
  QByteArray behind;    ///< of a queued one: the operation that goes before it
  bool operator==(const RunRow &) const = default;

  /// It has its turn or waits for it.
  bool isUnderWay() const { return stage == RunStage::Running || stage == RunStage::Queued; }
  /// It stands still and can go on.
  bool canGoOn() const { return stage == RunStage::Paused || stage == RunStage::CutOff; }
  /// Nothing more is done by it.
  bool isOver() const { return !isUnderWay() && !canGoOn(); }
};

} // namespace oxp
