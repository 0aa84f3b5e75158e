// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/workspace/shop.h"
#include "models/activitymodel.h"
#include "models/searchresultsmodel.h"
#include "ui/views/searchpanel.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/settings.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

/// Jobs in completed, written by the server itself: quick also for tens of thousands.
void fillCompleted(RedisServer &server, int count) {
  server.run({"EVAL",
              "for i = 1, tonumber(ARGV[1]) do "
              "redis.call('HSET', 'bull:orders:c' .. i, 'name', 'order', 'data', '{\"sum\":' .. i .. '}', "
              "'timestamp', 1700000000000 + i, 'finishedOn', 1700000000000 + i) "
              "redis.call('ZADD', 'bull:orders:completed', 1700000000000 + i, 'c' .. i) end",
              "0", QByteArray::number(count)});
}

/// One event that names these jobs.
QueueChange change(const QSet<QByteArray> &jobs) {
  QueueChange change;
  change.queue = Orders;
  change.jobs = jobs;
  change.events = 1;
  return change;
}

} // namespace

/// A running search and what it found, against a server of its own.
class TestSearchPanel : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();

  void followsWhatItFound();
  void followsAlsoAfterCancel();
  void asksOnceForManyEvents();
  void readsWhatComesIntoSight();
  void asksAgainWithThePresentTime();
  void tellsHowFarItIsAndEndsWhenCancelled();
  void listsALongSearchInActivity();
  void saysHowItWasDone_data();
  void saysHowItWasDone();

private:
  SearchAsk ask(const QString &text, std::vector<JobState> states = {JobState::Failed}) const;
  void find(const QString &text, std::vector<JobState> states = {JobState::Failed});
  /// As a retry by another program: the job moves, and the event says so.
  void moveToWaiting(const QByteArray &id);
  qint64 calls(const QByteArray &command);
  const SearchHit *hit(int row) const { return m_model->hitAt(row); }
  QString report() const { return m_panel->findChild<QLabel *>(u"Search report"_qs)->text(); }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Settings> m_settings;
  ActivityModel m_activity;
  std::unique_ptr<SearchPanel> m_panel;
  QTableView *m_table = nullptr;
  SearchResultsModel *m_model = nullptr;
};

void TestSearchPanel::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 3);
  for (const char *id : {"f1", "f2", "f3"})
    seedFailed(*m_server, Orders, id, "Timeout");
  m_around = std::make_unique<Surroundings>();
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(m_server->endpoint())));
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
  m_session->live().setOpenQueue(Orders);
  m_server->run({"XADD", Orders.key("events"), "*", "event", "drained"});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  m_folder = std::make_unique<QTemporaryDir>();
  m_settings = std::make_unique<Settings>(m_folder->filePath(u"oxpecker.ini"_qs));
  m_panel = std::make_unique<SearchPanel>(*m_settings, m_activity);
  m_panel->resize(900, 500);
  m_panel->show();
  m_table = m_panel->findChild<QTableView *>(u"Found jobs"_qs);
  m_model = qobject_cast<SearchResultsModel *>(m_table->model());
  QVERIFY(m_model);
}

