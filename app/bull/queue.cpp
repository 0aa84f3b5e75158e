// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/queue.h"

#include <QHashFunctions>

namespace oxp {

size_t qHash(const QueueId &id, size_t seed) noexcept {
  return qHashMulti(seed, id.prefix, id.name);
}

} // namespace oxp
