// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/scriptedroad.h"

namespace oxp {

Result<void> ScriptedRoad::fillIn(ReadSession &session, std::vector<SliceJob> &jobs,
                                  std::stop_token /*stop*/) {
  const qint64 now = session.facts().clock.nowMs();
  for (SliceJob &slice : jobs) {
    if (slice.refusal)
      continue;
    // Whether a scheduler lives by it takes a look of its own.
    slice.alone = slice.item.jobId.startsWith("repeat:");
    auto call = callFor(m_plan, {m_scripts, m_bundle, slice.request, slice.job, now}, m_script);
    if (call)
      slice.call = std::move(*call);
    else
      slice.refusal = call.error();
  }
  return {};
}

Result<void> ScriptedRoad::readAnswer(const Reply &reply) const {
  return oxp::readAnswer(m_plan, m_bundle.family(), reply);
}

} // namespace oxp
