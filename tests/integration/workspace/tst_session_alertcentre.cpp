// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include "fakes/redis/stallingproxy.h"
#include "models/activitymodel.h"
#include "models/queuetreemodel.h"
#include "models/roles.h"
#include "workspace/alertcentre.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QSettings>
#include <QTest>
#include <QTime>

using namespace oxp;
using namespace oxp::test;
using alerts::Alert;
using alerts::AlertKind;
using alerts::AlertSettings;

namespace {

constexpr int LookMs = 20;
const QTime Noon(12, 0), Night(23, 0), Morning(7, 0);
constexpr alerts::QuietHours Quiet{true, 22 * 60, 7 * 60};

QueueId numbered(int number) {
  return {"bull", "queue-" + QByteArray::number(number).rightJustified(3, '0')};
}

} // namespace

/// What a person is told of the alerts of a profile.
class TestAlertCentre : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsAStormOnce();
  void namesWhatItIsAbout();
  void marksInTheNightAndSaysNothing_data();
  void marksInTheNightAndSaysNothing();
  void tellsInTheMorningWhatStillHolds();
  void believesNothingOfTheNightUntilItIsSeenAgain();

private:
  void open(int queues) { open(queues, m_server->endpoint()); }
  void open(int queues, const Endpoint &endpoint);
  void watch(AlertSettings settings) {
    m_centre->setAlerts(m_session->id(), settings);
    m_centre->watch(*m_session, LookMs);
  }
  /// Whether the queues in which jobs wait, two of them, were looked at so often since.
  bool looks(int count) {
    const qint64 before = callsOf(*m_server, "lrange");
    return QTest::qWaitFor([&] { return callsOf(*m_server, "lrange") >= before + 2 * 4 * (count + 1); },
                           60'000);
  }
  QString markOf(const QueueId &queue) const {
    return m_tree->queueIndex(m_session->id().toUtf8(), queue).data(AlertRole).toString();
  }
  QStringList notes() const {
    QStringList found;
    for (int row = 0; row < m_activity->rowCount(); ++row)
      found += m_activity->index(row).data().toString();
    return found;
  }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<QSettings> m_settings;
  std::unique_ptr<QueueTreeModel> m_tree;
  std::unique_ptr<ActivityModel> m_activity;
  std::unique_ptr<AlertCentre> m_centre;
  QList<AlertNews> m_news;
  QTime m_time;
};

void TestAlertCentre::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_around = std::make_unique<Surroundings>();
  m_folder = std::make_unique<QTemporaryDir>();
  m_settings = std::make_unique<QSettings>(m_folder->filePath(u"oxpecker.ini"_qs), QSettings::IniFormat);
  m_tree = std::make_unique<QueueTreeModel>();
  m_activity = std::make_unique<ActivityModel>();
  m_centre = std::make_unique<AlertCentre>(*m_settings, *m_tree, *m_activity, [this] { return m_time; });
  m_time = Noon;
  m_news.clear();
  connect(m_centre.get(), &AlertCentre::raised, this, [this](const AlertNews &news) { m_news += news; });
}

void TestAlertCentre::cleanup() {
  m_centre.reset();
  m_activity.reset();
  m_tree.reset();
  m_session.reset();
  m_settings.reset();
  m_around.reset();
  m_server.reset();
}

void TestAlertCentre::open(int queues, const Endpoint &endpoint) {
  for (int i = 0; i < queues; ++i)
    seedQueue(*m_server, numbered(i), 2);
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(endpoint)));
  m_session->live().setWindowActive(false);
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
  ProfileFacts profile;
  profile.id = m_session->id().toUtf8();
  m_tree->applyProfiles({profile});
  m_tree->applyQueues(profile.id, m_session->queues().all());
}

/// All workers of a cluster stop.
void TestAlertCentre::tellsAStormOnce() {
  constexpr int Queues = 208;
  open(Queues);
  AlertSettings settings;
  settings.rules = {{AlertKind::NoWorker, std::nullopt, 1, 0, true}};
  watch(settings);
  QTRY_COMPARE(m_news.size(), 1);
  QCOMPARE(m_news.front().queue, numbered(0));
  QVERIFY2(m_news.front().title.startsWith(u"queue-000, queue-001, queue-002 and 205 more ("_qs),
           qPrintable(m_news.front().title));
  QCOMPARE(m_news.front().sentence, AlertCentre::sentenceOfMany(settings.rules.front()));
  QCOMPARE(notes(), QStringList{u"Alert: "_qs + m_news.front().title});
  for (int i = 0; i < Queues; ++i)
    QVERIFY(!markOf(numbered(i)).isEmpty());
  m_centre->setAlerts(m_session->id(), {});
  for (int i = 0; i < Queues; ++i)
    QVERIFY(markOf(numbered(i)).isEmpty());
  QCOMPARE(m_news.size(), 1);
}

