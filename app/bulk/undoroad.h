// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/runjournal.h"
#include "bulk/swaproad.h"

namespace oxp {

/// Takes the edits of an earlier run back, each from its record. A job of this run has the `seq` that it had
/// in that one.
class UndoRoad : public SwapRoad {
public:
  UndoRoad(qint64 run, AuditStore &store, policy::SharedRules rules, Family family, Script script)
      : SwapRoad(std::move(rules), family, std::move(script))
      , m_run(run)
      , m_journal(store) {}

private:
  Result<void> change(SliceJob &slice) override;
  /// The record of what the job was changed by; NotFound when the store has it no more.
  Result<audit::Record> recordOf(const audit::RunItem &item);

  qint64 m_run; ///< whose edits they were
  audit::RunJournal m_journal;
};

} // namespace oxp
