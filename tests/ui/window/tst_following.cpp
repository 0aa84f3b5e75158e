// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/nodepeer/nodepeer.h"
#include "models/jobtablemodel.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"

#include <QJsonDocument>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace oxp;
using namespace oxp::test;

namespace {

/// Polls do not come during a test: only events can bring what it waits for.
constexpr int Never = 600;

/// The table of jobs as a person sees it.
class Table {
public:
  explicit Table(Person &person)
      : m_view(person.see<QAbstractItemView>(QStringLiteral("Jobs")))
      , m_resets(m_view->model(), &QAbstractItemModel::modelReset) {}

  QAbstractItemView *view() const { return m_view; }
  int rows() const { return m_view->model()->rowCount(); }
  QByteArray idAt(int row) const { return m_view->model()->index(row, 0).data().toString().toUtf8(); }
  QByteArray current() const { return m_view->currentIndex().siblingAtColumn(0).data().toString().toUtf8(); }
  int place() const { return m_view->visualRect(m_view->currentIndex()).y(); }
  bool holds(const QByteArray &id) const {
    for (int row = 0; row < rows(); ++row)
      if (idAt(row) == id)
        return true;
    return false;
  }
  qsizetype resets() const { return m_resets.size(); }

private:
  QAbstractItemView *m_view;
  QSignalSpy m_resets;
};

} // namespace

/// The list follows what real workers do, by their events alone.
class TestFollowing : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void followsRealWorkers_data();
  void followsRealWorkers();
  void keepsThePlaceInALongList();
  void standsStillWhilePaused();
  void readsAgainAfterEventsWereLost();
  void saysWhetherEventsArrive();
  void costsLittleWhileIdle();

private:
  QStringList peer() const {
    return {QStringLiteral("--library"), m_library, QStringLiteral("--queue"), QStringLiteral("orders")};
  }
  /// Lets the real library add waiting jobs; their ids.
  QList<QByteArray> add(WindowTest &t, int count, const char *state = "waiting") {
    QJsonArray jobs;
    for (int i = 0; i < count; ++i)
      jobs.append(QJsonObject{{QStringLiteral("state"), QLatin1String(state)}});
    const NodeAnswer answer = NodePeer::run(QStringLiteral("add.mjs"), t.shop.server.socketPath(), peer(),
                                            QJsonDocument(jobs).toJson(QJsonDocument::Compact));
    if (!answer.ok)
      qWarning("%s", qPrintable(answer.error));
    QList<QByteArray> ids;
    for (const QJsonValue &id : answer[QStringLiteral("ids")].toArray())
      ids << id.toString().toUtf8();
    return ids;
  }
  bool work(WindowTest &t, int count, const char *outcome = "complete") {
    return NodePeer::run(QStringLiteral("worker.mjs"), t.shop.server.socketPath(),
                         peer() + QStringList{QStringLiteral("--count"), QString::number(count),
                                              QStringLiteral("--outcome"), QLatin1String(outcome)})
        .ok;
  }
  /// Opens the queue at a state, once its events arrive.
  bool openState(WindowTest &t, const QString &state) {
    return t.open("local", Never) && t.person.chooseRow({QStringLiteral("Shop"), QStringLiteral("orders")}) &&
           t.person.chooseState(state) && t.person.waits("the events", [&] {
             const QueuePage *page = t.person.window()->page();
             return page->session()->live().speaks(page->queue().id);
           });
  }

  QString m_library = QStringLiteral("bullmq5");
};

void TestFollowing::followsRealWorkers_data() {
  QTest::addColumn<QString>("library");
  QTest::newRow("Bull 4") << QStringLiteral("bull4");
  QTest::newRow("BullMQ 4") << QStringLiteral("bullmq4");
  QTest::newRow("BullMQ 5") << QStringLiteral("bullmq5");
  QTest::newRow("BullMQ 6") << QStringLiteral("bullmq6");
}

