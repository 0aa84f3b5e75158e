// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

namespace oxp {

/// Families as a set.
enum FamilySet {
  Bull4Only = 1,
  Mq4 = 2,
  Mq5 = 4,
  Mq6 = 8,
  AnyMq = Mq4 | Mq5 | Mq6,
  Mq5Or6 = Mq5 | Mq6,
  AnyFamily = Bull4Only | AnyMq,
};

/// The set of one family; of a queue whose release is not known for sure that of the newest, whose scripts
/// are run.
constexpr FamilySet setOf(Family family) {
  switch (family) {
  case Family::Bull4:
    return Bull4Only;
  case Family::BullMq4:
    return Mq4;
  case Family::BullMq5:
    return Mq5;
  default:
    return Mq6;
  }
}

/// All that a queue may be of: of an unsure one several families.
constexpr int allThatMayBe(Family family) {
  switch (family) {
  case Family::BullMq5Or6:
    return Mq5Or6;
  case Family::BullMq4To6:
    return AnyMq;
  default:
    return setOf(family);
  }
}

} // namespace oxp
