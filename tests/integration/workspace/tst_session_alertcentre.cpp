// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include "models/activitymodel.h"
#include "models/queuetreemodel.h"
#include "models/roles.h"
#include "workspace/alertcentre.h"

#include <QSettings>
#include <QTest>
#include <QTime>

using namespace oxp;
using namespace oxp::test;
using policy::Alert;
using policy::AlertKind;
using policy::AlertSettings;

namespace {

constexpr int LookMs = 20;
constexpr int MinutesOfDay = 24 * 60;

QueueId numbered(int number) {
  return {"bull", "queue-" + QByteArray::number(number).rightJustified(3, '0')};
}

/// From an hour ago until an hour from now, or the other hours of the day.
policy::QuietHours quietHours(bool now) {
  const int minute = QTime::currentTime().msecsSinceStartOfDay() / 60'000;
  const int before = (minute + MinutesOfDay - 60) % MinutesOfDay, after = (minute + 60) % MinutesOfDay;
  return now ? policy::QuietHours{true, before, after} : policy::QuietHours{true, after, before};
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

private:
  void open(int queues);
  void watch(AlertSettings settings) {
    m_centre->setAlerts(m_session->id(), settings);
    m_centre->watch(*m_session, LookMs);
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
};

void TestAlertCentre::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_around = std::make_unique<Surroundings>();
  m_folder = std::make_unique<QTemporaryDir>();
  m_settings = std::make_unique<QSettings>(m_folder->filePath(u"oxpecker.ini"_qs), QSettings::IniFormat);
  m_tree = std::make_unique<QueueTreeModel>();
  m_activity = std::make_unique<ActivityModel>();
  m_centre = std::make_unique<AlertCentre>(*m_settings, *m_tree, *m_activity);
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

void TestAlertCentre::open(int queues) {
  for (int i = 0; i < queues; ++i)
    seedQueue(*m_server, numbered(i), 2);
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(m_server->endpoint())));
  m_session->setWindowActive(false);
  m_session->connectNow();
  QTRY_VERIFY(m_session->discovery().complete);
  ProfileFacts profile;
  profile.id = m_session->id().toUtf8();
  m_tree->applyProfiles({profile});
  m_tree->applyQueues(profile.id, m_session->queues());
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
  settings.quiet = quietHours(night);
  watch(settings);
  QTRY_COMPARE(m_news.size(), 1);
  QCOMPARE(m_news.front().quiet, night);
  QCOMPARE(m_news.front().queue, numbered(1));
  QVERIFY(m_news.front().sentence.startsWith(u'2'));
  QCOMPARE(notes().size(), 1);
  QVERIFY(!markOf(numbered(1)).isEmpty());
  QVERIFY(markOf(numbered(0)).isEmpty());
}

QTEST_GUILESS_MAIN(TestAlertCentre)
#include "tst_session_alertcentre.moc"
