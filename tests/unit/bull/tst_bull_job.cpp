// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/jobcodec.h"
#include "bull/jobopts.h"
#include "bull/legacyrepeat.h"

#include <QHash>
#include <QTest>

using namespace oxp;

/// How the fields of a job's hash become a row of a list.
class TestBullJob : public QObject {
  Q_OBJECT

private slots:
  void aRowHoldsWhatItsColumnsNeed();
  void columnsNotAskedForAreNotFetched();
  void payloadsAreNeverFetched();
  void attemptsComeFromEitherGeneration_data();
  void attemptsComeFromEitherGeneration();
  void aLongErrorIsCut();
  void optsMembersAreReadInPlace();
  void brokenOptsSayNothing();
  void repeatablesOfOldAreReadFromTheirName_data();
  void repeatablesOfOldAreReadFromTheirName();

private:
  static JobRow rowOf(const QHash<QByteArray, QByteArray> &hash, JobFields fields = AllJobFields);
};

JobRow TestBullJob::rowOf(const QHash<QByteArray, QByteArray> &hash, JobFields fields) {
  std::vector<QByteArray> values;
  for (const QByteArray &name : jobcodec::hashFields(fields))
    values.push_back(hash.value(name));
  return jobcodec::row("7", JobState::Failed, fields, values);
}

void TestBullJob::aRowHoldsWhatItsColumnsNeed() {
  const JobRow row = rowOf({{"name", "refund"},
                            {"timestamp", "1700000000001"},
                            {"processedOn", "1700000000002"},
                            {"finishedOn", "1700000000003"},
                            {"atm", "2"},
                            {"opts", R"({"attempts":3})"},
                            {"priority", "5"},
                            {"progress", R"({"pct":50})"},
                            {"failedReason", "Boom"},
                            {"defa", "child failed"}});
  JobRow wanted;
  wanted.id = "7";
  wanted.name = "refund";
  wanted.state = JobState::Failed;
  wanted.willFail = true;
  wanted.created = 1700000000001;
  wanted.processed = 1700000000002;
  wanted.finished = 1700000000003;
  wanted.attemptsMade = 2;
  wanted.attemptsMax = 3;
  wanted.priority = 5;
  wanted.progress = R"({"pct":50})";
  wanted.error = "Boom";
  QCOMPARE(row, wanted);
}

void TestBullJob::columnsNotAskedForAreNotFetched() {
  const auto names = jobcodec::hashFields(static_cast<JobFields>(JobField::Name));
  QCOMPARE(names, (std::vector<QByteArray>{"defa", "name"}));
}

void TestBullJob::payloadsAreNeverFetched() {
  for (const QByteArray &name : jobcodec::hashFields(AllJobFields))
    QVERIFY(name != "data" && name != "returnvalue" && name != "stacktrace");
}

void TestBullJob::attemptsComeFromEitherGeneration_data() {
  QTest::addColumn<QByteArray>("attemptsMade");
  QTest::addColumn<QByteArray>("atm");
  QTest::addColumn<int>("made");
  QTest::newRow("none") << QByteArray() << QByteArray() << 0;
  QTest::newRow("BullMQ 5") << QByteArray() << "4"_qba << 4;
  QTest::newRow("BullMQ 4, Bull 4") << "3"_qba << QByteArray() << 3;
  QTest::newRow("both") << "3"_qba
                        << "4"_qba << 3;
}

void TestBullJob::attemptsComeFromEitherGeneration() {
  QFETCH(QByteArray, attemptsMade);
  QFETCH(QByteArray, atm);
  QHash<QByteArray, QByteArray> hash;
  if (!attemptsMade.isNull())
    hash.insert("attemptsMade", attemptsMade);
  if (!atm.isNull())
    hash.insert("atm", atm);
  QTEST(rowOf(hash).attemptsMade, "made");
}

void TestBullJob::aLongErrorIsCut() {
  const JobRow row = rowOf({{"failedReason", QByteArray(100'000, 'x')}});
  QCOMPARE(row.error.size(), jobcodec::ListTextLimit);
}

void TestBullJob::optsMembersAreReadInPlace() {
  const QByteArray opts =
      R"({"attempts":3,"backoff":{"attempts":9},"repeat":{"key":"a\"b:1","every":60000},"attempts":5})";
  QCOMPARE(jobopts::number(opts, {"attempts"}), 5); // the last of equal keys, as JSON.parse has it
  QCOMPARE(jobopts::number(opts, {"backoff", "attempts"}), 9);
  QCOMPARE(jobopts::text(opts, {"repeat", "key"}), "a\"b:1"_qba);
  const QByteArray repeat = R"({"key":"a\"b:1","every":60000})";
  QCOMPARE(jobopts::member(opts, {"repeat"}).toByteArray(), repeat);
  QVERIFY(jobopts::member(opts, {"repeat", "missing"}).isEmpty());
  QVERIFY(jobopts::member(opts, {"attempts", "missing"}).isEmpty());
}

void TestBullJob::brokenOptsSayNothing() {
  for (const char *opts : {"", "{", "[]", "null", "{'attempts':3}"})
    QCOMPARE(jobopts::number(opts, {"attempts"}), 0);
}

void TestBullJob::repeatablesOfOldAreReadFromTheirName_data() {
  QTest::addColumn<QByteArray>("member");
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("tz");
  QTest::addColumn<QByteArray>("pattern");
  QTest::addColumn<qint64>("every");
  QTest::newRow("BullMQ 4 cron") << "legacy-repeat::::0 15 3 * * *"_qba
                                 << "legacy-repeat"_qba
                                 << ""_qba
                                 << "0 15 3 * * *"_qba << qint64(0);
  QTest::newRow("BullMQ 4 every") << "legacy-every::::600000"_qba
                                  << "legacy-every"_qba
                                  << ""_qba << QByteArray() << qint64(600000);
  QTest::newRow("Bull 4 cron") << "cron:::Europe/Berlin:0 3 * * *"_qba
                               << "cron"_qba
                               << "Europe/Berlin"_qba
                               << "0 3 * * *"_qba << qint64(0);
  QTest::newRow("Bull 4 every") << "every:::60000"_qba
                                << "every"_qba << QByteArray() << QByteArray() << qint64(60000);
  QTest::newRow("colons in the name") << "a:b:id:1700:UTC:* * * * *"_qba
                                      << "a:b"_qba
                                      << "UTC"_qba
                                      << "* * * * *"_qba << qint64(0);
}

void TestBullJob::repeatablesOfOldAreReadFromTheirName() {
  QFETCH(QByteArray, member);
  const auto scheduler = legacyRepeatable(member);
  QVERIFY(scheduler.has_value());
  QVERIFY(scheduler->legacy);
  QCOMPARE(scheduler->id, member);
  QTEST(scheduler->name, "name");
  QTEST(scheduler->tz, "tz");
  QTEST(scheduler->pattern, "pattern");
  QTEST(scheduler->every, "every");
  QVERIFY(!legacyRepeatable("limited:with:colons:too"));
  QVERIFY(!legacyRepeatable("nightly-report"));
}

QTEST_APPLESS_MAIN(TestBullJob)
#include "tst_bull_job.moc"
