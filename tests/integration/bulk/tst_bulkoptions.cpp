// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An edit of the options of many jobs: the same in each, every other byte as it was, and back again.
#include "bulk/bulkroad.h"
#include "integration/bulk/bulkfixture.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;

class TstBulkOptions : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup() { m_fixture.reset(); }
  void editsThoseThatItIsFor_data();
  void editsThoseThatItIsFor();
  void takesThemBack();
  void takesNoFieldThatItDoesNotKnow();
  void foreseesWhatItDoes();

private:
  QByteArray opts(const QByteArray &id) {
    return m_fixture->redis({"HGET", m_queue.id.key(id), "opts"}).bytes;
  }
  void store(const QByteArray &id, const QByteArray &opts) {
    m_fixture->redis({"HSET", m_queue.id.key(id), "opts", opts});
  }
  OperationRequest wish(const Arguments &fields) {
    OperationRequest made = operation("job.editOptions", m_queue);
    made.arguments = fields;
    return made;
  }
  QByteArray run(const Arguments &fields) {
    const Stopped stopped = m_fixture->runAll(all(m_queue, JobState::Failed), wish(fields));
    return stopped.counts ? summary(m_fixture->items(m_fixture->lastRun)) : stopped.counts.error().code;
  }
  /// Job 1 as a library leaves it; the others with what keeps an edit away.
  void plantOdd();

  std::unique_ptr<BulkFixture> m_fixture;
  QueueInfo m_queue;
};

void TstBulkOptions::init() {
  m_fixture = std::make_unique<BulkFixture>();
  QVERIFY2(m_fixture->startBulk(), qPrintable(m_fixture->server->error()));
  m_queue = m_fixture->queue(Libraries[1], "orders");
}

void TstBulkOptions::plantOdd() {
  m_fixture->plant(m_queue, JobState::Failed, 6);
  store("1", R"({ "x":1.50, "attempts":1 })");
  store("2", R"({"attempts":"1"})");
  store("3", R"({"attempts":5})");
  store("4", "no json");
  m_fixture->redis({"SET", m_queue.id.key("5:lock"), "worker"});
  store("6", "{}");
}

void TstBulkOptions::editsThoseThatItIsFor_data() {
  QTest::addColumn<int>("library");
  for (int library = 0; library < int(std::size(Libraries)); ++library)
    QTest::newRow(Libraries[library].name) << library;
}

void TstBulkOptions::editsThoseThatItIsFor() {
  QFETCH(int, library);
  m_queue = m_fixture->queue(Libraries[library], "orders");
  plantOdd();
  const QByteArray held = opts("5");
  const qint64 events = m_fixture->redis({"XLEN", m_queue.id.key("events")}).integer;
  QCOMPARE(run({{"attempts", "5"}}),
           QByteArray("Done 2, Failed/bad-option 2, Skipped/running 1, Skipped/unchanged 1"));
  QCOMPARE(opts("1"), QByteArray(R"({ "x":1.50, "attempts":5 })"));
  QCOMPARE(opts("2"), QByteArray(R"({"attempts":"1"})"));
  QCOMPARE(opts("4"), QByteArray("no json"));
  QCOMPARE(opts("5"), held);
  QCOMPARE(opts("6"), QByteArray(R"({"attempts":5})"));
  QCOMPARE(m_fixture->redis({"XLEN", m_queue.id.key("events")}).integer, events);
  const audit::Record record = m_fixture->records().front();
  QVERIFY(record.operation == "job.editOptions" && audit::revertible(record));
}

void TstBulkOptions::takesThemBack() {
  plantOdd();
  QVERIFY(
      run({{"attempts", "5"}, {"removeOnFail", "some"}, {"removeOnFail.count", "9"}}).startsWith("Done 3"));
  store("3", R"({"attempts":5,"removeOnFail":9,"kl":1})"); // somebody else, elsewhere in it
  const audit::Run edited = m_fixture->runs().front();
  const OperationRequest undo = wish({{UndoesArgument, QByteArray::number(edited.id)}});
  std::optional<Result<FrozenSelection>> chosen;
  m_fixture->bulk->chooseUndo(edited, undo, this,
                              [&](Result<FrozenSelection> got) { chosen = std::move(got); });
  QVERIFY(QTest::qWaitFor([&] { return chosen.has_value(); }) && *chosen);
  m_fixture->lastRun = (*chosen)->run;
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(undo, **chosen), **chosen);
  QVERIFY(m_fixture->awaitStop().counts);
  QCOMPARE(summary(m_fixture->items(m_fixture->lastRun)), QByteArray("Done 3"));
  QCOMPARE(opts("1"), QByteArray(R"({ "x":1.50, "attempts":1 })"));
  QCOMPARE(opts("3"), QByteArray(R"({"attempts":5,"kl":1})"));
  QCOMPARE(opts("6"), QByteArray("{}"));
}

void TstBulkOptions::takesNoFieldThatItDoesNotKnow() {
  plantOdd();
  const Keys before = m_fixture->keys();
  for (const Arguments &fields :
       {Arguments{}, Arguments{{"priority", "5"}}, Arguments{{"timeout", "5"}}, Arguments{{"attempts", "-1"}},
        Arguments{{"attempts", "5"}, {"changes", "[]"}}})
    QCOMPARE(run(fields), QByteArray("bad-option"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

void TstBulkOptions::foreseesWhatItDoes() {
  plantOdd();
  const OperationRequest wanted = wish({{"attempts", "5"}});
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wanted);
  const Keys before = m_fixture->keys();
  const auto seen = m_fixture->foresee(chosen, wanted);
  QVERIFY(seen);
  QCOMPARE(summary(*seen), QByteArray("Done 2, Failed/bad-option 2, Skipped/running 1, Skipped/unchanged 1"));
  QCOMPARE(seen->samples.front().changes.size(), size_t(1));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TstBulkOptions)
#include "tst_bulkoptions.moc"