void TestAlertCentre::namesWhatItIsAbout() {
  const auto names = [](const QList<QByteArray> &queues) {
    std::vector<Alert> alerts;
    for (const QByteArray &queue : queues)
      alerts.push_back({{}, {"bull", queue}, 1, 1});
    return AlertCentre::names(alerts);
  };
  QCOMPARE(names({"orders"}), u"orders"_qs);
  QCOMPARE(names({"orders", "mail", "sms"}), u"orders, mail, sms"_qs);
  QCOMPARE(names({"orders", "mail", "sms", "pdf"}), u"orders, mail, sms and 1 more"_qs);
  QCOMPARE(names({"two\nlines"}), u"two\\nlines"_qs);
}

void TestAlertCentre::marksInTheNightAndSaysNothing_data() {
  QTest::addColumn<bool>("night");
  QTest::newRow("night") << true;
  QTest::newRow("day") << false;
}

void TestAlertCentre::marksInTheNightAndSaysNothing() {
  QFETCH(bool, night);
  open(2);
  AlertSettings settings;
  settings.rules = {{AlertKind::WaitingAbove, numbered(1), 1, 5, true}};
  settings.quiet = Quiet;
  m_time = night ? Night : Noon;
  watch(settings);
  QTRY_COMPARE(m_news.size(), 1);
  QCOMPARE(m_news.front().quiet, night);
  QCOMPARE(m_news.front().queue, numbered(1));
  QVERIFY(m_news.front().sentence.startsWith(u'2'));
  QCOMPARE(notes().size(), 1);
  QVERIFY(!markOf(numbered(1)).isEmpty());
  QVERIFY(markOf(numbered(0)).isEmpty());
}

/// Once for a rule and a queue, and without what came to its end in the night.
void TestAlertCentre::tellsInTheMorningWhatStillHolds() {
  open(3);
  AlertSettings settings;
  settings.rules = {{AlertKind::WaitingAbove, std::nullopt, 1, 5, true}};
  settings.quiet = Quiet;
  m_time = Night;
  watch(settings);
  QTRY_COMPARE(m_news.size(), 1);
  QVERIFY(m_news.front().quiet);
  m_server->run({"DEL", numbered(1).key("wait")});
  QTRY_VERIFY(markOf(numbered(1)).isEmpty());
  QCOMPARE(m_news.size(), 1);
  m_time = Morning;
  QTRY_COMPARE(m_news.size(), 2);
  QVERIFY(!m_news.back().quiet);
  QVERIFY2(m_news.back().title.startsWith(u"queue-000, queue-002 ("_qs), qPrintable(m_news.back().title));
  QCOMPARE(m_news.back().sentence, AlertCentre::sentenceOfMany(settings.rules.front()));
  QVERIFY2(notes().size() == 1, "Activity has it from when it began");
  QVERIFY(looks(5));
  QCOMPARE(m_news.size(), 2);
  m_time = Night; // the next one, in which nothing new begins
  QVERIFY(looks(3));
  m_time = Morning;
  QVERIFY(looks(3));
  QCOMPARE(m_news.size(), 2);
}

/// The connection was away when the night ended: what had been seen before may be long over.
void TestAlertCentre::believesNothingOfTheNightUntilItIsSeenAgain() {
  StallingProxy proxy(m_server->socketPath());
  open(2, proxy.endpoint());
  AlertSettings settings;
  settings.rules = {{AlertKind::WaitingAbove, std::nullopt, 1, 5, true}};
  settings.quiet = Quiet;
  m_time = Night;
  watch(settings);
  QTRY_COMPARE(m_news.size(), 1);
  proxy.refuseNew(true);
  proxy.dropAll();
  QTRY_VERIFY(!m_session->isConnected());
  m_server->run({"DEL", numbered(0).key("wait")});
  m_time = Morning;
  const int attempt = m_session->link().status().attempt;
  QVERIFY(ring(LookMs, 5));
  QTRY_VERIFY(m_session->link().status().attempt > attempt); // it is away all the while
  QCOMPARE(m_news.size(), 1);
  proxy.refuseNew(false);
  QTRY_COMPARE(m_news.size(), 2);
  QCOMPARE(m_news.back().queue, numbered(1));
  QCOMPARE(m_news.back().sentence, AlertCentre::sentence({settings.rules.front(), numbered(1), 2, 0}));
  QTRY_VERIFY(markOf(numbered(0)).isEmpty());
  QCOMPARE(m_news.size(), 2);
}

QTEST_GUILESS_MAIN(TestAlertCentre)
#include "tst_session_alertcentre.moc"
