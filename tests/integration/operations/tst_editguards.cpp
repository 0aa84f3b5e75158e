// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include <QDateTime>
#include <QFile>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace oxp;
using namespace oxp::test;

namespace {

const Library &Six = Libraries[0], &Five = Libraries[1];

/// A job as a producer leaves it, without one: most of these tests are about the guards.
void plant(OperationsFixture &fixture, const QueueInfo &queue, const QByteArray &id, const QByteArray &data,
           const char *list = "wait") {
  fixture.redis(
      {"HSET", queue.id.key(id), "name", "n", "data", data, "timestamp", "1700000000000", "opts", "{}"});
  fixture.redis({"LPUSH", queue.id.key(list), id});
  fixture.redis({"XADD", queue.id.key("events"), "*", "event", "waiting", "jobId", id});
}

QByteArray large(const char *tail = "end") {
  return "{\"blob\":\"" + QByteArray(1'500'000, 'x') + "\",\"tail\":\"" + tail + "\"}";
}

class TstEditGuards : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup() { fixture.reset(); }
  void conflictHoldsTheirs_data() { sizes(); }
  void conflictHoldsTheirs();
  void goneAndAddedAgain_data() { sizes(); }
  void goneAndAddedAgain();
  void missingFieldIsNotAnEmptyOne_data() { sizes(); }
  void missingFieldIsNotAnEmptyOne();
  void movedJobIsNoConflict();
  void takenByAWorkerMeanwhile();
  void brokenJobInActiveIsRepairedWithoutTick();
  void consentIsBoundToTheRequest();
  void sensitiveNeedsItsIdTyped();
  void viewerSendsNothing();
  void storeAwayWritesNothing();
  void nonsenseIsRefused();
  void noStreamIsMade_data() { sizes(); }
  void noStreamIsMade();
  void otherFieldsKeepMoving();
  void withoutXaddNothingIsWritten_data() { sizes(); }
  void withoutXaddNothingIsWritten();
  void withoutEvalItIsWrittenAllTheSame();
  void notesTellWhatFollows();
  void revertPutsTheBytesBack_data() { sizes(); }
  void revertPutsTheBytesBack();
  void revertKeepsWhatOthersChanged();
  void contextThatIsGoneIsNotCalled();

private:
  static void sizes() {
    QTest::addColumn<bool>("big");
    QTest::newRow("by script") << false;
    QTest::newRow("by WATCH") << true;
  }
  QByteArray payload(bool big) const { return big ? large() : QByteArray(R"({"tail":"end","n":1.50})"); }
  static QByteArray edit(QByteArray data, const char *to = "new") {
    return data.replace("\"end\"", '"' + QByteArray(to) + '"');
  }
  QByteArray stored(const char *id = "1") { return fixture->redis({"HGET", queue.id.key(id), "data"}).bytes; }
  audit::Outcome lastOutcome() { return fixture->records().at(0).outcome; }
  void startAs(OperationsFixture::Options options);

  std::unique_ptr<OperationsFixture> fixture;
  QueueInfo queue;
};

} // namespace

void TstEditGuards::init() {
  startAs({});
}

void TstEditGuards::startAs(OperationsFixture::Options options) {
  fixture = std::make_unique<OperationsFixture>(std::move(options));
  QVERIFY2(fixture->start(), qPrintable(fixture->server->error()));
  queue = fixture->queue(Six, "orders");
}

void TstEditGuards::conflictHoldsTheirs() {
  QFETCH(bool, big);
  plant(*fixture, queue, "1", payload(big));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  const QByteArray theirs = edit(payload(big), "theirs");
  fixture->redis({"HSET", queue.id.key("1"), "data", theirs});
  const Keys before = fixture->keys();
  const Ended ended = fixture->run(editRequest(queue, baseline, edit(baseline.data)));
  QCOMPARE(word(ended), QByteArray("Conflict/changed"));
  QVERIFY(ended.detail.theirs && ended.detail.theirs->data == theirs);
  QCOMPARE(differing(before, fixture->keys()), QList<QByteArray>());
  QCOMPARE(lastOutcome(), audit::Outcome::Conflict);
  // On top of theirs it goes.
  QCOMPARE(word(fixture->run(
               editRequest(queue, *ended.detail.theirs, QByteArray(theirs).replace("theirs", "both")))),
           QByteArray("done"));
}