void TestFollowing::followsRealWorkers() {
  QFETCH(QString, library);
  m_library = library;
  WindowTest t;
  QVERIFY(t.shop.start());
  QList<QByteArray> ids = add(t, 5);
  QVERIFY(openState(t, u"waiting"_qs));
  Table table(t.person);
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 5, Patience);
  QVERIFY(t.person.chooseJob(ids[3]));
  ids += add(t, 3);
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 8, Patience);
  QCOMPARE(table.idAt(7), ids.last());
  QVERIFY(work(t, 2)); // the two that are next leave; Bull 4's worker has taken a third by then
  const QList<QByteArray> waiting = t.shop.waiting();
  QVERIFY(waiting.size() <= 6 && waiting.contains(ids[3]));
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), waiting.size(), Patience);
  QCOMPARE(table.idAt(0), waiting.last());
  QCOMPARE(table.current(), ids[3]);
  QCOMPARE(table.resets(), 0);
  QCOMPARE(t.person.window()->page()->pane()->context().jobId, ids[3]);
  QVERIFY(work(t, 2, "fail")); // the open job as well
  const auto openState = [&] { return t.person.window()->page()->pane()->detail().row.state; };
  QTRY_COMPARE_WITH_TIMEOUT(openState(), JobState::Failed, Patience);
  QTRY_VERIFY_WITH_TIMEOUT(!table.holds(ids[3]), Patience);
  QTRY_VERIFY2(!table.view()->currentIndex().isValid(), "nobody has chosen a neighbour");
  QCOMPARE(table.resets(), 0);
  m_library = u"bullmq5"_qs;
}

void TestFollowing::keepsThePlaceInALongList() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QList<QByteArray> ids = add(t, 150);
  QVERIFY(openState(t, u"waiting"_qs));
  Table table(t.person);
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 150, Patience);
  table.view()->verticalScrollBar()->setValue(60);
  QTRY_COMPARE_WITH_TIMEOUT(table.idAt(70), ids[70], Patience);
  QVERIFY(t.person.chooseJob(ids[70]));
  const int place = table.place();
  QVERIFY(work(t, 10));
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 140, Patience);
  QCOMPARE(table.current(), ids[70]);
  QTRY_COMPARE(table.place(), place);
  // At the head of completed new ones wait while somebody works further down.
  QVERIFY(work(t, 40));
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 50, Patience);
  table.view()->verticalScrollBar()->setValue(10);
  QVERIFY(t.person.chooseJob(table.idAt(15)));
  const QByteArray chosen = table.current();
  const int there = table.place();
  QVERIFY(work(t, 7));
  auto *chip = t.person.see<QPushButton>(u"7 new"_qs);
  QVERIFY(chip);
  QCOMPARE(table.rows(), 50);
  QCOMPARE(table.place(), there);
  QVERIFY(t.person.press(u"7 new"_qs));
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 57, Patience);
  QCOMPARE(table.view()->verticalScrollBar()->value(), 0);
  QCOMPARE(table.current(), chosen);
}

void TestFollowing::standsStillWhilePaused() {
  WindowTest t;
  QVERIFY(t.shop.start());
  add(t, 2);
  QVERIFY(openState(t, u"waiting"_qs));
  Table table(t.person);
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 2, Patience);
  QVERIFY(t.person.press(u"Pause live updates"_qs));
  QVERIFY(t.person.reads(u"Live updates are paused."_qs));
  const auto blocks = [&] {
    return t.shop.server.run({"INFO", "clients"}).bytes.contains("blocked_clients:1");
  };
  QVERIFY(t.person.waits("the end of listening", [&] { return !blocks(); }));
  add(t, 1);
  QCOMPARE(table.rows(), 2);
  QVERIFY(t.person.key(Qt::Key_F5));
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 3, Patience);
  add(t, 1);
  QVERIFY(t.person.press(u"Resume"_qs));
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 4, Patience);
  QVERIFY(t.person.sees(u"Pause live updates"_qs));
  QVERIFY(!t.person.notices().join(u' ').contains(u"paused"));
}

