// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace oxp {

/// Takes functions from other threads and calls them on the one that made it, the GUI's. They wait in a queue
/// under a mutex and not inside queued calls: ThreadSanitizer cannot see the event queue of an uninstrumented
/// Qt. Outlives the threads that post; one of the functions may destroy it.
class GuiMailbox : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;
  /// Any thread.
  void post(std::function<void()> function);

private:
  Q_INVOKABLE void deliver();

  std::mutex m_mutex;
  std::deque<std::function<void()>> m_waiting;
};

} // namespace oxp
