// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <optional>

/// Waiting in an event loop that goes on as the program's own does (QTest's pauses it for 10 ms at a time).
namespace oxp::bench {

inline constexpr int PatienceMs = 60'000;

/// Until it is done; false when it never is.
inline bool until(const std::function<bool()> &done, int ms = PatienceMs) {
  if (done())
    return true;
  QEventLoop loop;
  QTimer look;
  look.setTimerType(Qt::PreciseTimer);
  QElapsedTimer time;
  time.start();
  QObject::connect(&look, &QTimer::timeout, &loop, [&] {
    if (done())
      loop.exit(0);
    else if (time.elapsed() > ms)
      loop.exit(1);
  });
  look.start(1);
  return loop.exec() == 0;
}

inline void rest(int ms) {
  until([] { return false; }, ms);
}

/// The answer to `ask(context, handler)`.
template <typename T>
Result<T> await(const std::function<void(QObject *context, std::function<void(Result<T>)> handler)> &ask) {
  QObject context;
  QEventLoop loop;
  std::optional<Result<T>> answer;
  ask(&context, [&](Result<T> result) {
    answer = std::move(result);
    loop.quit();
  });
  QTimer::singleShot(PatienceMs, &context, [&] { loop.quit(); });
  loop.exec();
  return answer ? std::move(*answer) : Result<T>(fail(ErrorKind::Timeout));
}

inline double msOf(const QElapsedTimer &time) {
  return double(time.nsecsElapsed()) / 1e6;
}

} // namespace oxp::bench