void TestFollowing::readsAgainAfterEventsWereLost() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QList<QByteArray> ids = add(t, 3);
  QVERIFY(openState(t, u"waiting"_qs));
  Table table(t.person);
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 3, Patience);
  QVERIFY(t.person.chooseJob(ids[1]));
  QSignalSpy moved(&t.person.window()->page()->session()->live(), &LiveWatch::queuesMoved);
  // In one turn of the server: the job leaves, its event is trimmed, another queue's job is all that is told.
  t.shop.server.run({"EVAL",
                     "redis.call('LREM', KEYS[1], 0, ARGV[1]) redis.call('LPUSH', KEYS[2], ARGV[1]) "
                     "redis.call('XADD', KEYS[3], '*', 'event', 'active', 'jobId', ARGV[1]) "
                     "redis.call('XADD', KEYS[3], '*', 'event', 'progress', 'jobId', 'other') "
                     "redis.call('XTRIM', KEYS[3], 'MAXLEN', 1)",
                     "3", "bull:orders:wait", "bull:orders:active", "bull:orders:events", ids[1]});
  QTRY_COMPARE_WITH_TIMEOUT(table.rows(), 2, Patience);
  const auto told = [&] {
    for (const QList<QVariant> &signal : moved)
      for (const QueueChange &change : signal.first().value<std::vector<QueueChange>>())
        if (change.resync && !change.jobs.contains(ids[1]))
          return true;
    return false;
  };
  QTRY_VERIFY_WITH_TIMEOUT(told(), Patience);
  const auto openState = [&] { return t.person.window()->page()->pane()->detail().row.state; };
  QTRY_COMPARE_WITH_TIMEOUT(openState(), JobState::Active, Patience);
}

void TestFollowing::saysWhetherEventsArrive() {
  WindowTest t;
  QVERIFY(t.shop.start());
  add(t, 1);
  QVERIFY(openState(t, u"waiting"_qs));
  const auto says = [&](const QString &words) {
    const QWidget *live = t.person.see(u"Live"_qs);
    return live && live->accessibleDescription().contains(words);
  };
  QTRY_VERIFY_WITH_TIMEOUT(says(u"Live"_qs), Patience);
  t.shop.server.run({"DEL", "bull:orders:events"});
  t.shop.server.run({"ACL", "SETUSER", "default", "-xread"});
  QTRY_VERIFY_WITH_TIMEOUT(says(u"Checked"_qs), Patience);
}

/// The whole window with one queue and one job open among 208: at most 1 % of what bull-board asks.
void TestFollowing::costsLittleWhileIdle() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = add(t, 40).first();
  for (int i = 0; i < 207; ++i) {
    const QByteArray base = "bull:queue-" + QByteArray::number(i);
    t.shop.server.run({"HSET", base + ":meta", "opts.maxLenEvents", "10000", "version", "bullmq:5.81.5"});
    t.shop.server.run({"XADD", base + ":events", "*", "event", "added", "jobId", "1"});
  }
  QVERIFY(openState(t, u"waiting"_qs));
  QVERIFY(t.person.chooseJob(id));
  ProfileSession *session = t.person.window()->page()->session();
  QTRY_VERIFY_WITH_TIMEOUT(session->queues().discovery().complete, Patience);
  // Slow polls in a hurry, taken back to those of a person below.
  session->live().setPollInterval(100);
  QSignalSpy ticks(&session->live(), &LiveWatch::pollTick);
  session->live().setPaused(true);
  session->live().setPaused(false);
  QTRY_VERIFY_WITH_TIMEOUT(session->live().speaks(QueueId{"bull", "orders"}) &&
                               session->live().speaks(QueueId{"bull", "queue-0"}),
                           Patience);
  QTRY_VERIFY_WITH_TIMEOUT(ticks.size() >= 30, Patience); // all that was to be counted is
  const auto commands = [&] {
    qint64 count = 0;
    for (const QByteArray &line : t.shop.server.run({"INFO", "commandstats"}).bytes.split('\n'))
      if (line.startsWith("cmdstat_") && !line.startsWith("cmdstat_info") &&
          !line.startsWith("cmdstat_xread:"))
        count += line.sliced(line.indexOf(":calls=") + 7).split(',').front().toLongLong();
    return count;
  };
  const qint64 before = commands();
  ticks.clear();
  QTRY_VERIFY_WITH_TIMEOUT(ticks.size() >= 4 * LiveWatch::TicksPerSpoken, Patience);
  const double perTick = double(commands() - before) / double(ticks.size());
  // In the ten seconds of a slow poll: five looks at the open job, five XREADs, a look for new queues every
  // eight seconds, and every minute one at what the open queue is.
  constexpr double Marks = 5, Reads = 5, Rediscovery = 2 * 10.0 / 8 + 24.0 / 6, PollSeconds = 10;
  const double perSecond = (perTick + Marks + Reads + Rediscovery) / PollSeconds;
  qInfo("%.1f commands a second", perSecond);
  QVERIFY2(perSecond <= 6.7, qPrintable(QString::number(perSecond)));
}

QTEST_MAIN(TestFollowing)
#include "tst_following.moc"
