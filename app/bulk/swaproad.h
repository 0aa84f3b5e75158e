// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkroad.h"
#include "policy/rules.h"

namespace oxp {

/// Payloads or options are read, changed here, and swapped in if they still are what was read: by the
/// compare-and-set of a save. What the change is, the road of an edit or of an undo says.
class SwapRoad : public BulkRoad {
public:
  SwapRoad(policy::SharedRules rules, Family family, Script script)
      : m_rules(std::move(rules))
      , m_family(family)
      , m_script(std::move(script)) {}

  const Script &script() const override { return m_script; }
  Result<void> fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) override;
  Result<void> readAnswer(const Reply &reply) const override;

protected:
  /// Puts what is to be stored into the request (splices and new data), or refuses the job. An error is one
  /// that meets the other jobs too.
  virtual Result<void> change(SliceJob &slice) = 0;

  const policy::Rules &rules() const { return *m_rules; }

private:
  void listChanges(SliceJob &slice) const;

  policy::SharedRules m_rules;
  Family m_family;
  Script m_script;
  /// One event is enough to say that payloads have changed: one a job would push a slow listener's
  /// `completed` and `failed` out of the stream.
  bool m_announced = false;
};

} // namespace oxp
