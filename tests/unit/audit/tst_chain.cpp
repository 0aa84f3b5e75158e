// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The records are whole: what was changed, taken out or put in is found, and the limits leave a whole rest.
#include "storetest.h"

using namespace oxp;
using namespace oxp::test;
using audit::Outcome;
using audit::Record;
using audit::VerifyReport;
using Fault = audit::VerifyReport::Fault;

namespace {

constexpr qint64 Day = 86'400'000;

} // namespace

class TstChain : public StoreTest {
  Q_OBJECT

private slots:
  void init() { makeFolder(); }
  void tamperingIsFound_data();
  void tamperingIsFound();
  void tamperingAfterTheLimitsIsFound();
  void emptiedByHandIsFound();
  void limitsDropTheOldest();
  void limitsCountInDays();
  void limitsMayDropTheNewestToo();
  void recordsAreCheckedWhileOthersAreWritten();

private:
  void begin(AuditStore &store, int records) {
    for (int i = 0; i < records; ++i) {
      const auto begun = store.begin(sample("1", "2"));
      QVERIFY(begun && store.finish(begun->id, Outcome::Done, nullptr));
    }
  }
  /// Changes the file as somebody would who knows SQLite.
  void tamper(const QString &sql) {
    const QString unguarded = QStringLiteral("DROP TRIGGER IF EXISTS intent_no_UPDATE; "
                                             "DROP TRIGGER IF EXISTS intent_no_DELETE; "
                                             "DROP TRIGGER IF EXISTS outcome_no_UPDATE; "
                                             "DROP TRIGGER IF EXISTS outcome_no_DELETE; ");
    for (const QString &statement : (unguarded + sql).split(u';'))
      QVERIFY2(!execOutside(m_folder, statement).isValid(), qPrintable(statement));
  }
};

void TstChain::tamperingIsFound_data() {
  QTest::addColumn<QString>("sql");
  QTest::addColumn<int>("fault");
  QTest::addColumn<qint64>("firstBad");
  const auto row = [](const char *name, const char *sql, Fault fault, qint64 bad) {
    QTest::newRow(name) << QString::fromUtf8(sql) << int(fault) << bad;
  };
  row("a field changed", "UPDATE intent SET reason='other' WHERE id=3", Fault::Changed, 3);
  row("bytes moved to the next column", "UPDATE intent SET who='zoë@des', profile='kShop 队列' WHERE id=3",
      Fault::Changed, 3);
  row("the payload changed", "UPDATE intent SET payload=x'00' WHERE id=3", Fault::Changed, 3);
  row("its hash changed", "UPDATE intent SET hash=x'00' WHERE id=3", Fault::Changed, 3);
  row("one taken out of the middle", "DELETE FROM intent WHERE id=3", Fault::Changed, 4);
  row("the newest taken away", "DELETE FROM intent WHERE id>3", Fault::Missing, 4);
  row("an outcome changed", "UPDATE outcome SET outcome=2 WHERE id=2", Fault::Changed, 2);
  row("an outcome taken out", "DELETE FROM outcome WHERE id=2", Fault::Changed, 3);
  row("the last outcome taken away", "DELETE FROM outcome WHERE id=5", Fault::Missing, 5);
  row("two changed places",
      "UPDATE intent SET id=-1 WHERE id=2; UPDATE intent SET id=2 WHERE id=3; UPDATE intent SET id=3 WHERE "
      "id=-1",
      Fault::Changed, 2);
  row("one put in",
      "INSERT INTO intent SELECT 6, at, who, profile, profile_id, environment, prefix, queue, job, "
      "job_timestamp, "
      "operation, arguments, reason, revert_of, sealed, payload, previous, hash, facts FROM intent WHERE "
      "id=5",
      Fault::Changed, 6);
}

void TstChain::tamperingIsFound() {
  QFETCH(QString, sql);
  QFETCH(int, fault);
  QFETCH(qint64, firstBad);
  {
    AuditStore store(options());
    begin(store, 5);
    QVERIFY(isWhole(store));
  }
  // The same for all: triggers taken away and nothing else is no change of a record.
  tamper(QStringLiteral("SELECT 1"));
  {
    AuditStore store(options());
    QVERIFY(isWhole(store));
  }
  tamper(sql);
  AuditStore store(options());
  const auto report = verify(store);
  QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
  QCOMPARE(int(report->fault), fault);
  QCOMPARE(report->firstBad, firstBad);
}

