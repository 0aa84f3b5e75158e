// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"
#include "shop.h"
#include "workspace/jobrequests.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/statepagesource.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

class TestRequests : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void fillsAJobTable();
  void readsAJob();
  void searches_data();
  void searches();
  void cancelsASearch();
  void tellsHowFarALargePayloadIs();
  void callsNobodyWhoIsGone();

private:
  QueueInfo orders() const { return *m_session->queues().find(Orders); }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
};

void TestRequests::initTestCase() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 1'200);
  seedFailed(*m_server, Orders, "f1", "CardError: declined");
  seedFailed(*m_server, Orders, "f2", "Timeout");
  m_around = std::make_unique<Surroundings>();
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(m_server->endpoint())));
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
}

void TestRequests::cleanupTestCase() {
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

void TestRequests::fillsAJobTable() {
  JobTableModel model;
  model.setSource(std::make_shared<StatePageSource>(m_session.get(), orders(), JobState::Waiting),
                  JobState::Waiting);
  QTRY_COMPARE(model.rowCount(), 1'200);
  QCOMPARE(model.idAt(0), "1"_qba);
  model.data(model.index(1'100, 0));
  QTRY_COMPARE(model.idAt(1'100), "1101"_qba);
  QCOMPARE(model.index(1'100, int(JobColumn::Name)).data().toString(), u"order 1101"_qs);
  m_server->run({"LPUSH", Orders.key("wait"), "ghost"});
  model.refreshVisible(1'190, 1'199);
  QTRY_COMPARE(model.rowCount(), 1'201);
  model.refreshVisible(1'190, 1'200);
  QTRY_COMPARE(model.idAt(1'200), "ghost"_qba);
  QVERIFY(model.rowAt(1'200)->missing);
  m_server->run({"LREM", Orders.key("wait"), "0", "ghost"});
}

void TestRequests::readsAJob() {
  std::optional<JobDetail> detail;
  m_session->jobs().requestDetail(orders(), "f1", this,
                                  [&](const Result<JobDetail> &read) { detail = *read; });
  QTRY_VERIFY(detail);
  QCOMPARE(detail->failedReason, "CardError: declined"_qba);
  QCOMPARE(detail->row.state, JobState::Failed);
  std::optional<JobSnapshot> snapshot;
  m_session->jobs().requestSnapshot(orders(), "7", this,
                                    [&](const Result<JobSnapshot> &read) { snapshot = *read; });
  QTRY_VERIFY(snapshot);
  QCOMPARE(snapshot->data, "{\"n\":7}"_qba);
  std::optional<reader::Latest> latest;
  m_session->jobs().requestLatest(orders(), ~JobFields(0), {}, this,
                                  [&](const Result<reader::Latest> &read) { latest = *read; });
  QTRY_VERIFY(latest);
  QVERIFY(latest->rows.size() >= 52 && latest->rows.size() <= 200);
}

void TestRequests::searches_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArrayList>("ids");
  QTest::newRow("name") << int(JobState::Waiting) << u"\"ORDER 117\""_qs
                        << QByteArrayList{"117",  "1170", "1171", "1172", "1173", "1174",
                                          "1175", "1176", "1177", "1178", "1179"};
  QTest::newRow("error") << int(JobState::Failed) << u"card"_qs << QByteArrayList{"f1"};
  QTest::newRow("id") << int(JobState::Failed) << u"F2"_qs << QByteArrayList{"f2"};
  QTest::newRow("nothing") << int(JobState::Failed) << u"nobody"_qs << QByteArrayList{};
  QTest::newRow("latest") << -1 << u"timeout"_qs << QByteArrayList{"f2"};
}

void TestRequests::searches() {
  QFETCH(int, state);
  QFETCH(QString, text);
  SearchRequest request;
  request.scopes = {{orders(), {ShownStates.begin(), ShownStates.end()}}};
  if (state >= 0)
    request.scopes[0].states = {JobState(state)};
  request.query = *search::parse(text, 0);
  std::optional<SearchReport> report;
  std::vector<SearchHit> hits;
  m_session->longReads().requestSearch(
      request, this,
      [&](SearchProgress part) { std::move(part.hits.begin(), part.hits.end(), std::back_inserter(hits)); },
      [&](const Result<SearchReport> &end) { report = *end; });
  QTRY_VERIFY(report);
  QCOMPARE(report->found, qint64(hits.size())); // all were told before the end
  QByteArrayList ids;
  for (const SearchHit &hit : hits) {
    ids += hit.row.id;
    QCOMPARE(hit.row.created, 1'700'000'000'000);
  }
  std::sort(ids.begin(), ids.end());
  QTEST(ids, "ids");
}

void TestRequests::cancelsASearch() {
  SearchRequest request;
  request.scopes = {{orders(), {JobState::Waiting}}};
  request.query = *search::parse(u"x"_qs, 0);
  std::optional<Error> error;
  LaneHandle handle =
      m_session->longReads().requestSearch(request, this, {}, [&](const Result<SearchReport> &end) {
        error = end ? Error{ErrorKind::Server, "ended", {}, -1} : end.error();
      });
  handle.cancel();
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Cancelled);
}

void TestRequests::tellsHowFarALargePayloadIs() {
  const QByteArray large = '"' + QByteArray(20'000'000, 'x') + '"';
  m_server->run({"HSET", Orders.key("8"), "data", large});
  std::optional<JobSnapshot> snapshot;
  qint64 received = 0;
  m_session->jobs().requestSnapshot(
      orders(), "8", this, [&](const Result<JobSnapshot> &read) { snapshot = *read; },
      [&](qint64 bytes) { received = bytes; });
  QTRY_VERIFY(snapshot);
  QCOMPARE(snapshot->data.size(), large.size());
  QVERIFY(received > 0);
}

void TestRequests::callsNobodyWhoIsGone() {
  bool called = false;
  {
    QObject context;
    m_session->jobs().requestState(orders(), "1", &context, [&](const Result<JobState> &) { called = true; });
  }
  std::optional<JobState> state;
  m_session->jobs().requestState(orders(), "1", this, [&](const Result<JobState> &read) { state = *read; });
  QTRY_COMPARE(state, JobState::Waiting);
  QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_session_requests.moc"
