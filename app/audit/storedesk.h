// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditthread.h"
#include "audit/callback.h"
#include "base/guimailbox.h"

#include <functional>
#include <future>
#include <memory>

namespace oxp::audit {

/// Where work is handed in for the audit thread, and answers come back to the GUI thread that made it.
class StoreDesk {
public:
  explicit StoreDesk(AuditThread::Setup setup)
      : m_thread(std::move(setup)) {}

  AuditThread &thread() { return m_thread; }
  const AuditThread &thread() const { return m_thread; }
  /// Calls come back on the GUI thread.
  GuiMailbox &mailbox() { return m_mailbox; }

  /// Runs `work(AuditThread &, Shelf &)` on the audit thread and waits for it. For lanes.
  template <typename R, typename Work>
  R wait(Work work) {
    std::promise<R> promise;
    std::future<R> answer = promise.get_future();
    m_thread.post([&](Shelf &shelf) { promise.set_value(work(m_thread, shelf)); });
    return answer.get();
  }

  /// Hands `work` in and does not wait.
  template <typename R, typename Work>
  std::future<R> begin(Work work) {
    auto promise = std::make_shared<std::promise<R>>();
    std::future<R> answer = promise->get_future();
    m_thread.post([this, promise, work = std::move(work)](Shelf &shelf) mutable {
      promise->set_value(work(m_thread, shelf));
    });
    return answer;
  }

  /// Runs `work` there and brings its Result back to `handler`, while `context` lives. GUI thread.
  template <typename R, typename Work>
  void ask(Work work, QObject *context, std::function<void(R)> handler) {
    // One shared callback: it is made and, at the latest with the mailbox, destroyed on this thread.
    auto callback =
        std::make_shared<Callback<R>>(Callback<R>{context, context != nullptr, std::move(handler)});
    m_thread.post([this, work = std::move(work), callback](Shelf &shelf) mutable {
      auto result = std::make_shared<R>(work(m_thread, shelf));
      m_mailbox.post([callback = std::move(callback), result] { (*callback)(std::move(*result)); });
    });
  }

private:
  GuiMailbox m_mailbox; // before the thread, which pushes into it until it has ended
  AuditThread m_thread;
};

} // namespace oxp::audit
