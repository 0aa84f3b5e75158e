// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"
#include "integration/operations/planting.h"
#include "operations/optionvalue.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;

namespace {

const Library &Six = Libraries[0];
constexpr const char *Stored =
    R"({ "attempts": 3 ,"x":1.50,"backoff":{"type":"fixed","delay":10,"jitter":0.5}})";
constexpr const char *Edited =
    R"({ "attempts": 5 ,"x":1.50,"backoff":{"type":"fixed","delay":10,"jitter":0.5}})";

/// An edit of a job's options: what is written, and what keeps it from being written.
class TstOptionEdits : public QObject {
  Q_OBJECT

private slots:
  void init() { startAs({}); }
  void cleanup() { fixture.reset(); }
  void nothingButTheBytesChanges_data();
  void nothingButTheBytesChanges();
  void whatChangedMeanwhileIsKept();
  void goneAndAddedAgain();
  void takenByAWorkerMeanwhile();
  void aRunningJobNeedsItsTick();
  void onlyWhatIsOfferedIsWritten();
  void aRevertPutsTheBytesBack();
  void aRevertKeepsWhatOthersChanged();
  void withoutEvalItIsWrittenAllTheSame();
  void viewersMayNot();

private:
  void startAs(OperationsFixture::Options options);
  void plantOptions(const QByteArray &state = "wait", const QByteArray &opts = Stored) {
    plant(*fixture, queue, {.state = state, .opts = opts});
  }
  OperationRequest wish(const QByteArray &edited = Edited) {
    return editRequest(queue, fixture->snapshot(queue, "1", "opts"), edited, "job.editOptions");
  }
  /// Of the job's hash, whose order may change with its encoding.
  QMap<QByteArray, QByteArray> fields() {
    QMap<QByteArray, QByteArray> all;
    const std::vector<Reply> parts = fixture->redis({"HGETALL", queue.id.key("1")}).items;
    for (size_t i = 0; i + 1 < parts.size(); i += 2)
      all.insert(parts[i].bytes, parts[i + 1].bytes);
    return all;
  }
  QByteArray stored() { return fixture->redis({"HGET", queue.id.key("1"), "opts"}).bytes; }

  std::unique_ptr<OperationsFixture> fixture;
  QueueInfo queue;
};

} // namespace

void TstOptionEdits::startAs(OperationsFixture::Options options) {
  fixture = std::make_unique<OperationsFixture>(std::move(options));
  QVERIFY2(fixture->start(), qPrintable(fixture->server->error()));
  queue = fixture->queue(Six, "orders");
}

void TstOptionEdits::nothingButTheBytesChanges_data() {
  QTest::addColumn<int>("library");
  QTest::addColumn<QByteArray>("state");
  for (int library = 0; library < int(std::size(Libraries)); ++library)
    for (const char *state : {"wait", "delayed", "failed"})
      QTest::addRow("%s %s", Libraries[library].name, state) << library << QByteArray(state);
}

/// No event, no key, no other field; and the record holds both.
void TstOptionEdits::nothingButTheBytesChanges() {
  QFETCH(int, library);
  QFETCH(QByteArray, state);
  queue = fixture->queue(Libraries[library], "orders");
  plantOptions(state);
  const Keys before = fixture->keys();
  const QMap<QByteArray, QByteArray> hash = fields();
  const Ended ended = fixture->run(wish());
  QCOMPARE(word(ended), QByteArray("done"));
  QVERIFY(!ended.report->announced && ended.report->after->data == Edited);
  QCOMPARE(stored(), QByteArray(Edited));
  QCOMPARE(differing(before, fixture->keys()), QList<QByteArray>{queue.id.key("1")});
  fixture->redis({"HSET", queue.id.key("1"), "opts", Stored});
  QCOMPARE(fields(), hash);
  const audit::Record record = fixture->records().at(0);
  QCOMPARE(record.operation, QByteArray("job.editOptions"));
  QVERIFY(record.before->bytes == Stored && record.after->bytes == Edited);
  QVERIFY(record.outcome == audit::Outcome::Done && audit::revertible(record));
}

void TstOptionEdits::whatChangedMeanwhileIsKept() {
  plantOptions();
  const OperationRequest request = wish();
  const QByteArray theirs = R"({"attempts":9})";
  fixture->redis({"HSET", queue.id.key("1"), "opts", theirs});
  const Ended ended = fixture->run(request);
  QCOMPARE(word(ended), QByteArray("Conflict/options-changed"));
  QCOMPARE(ended.detail.theirs->data, theirs);
  QCOMPARE(stored(), theirs);
  QCOMPARE(fixture->records().at(0).outcome, audit::Outcome::Conflict);
  // Other fields are no conflict.
  plantOptions();
  const OperationRequest again = wish();
  fixture->redis({"HSET", queue.id.key("1"), "data", "{\"n\":2}"});
  QCOMPARE(word(fixture->run(again)), QByteArray("done"));
}

