// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/deliveries.h"

namespace oxp::audit {

void Deliveries::push(std::function<void()> call) {
  {
    const std::lock_guard lock(m_mutex);
    m_calls.push_back(std::move(call));
    if (m_calls.size() > 1)
      return; // woken already
  }
  QMetaObject::invokeMethod(this, "drain", Qt::QueuedConnection);
}

void Deliveries::drain() {
  std::deque<std::function<void()>> calls;
  {
    const std::lock_guard lock(m_mutex);
    calls.swap(m_calls);
  }
  const QPointer<Deliveries> alive(this);
  for (const auto &call : calls) {
    if (!alive)
      return; // a handler has closed the store
    call();
  }
}

} // namespace oxp::audit
