// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/swaproad.h"
#include "operations/argument.h"

namespace oxp {

/// Makes the same changes to the options of each job.
class OptionsRoad : public SwapRoad {
public:
  /// `fields`: those of optionArgumentsForMany() that are not left as they are.
  OptionsRoad(Arguments fields, policy::SharedRules rules, Family family, Script script)
      : SwapRoad(std::move(rules), family, std::move(script))
      , m_fields(std::move(fields))
      , m_family(family) {}

  Result<void> readAnswer(const Reply &reply) const override;

private:
  Result<void> change(SliceJob &slice) override;

  Arguments m_fields;
  Family m_family;
};

} // namespace oxp
