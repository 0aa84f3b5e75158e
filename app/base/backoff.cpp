// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace oxp {

Backoff::Backoff(Limits limits, std::function<double()> random)
    : m_limits(limits)
    , m_current(limits.first)
    , m_random(std::move(random)) {
  if (!m_random)
    m_random = [generator = QRandomGenerator::securelySeeded()]() mutable {
      return generator.generateDouble();
    };
}

std::chrono::milliseconds Backoff::next() {
  const double factor = 0.75 + 0.5 * m_random();
  const auto wait = std::chrono::milliseconds(static_cast<long>(double(m_current.count()) * factor));
  m_current = std::min(m_current * 2, m_limits.most);
  return wait;
}

} // namespace oxp