void TestSearchPanel::cleanup() {
  m_panel.reset();
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

SearchAsk TestSearchPanel::ask(const QString &text, std::vector<JobState> states) const {
  SearchAsk ask;
  ask.session = m_session.get();
  ask.scopes = {{*m_session->queues().find(Orders), std::move(states)}};
  ask.query = *search::parse(text, m_session->link().serverNow());
  return ask;
}

void TestSearchPanel::find(const QString &text, std::vector<JobState> states) {
  m_panel->start(ask(text, std::move(states)));
  QTRY_VERIFY(!m_panel->isRunning());
}

void TestSearchPanel::moveToWaiting(const QByteArray &id) {
  m_server->run({"ZREM", Orders.key("failed"), id});
  m_server->run({"RPUSH", Orders.key("wait"), id});
  m_server->run({"HDEL", Orders.key(id), "failedReason", "finishedOn"});
  m_server->run({"XADD", Orders.key("events"), "*", "event", "waiting", "jobId", id, "prev", "failed"});
}

qint64 TestSearchPanel::calls(const QByteArray &command) {
  const QByteArray stats = m_server->run({"INFO", "commandstats"}).bytes;
  const QByteArray line = "cmdstat_" + command + ":calls=";
  const qsizetype at = stats.indexOf(line);
  if (at < 0)
    return 0;
  const qsizetype from = at + line.size();
  return stats.sliced(from, stats.indexOf(',', from) - from).toLongLong();
}

void TestSearchPanel::followsWhatItFound() {
  find(u"error : timeout"_qs);
  QTRY_COMPARE(m_model->rowCount(), 3);
  QVERIFY(m_table->isColumnHidden(int(JobColumn::State))); // they are all in it
  const QByteArray moved = hit(1)->row.id, gone = hit(2)->row.id, stays = hit(0)->row.id;
  moveToWaiting(moved);
  QTRY_COMPARE(hit(1)->row.state, JobState::Waiting);
  QCOMPARE(hit(1)->row.error, QByteArray());
  QVERIFY(!m_table->isColumnHidden(int(JobColumn::State)));
  QCOMPARE(m_model->index(1, int(JobColumn::State)).data().toString(), u"waiting"_qs);
  m_server->run({"DEL", Orders.key(gone)});
  m_server->run({"XADD", Orders.key("events"), "*", "event", "removed", "jobId", gone, "prev", "failed"});
  QTRY_VERIFY(hit(2)->row.missing);
  // Nothing came, moved or left.
  QCOMPARE(m_model->rowCount(), 3);
  QCOMPARE(hit(0)->row.id, stays);
  QCOMPARE(hit(0)->row.state, JobState::Failed);
  QCOMPARE(hit(1)->row.id, moved);
}

void TestSearchPanel::followsAlsoAfterCancel() {
  fillCompleted(*m_server, 20'000);
  connect(m_panel.get(), &SearchPanel::progressed, this, [this] {
    if (m_model->rowCount() > 0)
      m_server->freeze(); // so that it still runs when it is cancelled
  });
  m_panel->start(ask(u"error : timeout or data.sum >= 0"_qs, {JobState::Failed, JobState::Completed}));
  QTRY_VERIFY(m_model->rowCount() > 0);
  QVERIFY(m_panel->isRunning());
  m_panel->cancel();
  m_server->thaw();
  QVERIFY(report().startsWith(u"Cancelled"));
  const SearchHit first = *hit(0);
  QCOMPARE(first.row.state, JobState::Failed);
  moveToWaiting(first.row.id);
  QTRY_COMPARE(hit(0)->row.state, JobState::Waiting);
}

void TestSearchPanel::asksOnceForManyEvents() {
  find(u"error : timeout"_qs);
  QTRY_COMPARE(m_model->rowCount(), 3);
  m_server->run({"CONFIG", "RESETSTAT"});
  const QByteArray id = hit(0)->row.id;
  m_server->run({"HSET", Orders.key(id), "failedReason", "Timeout again"});
  for (int i = 0; i < 50; ++i)
    emit m_session->live().queuesMoved({change({id, "other"})});
  QTRY_COMPARE(hit(0)->row.error, "Timeout again");
  // One request for one row, whatever came meanwhile; the next has to wait for a second.
  QCOMPARE(calls("hmget"), 1);
  m_server->run({"HSET", Orders.key(id), "failedReason", "Timeout once more"});
  emit m_session->live().queuesMoved({change({id})});
  QTRY_COMPARE(hit(0)->row.error, "Timeout once more");
}

void TestSearchPanel::readsWhatComesIntoSight() {
  fillCompleted(*m_server, 300);
  find(u"data.sum >= 0"_qs, {JobState::Completed});
  QTRY_COMPARE(m_model->rowCount(), 300);
  const QByteArray last = hit(299)->row.id;
  m_server->run({"HSET", Orders.key(last), "name", "renamed"});
  emit m_session->live().queuesMoved({change({last})});
  QCOMPARE(hit(299)->row.name, "order");
  m_table->scrollToBottom();
  QTRY_COMPARE(hit(299)->row.name, "renamed");
}

void TestSearchPanel::asksAgainWithThePresentTime() {
  const SearchAsk first = ask(u"created < -1s"_qs, {JobState::Waiting});
  // Too young for the query as it was asked, by three tenths of a second.
  const QByteArray created = QByteArray::number(first.query.now - 700);
  for (const char *id : {"1", "2", "3"})
    m_server->run({"HSET", Orders.key(id), "timestamp", created});
  m_panel->start(first);
  QTRY_VERIFY(!m_panel->isRunning());
  QCOMPARE(m_model->rowCount(), 0);
  const auto foundAgain = [this] {
    if (!m_panel->isRunning() && m_model->rowCount() == 0)
      m_panel->restart();
    return m_model->rowCount() == 3;
  };
  QTRY_VERIFY(foundAgain());
}

void TestSearchPanel::tellsHowFarItIsAndEndsWhenCancelled() {
  fillCompleted(*m_server, 50'000);
  double share = -1;
  QString text;
  connect(m_panel.get(), &SearchPanel::progressed, this, [&](double now, const QString &words) {
    share = now;
    text = words;
    if (share > 0 && m_model->rowCount() > 0)
      m_server->freeze();
  });
  QSignalSpy ended(m_panel.get(), &SearchPanel::ended);
  m_panel->start(ask(u"data.sum >= 0"_qs, {JobState::Completed}));
  QTRY_VERIFY(share > 0 && m_model->rowCount() > 0);
  QVERIFY2(share <= 1, QByteArray::number(share).constData());
  QVERIFY2(text.contains(u" %") && text.contains(u"found"), qPrintable(text));
  QVERIFY(m_panel->isRunning());
  const int found = m_model->rowCount();
  m_panel->cancel();
  QVERIFY(!m_panel->isRunning());
  QCOMPARE(ended.size(), 1);
  QVERIFY2(report().startsWith(u"Cancelled: ") && report().contains(u"of 50,000"), qPrintable(report()));
  m_server->thaw();
  // What was found stays, and no late answer adds to it.
  std::optional<bool> later;
  m_session->jobs().requestState(*m_session->queues().find(Orders), "c1", this,
                                 [&](const auto &state) { later = state.has_value(); });
  QTRY_VERIFY(later);
  QCOMPARE(m_model->rowCount(), found);
  QCOMPARE(ended.size(), 1);
}

/// One of a second is long enough to look there, and to cancel it there.
void TestSearchPanel::listsALongSearchInActivity() {
  fillCompleted(*m_server, 50'000);
  find(u"data.sum = 1"_qs, {JobState::Completed});
  QCOMPARE(m_activity.rowCount(), 0);
  QElapsedTimer waited;
  connect(m_panel.get(), &SearchPanel::progressed, this, [&](double share) {
    if (share > 0 && !waited.isValid()) {
      m_server->freeze();
      waited.start();
    }
  });
  m_panel->start(ask(u"data.sum >= 0"_qs, {JobState::Completed}));
  QTRY_VERIFY(waited.isValid() && waited.hasExpired(1'100));
  m_server->thaw();
  QTRY_VERIFY(!m_panel->isRunning());
  QCOMPARE(m_activity.rowCount(), 1);
  const QModelIndex row = m_activity.index(0);
  QVERIFY(row.data().toString().contains(u"orders"));
  QCOMPARE(row.data(ActivityModel::StatusRole).toInt(), int(ActivityModel::Status::Done));
  QCOMPARE(row.data(ActivityModel::NoteRole).toString(), report());
}

void TestSearchPanel::saysHowItWasDone_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("onServer");
  QTest::addColumn<QString>("says");
  QTest::newRow("read") << u"data.n = 1"_qs << false << QString();
  QTest::newRow("sorted out") << u"data.n = 1"_qs << true << u"The server sorted out."_qs;
  QTest::newRow("negation") << u"not data.n = 1"_qs << true << u"leaves the server nothing to sort out"_qs;
  QTest::newRow("bare text") << u"order"_qs << true << u"leaves the server nothing to sort out"_qs;
}

void TestSearchPanel::saysHowItWasDone() {
  QFETCH(QString, text);
  QFETCH(bool, onServer);
  QFETCH(QString, says);
  SearchAsk asked = ask(text, {JobState::Waiting});
  asked.onServer = onServer;
  m_panel->start(asked);
  QTRY_VERIFY(!m_panel->isRunning());
  QVERIFY2(report().contains(says), qPrintable(report()));
  QCOMPARE(report().contains(u"server"), onServer);
}

QTEST_MAIN(TestSearchPanel)
#include "tst_searchpanel.moc"