void TstEditGuards::goneAndAddedAgain() {
  QFETCH(bool, big);
  plant(*fixture, queue, "1", payload(big));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  const OperationRequest request = editRequest(queue, baseline, edit(baseline.data));
  fixture->redis({"DEL", queue.id.key("1")});
  QCOMPARE(word(fixture->run(request)), QByteArray("NotFound/gone"));
  QCOMPARE(fixture->redis({"EXISTS", queue.id.key("1")}).integer, 0); // no orphan is made
  plant(*fixture, queue, "1", payload(big));
  fixture->redis({"HSET", queue.id.key("1"), "timestamp", "1700000000001"});
  QCOMPARE(word(fixture->run(request)), QByteArray("NotFound/other-job"));
  QCOMPARE(stored(), payload(big));
}

void TstEditGuards::missingFieldIsNotAnEmptyOne() {
  QFETCH(bool, big);
  plant(*fixture, queue, "1", "");
  const JobSnapshot empty = fixture->snapshot(queue, "1");
  fixture->redis({"HDEL", queue.id.key("1"), "data"});
  const JobSnapshot missing = fixture->snapshot(queue, "1");
  QVERIFY(empty.present && !missing.present && empty.sha1 == missing.sha1);
  const QByteArray wanted = big ? large() : QByteArray("{}");
  QCOMPARE(word(fixture->run(editRequest(queue, empty, wanted))), QByteArray("Conflict/changed"));
  fixture->redis({"HSET", queue.id.key("1"), "data", ""});
  QCOMPARE(word(fixture->run(editRequest(queue, missing, wanted))), QByteArray("Conflict/changed"));
  QCOMPARE(word(fixture->run(editRequest(queue, empty, wanted))), QByteArray("done"));
  QCOMPARE(stored(), wanted);
}

void TstEditGuards::movedJobIsNoConflict() {
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  fixture->redis({"LREM", queue.id.key("wait"), "0", "1"});
  fixture->redis({"ZADD", queue.id.key("completed"), "5", "1"});
  const Ended ended = fixture->run(editRequest(queue, baseline, edit(baseline.data)));
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(ended.report->state, JobState::Completed);
  QCOMPARE(ended.report->note, QByteArray("no-worker-will-read"));
}

void TstEditGuards::takenByAWorkerMeanwhile() {
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  OperationRequest request = editRequest(queue, baseline, edit(baseline.data));
  fixture->redis({"LREM", queue.id.key("wait"), "0", "1"});
  fixture->redis({"LPUSH", queue.id.key("active"), "1"});
  fixture->redis({"SET", queue.id.key("1:lock"), "token"});
  QCOMPARE(word(fixture->run(request)), QByteArray("WrongState/now-running"));
  QCOMPARE(stored(), payload(false));
  agree(request);
  const Ended ended = fixture->run(request);
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(ended.report->note, QByteArray("worker-has-old-data"));
  QVERIFY(ended.report->after->locked);
}

void TstEditGuards::brokenJobInActiveIsRepairedWithoutTick() {
  plant(*fixture, queue, "1", "{'not': json", "active");
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  QCOMPARE(baseline.state, JobState::Active);
  QCOMPARE(word(fixture->run(editRequest(queue, baseline, "{}"))), QByteArray("done"));
  QCOMPARE(stored(), QByteArray("{}"));
}

