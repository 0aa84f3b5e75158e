// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <algorithm>
#include <ctime>

namespace oxp::test {

/// The longest that the window was kept by one event, by the clock of its own thread: how much else the
/// machine has to do does not count.
class Stalls : public QApplication {
public:
  using QApplication::QApplication;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  static constexpr double AllowedMs = 200;
#else
  static constexpr double AllowedMs = 50;
#endif

  static Stalls *self() { return static_cast<Stalls *>(QCoreApplication::instance()); }

  void restart() { m_longest = 0; }
  double longestMs() const { return m_longest; }

  /// Counts what a test does by itself as one event.
  template <typename Deed>
  void during(const Deed &deed) {
    const Span span(*this);
    deed();
  }

  bool notify(QObject *receiver, QEvent *event) override {
    const Span span(*this);
    return QApplication::notify(receiver, event);
  }

private:
  /// The outermost event holds those that it sends.
  struct Span {
    explicit Span(Stalls &stalls)
        : stalls(stalls)
        , begin(nowMs()) {
      ++stalls.m_depth;
    }
    ~Span() {
      if (--stalls.m_depth == 0)
        stalls.m_longest = std::max(stalls.m_longest, nowMs() - begin);
    }
    Q_DISABLE_COPY_MOVE(Span)
    Stalls &stalls;
    double begin;
  };

  static double nowMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
  }

  double m_longest = 0;
  int m_depth = 0;
};

} // namespace oxp::test
