// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/runjournal.h"
#include "bulk/bulkroad.h"
#include "bulk/payloads.h"
#include "policy/rules.h"

namespace oxp {

/// Takes the edits of an earlier run back, each from its record. A job of this run has the `seq` that it had
/// in that one.
class UndoRoad : public BulkRoad {
public:
  UndoRoad(qint64 run, AuditStore &store, policy::SharedRules rules, Family family, Script script)
      : m_run(run)
      , m_journal(store)
      , m_rules(std::move(rules))
      , m_family(family)
      , m_script(std::move(script)) {}

  const Script &script() const override { return m_script; }
  Result<void> fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) override;
  Result<void> readAnswer(const Reply &reply) const override { return readSwapAnswer(reply); }

private:
  Result<void> takeBack(SliceJob &slice);

  qint64 m_run; ///< whose edits they were
  audit::RunJournal m_journal;
  policy::SharedRules m_rules;
  Family m_family;
  Script m_script;
  bool m_announced = false;
};

} // namespace oxp
