// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <vector>

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

/// The steps of something that a test does, each with the least that it held the window in up to three tries.
/// A stall of the program comes each time that the same is done; one that the machine made (memory that it
/// had to find, a processor that was lent to others) does not.
class StallSteps {
public:
  /// Does all of it, and again where a step held the window. What held it in each try, empty when nothing did
  /// or the deed itself failed. The deed ends each of its steps with note(), the same steps in each try.
  template <typename Deed>
  static QString heldBy(const Deed &deed) {
    constexpr int Tries = 3;
    StallSteps steps;
    for (int run = 0; run < Tries; ++run) {
      steps.m_at = 0;
      Stalls::self()->restart();
      deed(steps);
      if (QTest::currentTestFailed() || steps.held().isEmpty())
        return {};
    }
    return steps.held();
  }

  void note(const QString &name) {
    const double longest = Stalls::self()->longestMs();
    if (qEnvironmentVariableIsSet("OXP_SHOW_STALLS"))
      qInfo("%-24s %6.1f ms", qPrintable(name), longest);
    if (m_at == m_steps.size())
      m_steps.push_back({name, longest});
    m_steps[m_at].leastMs = std::min(m_steps[m_at].leastMs, longest);
    ++m_at;
    Stalls::self()->restart();
  }

private:
  struct Step {
    QString name;
    double leastMs;
  };

  QString held() const {
    QStringList held;
    for (const Step &step : m_steps)
      if (step.leastMs > Stalls::AllowedMs)
        held << QStringLiteral("%1: %2 ms").arg(step.name).arg(step.leastMs);
    return held.join(QStringLiteral(", "));
  }

  std::vector<Step> m_steps;
  size_t m_at = 0;
};

} // namespace oxp::test
