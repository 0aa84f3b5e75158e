// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkroad.h"

namespace oxp {

/// By the script of the queue's own library, as the operation's ScriptedPlan says.
class ScriptedRoad : public BulkRoad {
public:
  ScriptedRoad(const ScriptedPlan &plan, const ScriptRegistry &scripts, const ScriptBundle &bundle,
               Script script)
      : m_plan(plan)
      , m_scripts(scripts)
      , m_bundle(bundle)
      , m_script(std::move(script)) {}

  const Script &script() const override { return m_script; }
  Result<void> fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) override;
  Result<void> readAnswer(const Reply &reply) const override;

private:
  const ScriptedPlan &m_plan;
  const ScriptRegistry &m_scripts;
  const ScriptBundle &m_bundle;
  Script m_script;
};

} // namespace oxp
