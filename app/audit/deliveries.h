// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <mutex>

namespace oxp::audit {

/// Brings answers to the thread that made it: a locked queue and a bare wake-up.
class Deliveries : public QObject {
  Q_OBJECT

public:
  /// Any thread.
  void push(std::function<void()> call);

private:
  Q_INVOKABLE void drain();

  std::mutex m_mutex;
  std::deque<std::function<void()>> m_calls;
};

/// A handler with the object that it lives as long as. Made, called and destroyed on the GUI thread.
template <typename R>
struct Callback {
  QPointer<QObject> context;
  bool hasContext = false;
  std::function<void(R)> handler;

  void operator()(R result) const {
    if (handler && (!hasContext || context))
      handler(std::move(result));
  }
};

} // namespace oxp::audit