void TstEditGuards::consentIsBoundToTheRequest() {
  OperationsFixture::Options options;
  options.environment = Environment::Staging;
  startAs(options);
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  OperationRequest request = editRequest(queue, baseline, edit(baseline.data));
  QVERIFY(fixture->runner->decide(request, false).asks());
  QCOMPARE(word(fixture->run(request)), QByteArray("Denied/no-consent"));
  OperationRequest other = editRequest(queue, baseline, edit(baseline.data, "else"));
  agree(other);
  request.grants = other.grants;
  QCOMPARE(word(fixture->run(request)), QByteArray("Denied/other-consent"));
  agree(request);
  for (Grant &grant : request.grants)
    grant.at -= 5 * 60 * 1000 + 1;
  QCOMPARE(word(fixture->run(request)), QByteArray("Denied/consent-expired"));
  QCOMPARE(stored(), payload(false));
  QVERIFY(fixture->records().empty()); // nothing was tried
  request.reason = QStringLiteral("customer asked");
  agree(request);
  QCOMPARE(word(fixture->run(request)), QByteArray("done"));
  QCOMPARE(fixture->records().at(0).reason, QStringLiteral("customer asked"));
  QCOMPARE(fixture->records().at(0).who, QStringLiteral("tester@desk"));
}

void TstEditGuards::sensitiveNeedsItsIdTyped() {
  OperationsFixture::Options options;
  options.environment = Environment::Production;
  startAs(options);
  plant(*fixture, queue, "1", R"({"card":{"cardNumber":"end"}})");
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  OperationRequest request = editRequest(queue, baseline, edit(baseline.data));
  request.changes = {
      {json::Change::Changed, json::Pointer::fromString("/harmless"), "1", "2"}}; // the dialog was lied to
  agree(request);
  QCOMPARE(word(fixture->run(request)), QByteArray("Denied/typed-differs"));
  agree(request, "1");
  QCOMPARE(word(fixture->run(request)), QByteArray("done"));
}

void TstEditGuards::viewerSendsNothing() {
  OperationsFixture::Options options;
  options.role = Role::Viewer;
  startAs(options);
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  OperationRequest request = editRequest(queue, baseline, edit(baseline.data));
  agree(request);
  QCOMPARE(fixture->runner->decide(request, false).verdict, policy::Verdict::Deny);
  QCOMPARE(word(fixture->run(request)), QByteArray("Denied/viewer"));
  QCOMPARE(word(fixture->run(operation("queue.pause", queue))), QByteArray("Denied/viewer"));
  QCOMPARE(stored(), payload(false));
}

