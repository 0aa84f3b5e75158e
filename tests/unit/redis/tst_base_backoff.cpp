// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/backoff.h"
#include "base/clock.h"
#include "base/stoptoken.h"

#include <QTest>

#include <thread>

using namespace oxp;
using namespace std::chrono_literals;

class TestBackoff : public QObject {
  Q_OBJECT

private slots:
  void doublesUpToItsLimit();
  void startsAgain();
  void spreadsByAQuarter();
  void pausesUntilStopped();
  void deadlinesNeverGoNegative();
};

void TestBackoff::doublesUpToItsLimit() {
  Backoff backoff({.first = 100ms, .most = 1000ms}, [] { return 0.5; });
  for (const auto wanted : {100ms, 200ms, 400ms, 800ms, 1000ms, 1000ms})
    QCOMPARE(backoff.next().count(), wanted.count());
}

void TestBackoff::startsAgain() {
  Backoff backoff({.first = 100ms, .most = 1000ms}, [] { return 0.5; });
  backoff.next();
  backoff.next();
  backoff.reset();
  QCOMPARE(backoff.next().count(), 100);
}

void TestBackoff::spreadsByAQuarter() {
  QCOMPARE(Backoff({.first = 100ms, .most = 1s}, [] { return 0.0; }).next().count(), 75);
  QVERIFY(Backoff({.first = 100ms, .most = 1s}, [] { return 0.999; }).next() <= 125ms);
  Backoff random({.first = 1000ms, .most = 1000ms});
  for (int i = 0; i < 100; ++i) {
    const auto wait = random.next();
    QVERIFY(wait >= 750ms && wait <= 1250ms);
  }
}

void TestBackoff::pausesUntilStopped() {
  std::stop_source source;
  QVERIFY(pause(1ms, source.get_token()));
  const SteadyTime start = SteadyClock::now();
  std::jthread stopper([&source] { source.request_stop(); });
  QVERIFY(!pause(30s, source.get_token()));
  QVERIFY(SteadyClock::now() - start < 20s);
}

void TestBackoff::deadlinesNeverGoNegative() {
  const Deadline past = Deadline::at(SteadyClock::now() - 1h);
  QVERIFY(past.passed());
  QCOMPARE(past.left().count(), 0);
  QVERIFY(!Deadline::in(1h).passed());
  QVERIFY(Deadline::in(1h).earlier(past).passed());
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_base_backoff.moc"
