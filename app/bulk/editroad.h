// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/swaproad.h"
#include "edits/change.h"

namespace oxp {

/// Makes the same changes to each payload.
class EditRoad : public SwapRoad {
public:
  EditRoad(std::vector<edits::Change> changes, policy::SharedRules rules, Family family, Script script)
      : SwapRoad(std::move(rules), family, std::move(script))
      , m_changes(std::move(changes)) {}

private:
  Result<void> change(SliceJob &slice) override;

  std::vector<edits::Change> m_changes;
};

/// The stable word of a problem, such as `no-number`.
QByteArray problemWord(edits::Problem::Code code);

} // namespace oxp