void TstEditGuards::storeAwayWritesNothing() {
  QTemporaryDir dir;
  OperationsFixture::Options options;
  options.auditFolder = dir.filePath(QStringLiteral("data/audit"));
  QFile inTheWay(dir.filePath(QStringLiteral("data")));
  QVERIFY(inTheWay.open(QIODevice::WriteOnly));
  startAs(options);
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1"); // reading works
  QVERIFY(baseline.present);
  const OperationRequest request = editRequest(queue, baseline, edit(baseline.data));
  const Keys before = fixture->keys();
  QCOMPARE(fixture->run(request).report.error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(fixture->run(operation("queue.pause", queue)).report.error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(differing(before, fixture->keys()), QList<QByteArray>());
  QCOMPARE(fixture->runner->decide(request, false).verdict, policy::Verdict::Deny);
  QVERIFY(inTheWay.remove());
  QCOMPARE(word(fixture->run(request)), QByteArray("done")); // back again
}

void TstEditGuards::nonsenseIsRefused() {
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  QCOMPARE(word(fixture->run(editRequest(queue, baseline, baseline.data))),
           QByteArray("Invalid/nothing-to-save"));
  OperationRequest request = operation("job.updateData", queue, "1");
  QCOMPARE(word(fixture->run(request)), QByteArray("Invalid/no-baseline"));
  request.baseline = baseline;
  QCOMPARE(word(fixture->run(request)), QByteArray("Invalid/nothing-to-save"));
  request.newData = "{\"a\":1,}";
  QCOMPARE(word(fixture->run(request)), QByteArray("Invalid/not-json"));
  QCOMPARE(fixture->run(request).report.error().offset, 6);
  request.newData = "\xef\xbb\xbf{}";
  QCOMPARE(word(fixture->run(request)), QByteArray("Invalid/not-json"));
  request = editRequest(queue, baseline, edit(baseline.data));
  request.newData += ' ';
  QCOMPARE(word(fixture->run(request)), QByteArray("Invalid/splices-differ"));
  QCOMPARE(stored(), payload(false));
  QVERIFY(fixture->records().empty());
}

void TstEditGuards::noStreamIsMade() {
  QFETCH(bool, big);
  plant(*fixture, queue, "1", payload(big));
  fixture->redis({"DEL", queue.id.key("events")});
  const Ended ended = fixture->run(editRequest(queue, fixture->snapshot(queue, "1"), edit(payload(big))));
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(fixture->redis({"EXISTS", queue.id.key("events")}).integer, 0);
  QCOMPARE(stored(), edit(payload(big)));
}

void TstEditGuards::otherFieldsKeepMoving() {
  plant(*fixture, queue, "1", large());
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  std::atomic<bool> stop{false};
  std::thread busy([&] {
    while (!stop)
      fixture->redis({"HINCRBY", queue.id.key("1"), "progress", "1"});
  });
  const Ended ended = fixture->run(editRequest(queue, baseline, edit(large())));
  stop = true;
  busy.join();
  if (word(ended) == "done") // it may get through between two of them
    QCOMPARE(stored(), edit(large()));
  else
    QCOMPARE(word(ended), QByteArray("WrongState/keeps-moving"));
  fixture->redis({"HSET", queue.id.key("1"), "data", large()});
  QCOMPARE(word(fixture->run(editRequest(queue, baseline, edit(large())))), QByteArray("done"));
}

void TstEditGuards::withoutXaddNothingIsWritten() {
  QFETCH(bool, big);
  OperationsFixture::Options options;
  options.credentials = {QStringLiteral("ox"), SecretString(QByteArray("pw"))};
  startAs(options);
  fixture->redis({"ACL", "SETUSER", "ox", "on", ">pw", "~*", "+@all", "-xadd"});
  plant(*fixture, queue, "1", payload(big));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  const Keys before = fixture->keys();
  QCOMPARE(word(fixture->run(editRequest(queue, baseline, edit(payload(big))))), QByteArray("Denied/NOPERM"));
  // Where the rights cannot be asked for, the write itself is refused as a whole.
  fixture->redis({"ACL", "SETUSER", "ox", "-acl"});
  QCOMPARE(fixture->run(editRequest(queue, baseline, edit(payload(big)))).report.error().kind,
           ErrorKind::Denied);
  QCOMPARE(differing(before, fixture->keys()), QList<QByteArray>());
}

void TstEditGuards::withoutEvalItIsWrittenAllTheSame() {
  OperationsFixture::Options options;
  options.credentials = {QStringLiteral("ox"), SecretString(QByteArray("pw"))};
  startAs(options);
  fixture->redis({"ACL", "SETUSER", "ox", "on", ">pw", "~*", "+@all", "-eval", "-evalsha"});
  plant(*fixture, queue, "1", payload(false));
  const Ended ended = fixture->run(editRequest(queue, fixture->snapshot(queue, "1"), edit(payload(false))));
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(stored(), edit(payload(false)));
  QVERIFY(ended.report->announced);
}

void TstEditGuards::notesTellWhatFollows() {
  const QueueInfo five = fixture->queue(Five, "cron"), six = fixture->queue(Six, "cron6");
  const QJsonObject bare{{QStringLiteral("state"), QStringLiteral("scheduler")},
                         {QStringLiteral("template"), false}};
  const QJsonObject full{{QStringLiteral("state"), QStringLiteral("scheduler")},
                         {QStringLiteral("id"), QStringLiteral("with")},
                         {QStringLiteral("data"), QJsonObject{{QStringLiteral("a"), 1}}}};
  const auto note = [&](const QueueInfo &in, const QByteArray &id) {
    const Ended ended = fixture->run(editRequest(in, fixture->snapshot(in, id), "{\"mine\":1}"));
    return ended.report ? ended.report->note : why(ended);
  };
  const auto ids5 = fixture->add(Five, "cron", {bare, full}), ids6 = fixture->add(Six, "cron6", {bare});
  QCOMPARE(note(five, ids5[0]), QByteArray("becomes-template"));
  QCOMPARE(note(five, ids5[1]), QByteArray("this-run-only"));
  QCOMPARE(note(six, ids6[0]), QByteArray("this-run-only"));
  plant(*fixture, queue, "1", "{}");
  fixture->redis({"HSET", queue.id.key("1"), "opts", "{\"sizeLimit\":5}"});
  QCOMPARE(note(queue, "1"), QByteArray("over-size-limit"));
  fixture->redis({"HSET", queue.id.key("1"), "data", "{}", "opts", "{\"sizeLimit\":10}"});
  QCOMPARE(note(queue, "1"), QByteArray()); // just as long
  plant(*fixture, queue, "2", "{'not': json", "active");
  QCOMPARE(note(queue, "2"), QByteArray()); // stalled: no worker has it
}

void TstEditGuards::revertPutsTheBytesBack() {
  QFETCH(bool, big);
  const QByteArray before = payload(big);
  plant(*fixture, queue, "1", before);
  QCOMPARE(word(fixture->run(editRequest(queue, fixture->snapshot(queue, "1"), edit(before)))),
           QByteArray("done"));
  std::optional<audit::Record> record;
  fixture->audit->requestRecord(fixture->records().at(0).id, fixture->runner.get(),
                                [&](Result<audit::Record> read) { record = std::move(*read); });
  QTRY_VERIFY(record);
  QCOMPARE(record->before->ranges, big);
  const auto request =
      OperationRunner::revertRequest(*fixture->rules, *record, fixture->snapshot(queue, "1"), queue);
  QVERIFY(request);
  QCOMPARE(word(fixture->run(*request)), QByteArray("done"));
  QVERIFY(stored() == before);
  QCOMPARE(fixture->records().at(0).revertOf, record->id);
  const auto again =
      OperationRunner::revertRequest(*fixture->rules, *record, fixture->snapshot(queue, "1"), queue);
  QVERIFY(!again);
  QCOMPARE(again.error().code, big ? QByteArray("changed-since") : QByteArray("nothing-to-save"));
}

void TstEditGuards::revertKeepsWhatOthersChanged() {
  plant(*fixture, queue, "1", R"({"tail":"end","n":1.50,"o":1})");
  QCOMPARE(word(fixture->run(editRequest(queue, fixture->snapshot(queue, "1"), edit(stored())))),
           QByteArray("done"));
  const audit::Record record = fixture->records().at(0);
  fixture->redis({"HSET", queue.id.key("1"), "data", R"({"tail":"new","n":1.50,"o":2})"});
  const auto beside =
      OperationRunner::revertRequest(*fixture->rules, record, fixture->snapshot(queue, "1"), queue);
  QVERIFY(beside);
  QCOMPARE(beside->newData, QByteArray(R"({"tail":"end","n":1.50,"o":2})"));
  fixture->redis({"HSET", queue.id.key("1"), "data", R"({"tail":"theirs","n":1.50,"o":2})"});
  QCOMPARE(OperationRunner::revertRequest(*fixture->rules, record, fixture->snapshot(queue, "1"), queue)
               .error()
               .code,
           QByteArray("changed-since"));
  fixture->redis({"HSET", queue.id.key("1"), "timestamp", "9"});
  QCOMPARE(OperationRunner::revertRequest(*fixture->rules, record, fixture->snapshot(queue, "1"), queue)
               .error()
               .code,
           QByteArray("other-job"));
}

void TstEditGuards::contextThatIsGoneIsNotCalled() {
  plant(*fixture, queue, "1", payload(false));
  const JobSnapshot baseline = fixture->snapshot(queue, "1");
  bool called = false;
  QSignalSpy finished(fixture->runner.get(), &OperationRunner::finished);
  {
    QObject gone;
    fixture->runner->run(editRequest(queue, baseline, edit(baseline.data)), &gone,
                         [&](Result<OperationReport>, OperationReport) { called = true; });
  }
  QTRY_COMPARE(finished.size(), 1);
  QVERIFY(!called);
  QCOMPARE(stored(), edit(payload(false)));
}

QTEST_GUILESS_MAIN(TstEditGuards)
#include "tst_editguards.moc"
