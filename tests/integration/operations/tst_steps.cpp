// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/outcomejudge.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;
using Lie = LyingProxy::Lie;
using audit::Outcome;

/// Operations of several steps, one of which fails or is lied about: what is told of them is what Redis
/// holds.
class TstSteps : public QObject, OutcomeJudge {
  Q_OBJECT

private slots:
  void initTestCase() { start(); }
  void cleanupTestCase() { stop(); }
  void toldOfTheWholeTransaction_data();
  void toldOfTheWholeTransaction();
  void laterErrorsProveNothing();
  void brokenOffScriptIsNotUndone();
};

void TstSteps::toldOfTheWholeTransaction_data() {
  QTest::addColumn<QByteArray>("verb");
  QTest::addColumn<QByteArray>("words");
  for (const char *verb : {"MULTI", "HSET", "XADD"})
    for (const char *words :
         {"+OK\r\n", "$-1\r\n", "-ERR something went wrong\r\n", "-NOPERM not this one\r\n"})
      QTest::addRow("%s %s", verb, QByteArray(words).trimmed().constData())
          << QByteArray(verb) << QByteArray(words);
}

/// A lie about a step before EXEC, which the server took: MULTI answered by an error runs all the same.
void TstSteps::toldOfTheWholeTransaction() {
  QFETCH(QByteArray, verb);
  QFETCH(QByteArray, words);
  plant(Wishes[1]);
  const OperationRequest wanted = request(Wishes[1]);
  for (const Lie::Point point : {Lie::AfterThem, Lie::BeforeBytes}) {
    if (verb == "HSET" && point == Lie::BeforeBytes)
      continue; // who drops one command of a transaction makes another one of it
    m_proxy->lieAbout([verb](const QByteArrayList &all) { return all.value(0) == verb; },
                      {point, Lie::Says, words});
    judge(wanted);
    if (QTest::currentTestFailed())
      return;
    plant(Wishes[1]);
  }
}

/// The second of the calls that resume a long list fails: the first has changed something.
void TstSteps::laterErrorsProveNothing() {
  m_fixture->redis({"FLUSHALL"});
  std::vector<QByteArray> push{"RPUSH", m_queue.id.key("paused")};
  for (int i = 0; i < 8'000; ++i)
    push.push_back(QByteArray::number(i));
  m_fixture->redis(push);
  m_fixture->redis({"LPUSH", m_queue.id.key("wait"), "first"});
  m_fixture->redis({"HSET", m_queue.id.key("meta"), "paused", "1"});
  int calls = 0;
  m_proxy->lieAbout([&](const QByteArrayList &words) { return isTheWrite(words) && ++calls == 2; },
                    {Lie::BeforeBytes, Lie::Says, "-OOM command not allowed\r\n"});
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  const Ended ended = m_fixture->run(request(Wishes[6]));
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("paused")}).integer, 1'000);
  QCOMPARE(word(ended), QByteArray("OutcomeUnknown/Server"));
  QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
  QCOMPARE(settled.at(0).at(1).value<Outcome>(), Outcome::Unknown); // neither resumed nor untouched
  QCOMPARE(word(m_fixture->run(request(Wishes[6]))), QByteArray("done"));
}

/// A library's script that ends in an error after its first write.
void TstSteps::brokenOffScriptIsNotUndone() {
  plant(Wishes[2]);
  m_fixture->redis({"SET", m_queue.id.key("wait"), "no list"});
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  const Keys before = m_fixture->keys();
  const Ended ended = m_fixture->run(request(Wishes[2]));
  QVERIFY(!differing(before, m_fixture->keys()).isEmpty());
  QCOMPARE(word(ended), QByteArray("OutcomeUnknown/Server"));
  QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
  QVERIFY(settled.at(0).at(1).value<Outcome>() != Outcome::Failed);
}

QTEST_GUILESS_MAIN(TstSteps)
#include "tst_steps.moc"