void TstChain::tamperingAfterTheLimitsIsFound() {
  {
    AuditStore store(options());
    Record old = sample("1", "2");
    old.at = QDateTime::currentMSecsSinceEpoch() - 400 * Day;
    QVERIFY(store.begin(old));
    begin(store, 3);
  }
  {
    AuditStore store(options());
    QVERIFY(isWhole(store));
    QCOMPARE(verify(store)->records, 3);
  }
  tamper(QStringLiteral("DELETE FROM intent WHERE id=2")); // the oldest of those that were kept
  AuditStore store(options());
  const auto report = verify(store);
  QCOMPARE(int(report->fault), int(Fault::Missing));
  QCOMPARE(report->firstBad, 2);
}

void TstChain::emptiedByHandIsFound() {
  {
    AuditStore store(options());
    begin(store, 3);
  }
  tamper(QStringLiteral("DELETE FROM intent"));
  AuditStore store(options());
  QCOMPARE(int(verify(store)->fault), int(Fault::Missing));
}

void TstChain::limitsDropTheOldest() {
  {
    AuditStore store(options());
    Record old = sample("1", "2");
    old.at = QDateTime::currentMSecsSinceEpoch() - 400 * Day;
    const qint64 oldId = store.begin(old).value().id;
    std::vector<qint64> ids;
    for (int i = 0; i < 10; ++i)
      ids.push_back(store.begin(sample('"' + QByteArray(10'000, 'x') + '"', "2")).value().id);
    QVERIFY(store.finish(ids[9], Outcome::Done, nullptr));
    QVERIFY(store.finish(oldId, Outcome::Done, nullptr)); // settled late: its row lies behind a kept one
  }
  {
    AuditStore store(options());
    QCOMPARE(list(store).value().size(), 10u); // by age
    QVERIFY(isWhole(store));
  }
  AuditStore::Options small = options();
  small.storeLimit = 35'000;
  AuditStore store(small);
  QCOMPARE(list(store).value().size(), 3u); // by size
  QVERIFY(isWhole(store));
  QVERIFY(execOutside(m_folder, QStringLiteral("DELETE FROM intent")).isValid()); // the guards are back
}

void TstChain::limitsCountInDays() {
  {
    AuditStore store(options());
    for (const qint64 age : {366 * Day, 365 * Day + Day / 2, 364 * Day, 30 * Day, Day / 2, qint64(0)}) {
      Record old = sample("1", "2");
      old.at = QDateTime::currentMSecsSinceEpoch() - age;
      QVERIFY(store.begin(old));
    }
  }
  AuditStore store(options());
  QCOMPARE(list(store).value().size(), 4u); // a year is 365 days of 24 hours
  QVERIFY(isWhole(store));
}

void TstChain::limitsMayDropTheNewestToo() {
  {
    AuditStore store(options());
    begin(store, 2);
    QVERIFY(store.begin(sample('"' + QByteArray(50'000, 'x') + '"', "2")));
  }
  AuditStore::Options small = options();
  small.storeLimit = 35'000;
  {
    AuditStore store(small);
    QCOMPARE(list(store).value().size(), 0u);
    QVERIFY(isWhole(store)); // dropped by the limits, not by somebody
    begin(store, 1);         // and the chain goes on
    QVERIFY(isWhole(store));
  }
  AuditStore store(small);
  QCOMPARE(list(store).value().size(), 1u);
  QVERIFY(isWhole(store));
}

void TstChain::recordsAreCheckedWhileOthersAreWritten() {
  AuditStore store(options());
  begin(store, 20);
  std::optional<Result<VerifyReport>> got;
  store.requestVerify(this, [&](Result<VerifyReport> report) { got = std::move(report); });
  begin(store, 20); // blocks until each is on the disk
  QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), 30'000);
  QVERIFY(*got && (*got)->fault == Fault::None);
  QVERIFY((*got)->records >= 20 && (*got)->records <= 40);
}

QTEST_GUILESS_MAIN(TstChain)
#include "tst_chain.moc"
