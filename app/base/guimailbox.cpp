// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/guimailbox.h"

#include <QPointer>

namespace oxp {

void GuiMailbox::post(std::function<void()> function) {
  bool first = false;
  {
    const std::lock_guard lock(m_mutex);
    first = m_waiting.empty();
    m_waiting.push_back(std::move(function));
  }
  if (first)
    QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
}

void GuiMailbox::deliver() {
  std::deque<std::function<void()>> functions;
  {
    const std::lock_guard lock(m_mutex);
    functions.swap(m_waiting);
  }
  const QPointer<GuiMailbox> alive(this);
  for (const auto &function : functions) {
    if (!alive)
      return;
    function();
  }
}

} // namespace oxp
