// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/receiptsmodel.h"
#include "models/receipttext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using Kind = Whereabouts::Kind;

namespace {

constexpr qint64 Now = 1'760'000'000'000;

Receipt receipt(const QByteArray &operation, const QByteArray &jobId, Kind kind = Kind::Looking) {
  Receipt made;
  made.operation = operation;
  made.profile = u"p"_qs;
  made.queue.id = {"bull", "orders"};
  made.jobId = jobId;
  made.jobName = jobId.isEmpty() ? QString() : u"refund"_qs;
  made.at = Now;
  made.where.kind = kind;
  return made;
}

Receipt inState(const QByteArray &operation, const Whereabouts &where) {
  Receipt made = receipt(operation, "104203");
  made.where = where;
  return made;
}

} // namespace

class TestReceiptsModel : public QObject {
  Q_OBJECT

private slots:
  void theNewestComesFirstAndReplacesItsLike();
  void speakOnceForEachState();
  void keepNoMoreThanSoMany();
  void readWhatIsKnownAndNoMore_data();
  void readWhatIsKnownAndNoMore();
  void aWriteThatIsNotKnownToHaveArrivedIsNotSaidToBeDone();
  void endWhereNothingMoreIsToBeFoundOut();
};

void TestReceiptsModel::theNewestComesFirstAndReplacesItsLike() {
  ReceiptsModel model;
  const QAbstractItemModelTester tester(&model);
  model.add(receipt("job.retry", "1"));
  model.add(receipt("job.retry", "2"));
  model.add(receipt("job.promote", "1"));
  QCOMPARE(model.rowCount(), 3);
  Receipt again = receipt("job.retry", "1");
  again.record = 7;
  model.add(again);
  QCOMPARE(model.rowCount(), 3);
  QCOMPARE(model.at(0).record, 7);
  QCOMPARE(model.at(1).operation, "job.promote");
  Receipt elsewhere = again;
  elsewhere.queue.id.name = "mail";
  model.add(elsewhere); // another queue's job of this id
  QCOMPARE(model.rowCount(), 4);
  model.add(receipt("queue.pause", ""));
  model.add(receipt("queue.resume", ""));
  QCOMPARE(model.rowCount(), 5);
  QCOMPARE(model.at(0).operation, "queue.resume");
  model.dismiss(1);
  QCOMPARE(model.rowCount(), 4);
  model.dismiss(17);
  model.dismissAll();
  QCOMPARE(model.rowCount(), 0);
}

void TestReceiptsModel::speakOnceForEachState() {
  ReceiptsModel model;
  model.setClock([](const QString &) { return Now; });
  QSignalSpy spoke(&model, &ReceiptsModel::spoke);
  model.add(receipt("job.retry", "1"));
  QCOMPARE(spoke.size(), 0); // nobody has looked yet
  const auto put = [&](JobState state, qint64 since) {
    model.update([&](Receipt &each) {
      each.where = {Kind::InState, state, since, -1, {}};
      return true;
    });
  };
  put(JobState::Waiting, 0);
  put(JobState::Waiting, 0);
  QCOMPARE(spoke.size(), 1);
  put(JobState::Active, Now - 1'000);
  put(JobState::Active, Now - 2'000);
  QCOMPARE(spoke.size(), 2);
  model.add(receipt("job.remove", "2", Kind::Removed));
  QCOMPARE(spoke.size(), 3);
}

void TestReceiptsModel::keepNoMoreThanSoMany() {
  ReceiptsModel model;
  for (int i = 0; i < ReceiptsModel::KeptRows + 5; ++i)
    model.add(receipt("job.retry", QByteArray::number(i)));
  QCOMPARE(model.rowCount(), ReceiptsModel::KeptRows);
  QCOMPARE(model.at(0).jobId, QByteArray::number(ReceiptsModel::KeptRows + 4));
}

void TestReceiptsModel::readWhatIsKnownAndNoMore_data() {
  QTest::addColumn<Receipt>("made");
  QTest::addColumn<QString>("line");
  const auto row = [](const Receipt &made, const QString &line) {
    QTest::addRow("%s", qPrintable(line)) << made << line;
  };
  const QString retried = u"Retried refund #104203 in orders: "_qs;
  row(inState("job.retry", {Kind::InState, JobState::Active, Now - 4'200, -1, {}}),
      retried + u"now active, for 4 s"_qs);
  row(inState("job.retry", {Kind::InState, JobState::Active, 0, -1, {}}), retried + u"now active"_qs);
  row(inState("job.retry", {Kind::InState, JobState::Waiting, 0, -1, {}}), retried + u"waiting"_qs);
  row(inState("job.retry", {Kind::InState, JobState::Delayed, Now + 60'000, -1, {}}),
      retried + u"delayed, due in 1 min"_qs);
  row(inState("job.retry", {Kind::InState, JobState::Delayed, Now - 60'000, -1, {}}),
      retried + u"delayed"_qs);
  row(inState("job.retry", {Kind::InState, JobState::Completed, Now - 41'000, 1'900, {}}),
      retried + u"completed, after 1.9 s, 41 s ago"_qs);
  row(inState("job.retry", {Kind::InState, JobState::Failed, Now, -1, u"ECONNREFUSED"_qs}),
      retried + u"failed again, ECONNREFUSED"_qs);
  row(inState("job.retry", {Kind::Gone, JobState::Completed, 0, -1, {}}),
      retried + u"gone, removed when completed"_qs);
  row(inState("job.retry", {Kind::Gone, JobState::Unknown, 0, -1, {}}),
      retried + u"gone, removed since; how it ended is not known"_qs);
  row(inState("job.promote", {Kind::InState, JobState::Failed, Now, -1, u"no stock"_qs}),
      u"Promoted refund #104203 in orders: failed, no stock"_qs);
  row(receipt("queue.pause", "", Kind::QueuePaused),
      u"Paused orders: paused, running jobs go on to their end"_qs);
}

void TestReceiptsModel::readWhatIsKnownAndNoMore() {
  QFETCH(Receipt, made);
  QFETCH(QString, line);
  QCOMPARE(receipttext::line(made, Now), line);
}

void TestReceiptsModel::aWriteThatIsNotKnownToHaveArrivedIsNotSaidToBeDone() {
  for (const Kind kind : {Kind::NotSettled, Kind::NotArrived, Kind::NeverKnown}) {
    const QString line = receipttext::line(receipt("job.retry", "5", kind), Now);
    QVERIFY2(line.startsWith(u"Retry: refund #5"), qPrintable(line));
  }
}

void TestReceiptsModel::endWhereNothingMoreIsToBeFoundOut() {
  const auto place = [](JobState state) { return Whereabouts{Kind::InState, state, 0, -1, {}}; };
  QVERIFY(inState("job.retry", place(JobState::Completed)).isFinal());
  QVERIFY(inState("job.retry", place(JobState::Failed)).isFinal());
  QVERIFY(!inState("job.retry", place(JobState::Delayed)).isFinal());
  QVERIFY(!inState("job.updateData", place(JobState::Failed)).isFinal()); // a retry of it is still to be told
  QVERIFY(receipt("job.remove", "1", Kind::Removed).isFinal());
  QVERIFY(!receipt("job.retry", "1", Kind::NotKnown).isFinal());
  QVERIFY(!receipt("job.retry", "1", Kind::NotSettled).isFinal());
}

QTEST_GUILESS_MAIN(TestReceiptsModel)
#include "tst_receipts.moc"