void TstOptionEdits::goneAndAddedAgain() {
  plantOptions();
  const OperationRequest request = wish();
  fixture->redis({"DEL", queue.id.key("1")});
  QCOMPARE(word(fixture->run(request)), QByteArray("NotFound/gone"));
  QCOMPARE(fixture->redis({"EXISTS", queue.id.key("1")}).integer, 0);
  plantOptions();
  fixture->redis({"HSET", queue.id.key("1"), "timestamp", "18"});
  QCOMPARE(word(fixture->run(request)), QByteArray("NotFound/other-job"));
  QCOMPARE(stored(), QByteArray(Stored));
}

/// Between the person's look and the write: it is refused until it is said that the job runs.
void TstOptionEdits::takenByAWorkerMeanwhile() {
  plantOptions();
  OperationRequest request = wish();
  fixture->redis({"LMOVE", queue.id.key("wait"), queue.id.key("active"), "LEFT", "LEFT"});
  fixture->redis({"SET", queue.id.key("1") + ":lock", "w"});
  QCOMPARE(word(fixture->run(request)), QByteArray("WrongState/now-running"));
  QCOMPARE(stored(), QByteArray(Stored));
}

void TstOptionEdits::aRunningJobNeedsItsTick() {
  plantOptions("active");
  fixture->redis({"SET", queue.id.key("1") + ":lock", "w"});
  OperationRequest request = wish();
  QVERIFY(!fixture->run(request).report);
  agree(request);
  const Ended ended = fixture->run(request);
  QCOMPARE(word(ended), QByteArray("done"));
  QCOMPARE(ended.report->note, QByteArray("worker-has-old-options"));
}

void TstOptionEdits::onlyWhatIsOfferedIsWritten() {
  plantOptions();
  const Keys before = fixture->keys();
  for (const char *edited :
       {R"({"attempts":3,"priority":5})", R"({"attempts":-1})", R"({"attempts":"3"})", "[]", R"({"y":1})"})
    QCOMPARE(word(fixture->run(wish(edited))), QByteArray("Invalid/bad-option"));
  QCOMPARE(word(fixture->run(wish("{"))), QByteArray("Invalid/nothing-to-save")); // no splices come of it
  QCOMPARE(differing(before, fixture->keys()), QList<QByteArray>());
  QVERIFY(fixture->records().empty());
}

void TstOptionEdits::aRevertPutsTheBytesBack() {
  const QByteArray own = R"({"attempts":3,"backoff":{"type":"mine","x":[1]}})";
  plantOptions("wait", own);
  const auto edited = withOptions(own, queue.family, {{"backoff", "none"}});
  QCOMPARE(word(fixture->run(wish(*edited))), QByteArray("done"));
  QCOMPARE(stored(), QByteArray(R"({"attempts":3})"));
  const auto request = OperationRunner::revertRequest(*fixture->rules, fixture->records().at(0),
                                                      fixture->snapshot(queue, "1", "opts"), queue);
  QVERIFY(request);
  QCOMPARE(word(fixture->run(*request)), QByteArray("done"));
  QCOMPARE(stored(), own);
}

void TstOptionEdits::aRevertKeepsWhatOthersChanged() {
  plantOptions("wait", R"({"attempts":3,"kl":9})");
  QCOMPARE(word(fixture->run(wish(R"({"attempts":5,"kl":9})"))), QByteArray("done"));
  fixture->redis({"HSET", queue.id.key("1"), "opts", R"({"attempts":5,"kl":1})"});
  const auto request = OperationRunner::revertRequest(*fixture->rules, fixture->records().at(0),
                                                      fixture->snapshot(queue, "1", "opts"), queue);
  QCOMPARE(word(fixture->run(*request)), QByteArray("done"));
  QCOMPARE(stored(), QByteArray(R"({"attempts":3,"kl":1})"));
}

void TstOptionEdits::withoutEvalItIsWrittenAllTheSame() {
  OperationsFixture::Options options;
  options.credentials = {QStringLiteral("ox"), SecretString(QByteArray("pw"))};
  startAs(options);
  fixture->redis({"ACL", "SETUSER", "ox", "on", ">pw", "~*", "+@all", "-eval", "-evalsha"});
  plantOptions();
  QCOMPARE(word(fixture->run(wish())), QByteArray("done"));
  QCOMPARE(stored(), QByteArray(Edited));
}

void TstOptionEdits::viewersMayNot() {
  OperationsFixture::Options options;
  options.role = Role::Viewer;
  startAs(options);
  plantOptions();
  QVERIFY(!fixture->run(wish()).report);
  QCOMPARE(stored(), QByteArray(Stored));
}

QTEST_GUILESS_MAIN(TstOptionEdits)
#include "tst_optionedits.moc"
