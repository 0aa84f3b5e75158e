// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include "models/jobcolumns.h"
#include "models/roles.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/widgets/textlabel.h"
#include "workspace/jobwatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace oxp;
using namespace oxp::test;

namespace {

/// Whether these words stand anywhere in the window, or within a part of it.
bool stands(const QWidget *root, const QString &words) {
  if (!root)
    return false;
  for (const QLabel *label : root->findChildren<QLabel *>())
    if (label->isVisible() && label->text().contains(words))
      return true;
  return false;
}

void declareQueue(RedisServer &server, const QByteArray &base, const QByteArray &version = "bullmq:5.81.5") {
  server.run({"HSET", base + ":meta", "opts.maxLenEvents", "10000", "version", version});
}

} // namespace

/// What the window says of where queues and jobs are, and where they are not.
class TestPlaces : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void opensQueuesByNameWhereScanIsRefused();
  void showsWhatMayBeRead();
  void findsQueuesThatComeLater();
  void findsThemAmongManyKeys();
  void offersOtherPrefixes();
  void offersAPrefixThatComesLater();
  void saysWhichReleasesItMayBe();
  void marksAJobThatNobodyHolds();
  void saysThatAnIdStandsTwice();
  void tellsWhatIsNotThereFromWhatIsGone();
  void marksNoOtherJobThanTheOneGoneTo();
  void marksNoOtherHitThanTheOneGoneTo();
};

void TestPlaces::opensQueuesByNameWhereScanIsRefused() {
  WindowTest t;
  QVERIFY(t.shop.start());
  t.shop.add("waiting", "{}");
  t.shop.server.run({"ACL", "SETUSER", "default", "-scan"});
  QVERIFY(t.open("local"));
  const auto says = [&](const QString &words) { return stands(t.person.window(), words); };
  QTRY_VERIFY_WITH_TIMEOUT(says(u"may not send SCAN"_qs), Patience);
  QVERIFY(!says(u"Looking for queues"_qs));
  const QModelIndex profile = t.person.row({u"Shop"_qs});
  QVERIFY(profile.isValid());
  QTRY_COMPARE_WITH_TIMEOUT(profile.siblingAtColumn(1).data().toString(), u"SCAN refused"_qs, Patience);

  QVERIFY(t.person.press(u"Open a queue by name…"_qs));
  QVERIFY(t.person.type(u"Queue"_qs, u"nobody"_qs));
  QCOMPARE(t.person.see<QLineEdit>(u"Prefix"_qs)->text(), u"bull"_qs);
  QVERIFY(t.person.press(u"Open"_qs));
  QTRY_VERIFY_WITH_TIMEOUT(says(u"There is no such queue."_qs), Patience);
  QVERIFY(t.person.type(u"Queue"_qs, u"orders"_qs));
  QVERIFY(!says(u"There is no such queue."_qs)); // that was said of another name
  QVERIFY(t.person.press(u"Open"_qs));
  QTRY_VERIFY_WITH_TIMEOUT(t.person.window()->page()->isOpen(), Patience);
  QCOMPARE(t.person.window()->page()->queue().id, (QueueId{"bull", "orders"}));
  QVERIFY(t.person.row({u"Shop"_qs, u"orders"_qs}).isValid());
  QVERIFY(t.person.chooseState(u"waiting"_qs));
  QVERIFY(t.person.chooseJob("1"));
}

/// What may not be read is named above the list, and at the profile.
void TestPlaces::showsWhatMayBeRead() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  const QByteArray waiting = t.shop.add("waiting", "{}"), failed = t.shop.add("failed", "{}");
  t.shop.server.run({"ACL", "SETUSER", "default", "-lrange", "-type"});
  QVERIFY(t.open("local"));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.reads(u"The Redis user may not send LRANGE. Jobs that wait or run are not listed."_qs));
  QVERIFY(person.chooseJob(failed));
  QVERIFY(person.waits("the data", [&] { return !person.text().isEmpty(); }));
  const QModelIndex profile = person.row({u"Shop"_qs});
  QTRY_VERIFY_WITH_TIMEOUT(
      profile.data(Qt::ToolTipRole).toString().contains(u"may not send LRANGE, TYPE."_qs), Patience);
  QVERIFY(person.chooseState(u"waiting"_qs));
  QVERIFY(person.reads(u"The Redis user may not send LRANGE."_qs));
  QVERIFY(person.chooseState(u"failed"_qs));
  QVERIFY(person.chooseJob(failed));
  QTRY_VERIFY_WITH_TIMEOUT(!person.notices().join(u'\n').contains(u"LRANGE"_qs), Patience);
}

void TestPlaces::findsQueuesThatComeLater() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(t.open("local"));
  QTRY_VERIFY_WITH_TIMEOUT(stands(t.person.window(), u"No queues were found"_qs), Patience);
  declareQueue(t.shop.server, "bull:orders");
  QVERIFY(t.person.row({u"Shop"_qs, u"orders"_qs}).isValid()); // nobody asked for it
}

/// A hundred thousand keys are forty scans; they are not all asked for at once, and not too seldom either.
void TestPlaces::findsThemAmongManyKeys() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(!t.shop.server
               .run({"EVAL", "for i = 1, 100000 do redis.call('SET', 'other:' .. i, i) end return 1", "0"})
               .isError());
  QVERIFY(t.open("local"));
  QTRY_VERIFY_WITH_TIMEOUT(stands(t.person.window(), u"No queues were found"_qs), Patience);
  declareQueue(t.shop.server, "bull:orders");
  QVERIFY(t.person.row({u"Shop"_qs, u"orders"_qs}).isValid());
}

void TestPlaces::offersOtherPrefixes() {
  WindowTest t;
  QVERIFY(t.shop.start());
  declareQueue(t.shop.server, "bull:orders");
  for (const char *base : {"{bull}:mail", "app:prod:mail", "app:prod:sms"})
    declareQueue(t.shop.server, base);
  declareQueue(t.shop.server, "app:prod:sms:a:b"); // what BullMQ leaves inside a queue
  QVERIFY(t.open("local"));
  QVERIFY(t.person.row({u"Shop"_qs, u"orders"_qs}).isValid());
  QVERIFY(t.person.waits("the offer", [&] {
    return stands(t.person.window(), u"3 more queue"_qs) &&
           stands(t.person.window(), u" under app:prod, {bull}"_qs);
  }));
  QVERIFY(t.person.press(u"Show other prefixes"_qs));
  QVERIFY(t.person.row({u"Shop"_qs, u"app:prod"_qs, u"sms"_qs}).isValid());
  QVERIFY(t.person.row({u"Shop"_qs, u"{bull}"_qs, u"mail"_qs}).isValid());
  QVERIFY(t.person.loses(u"Show other prefixes"_qs));
}

/// Seen by the next look for new queues, which is nobody's request.
void TestPlaces::offersAPrefixThatComesLater() {
  WindowTest t;
  QVERIFY(t.shop.start());
  declareQueue(t.shop.server, "bull:orders");
  QVERIFY(t.open("local"));
  QVERIFY(t.person.row({u"Shop"_qs, u"orders"_qs}).isValid());
  ProfileSession *session = t.person.window()->overview()->session();
  QTRY_VERIFY_WITH_TIMEOUT(session->queues().discovery().complete, Patience);
  declareQueue(t.shop.server, "own:mail");
  int looks = 0;
  bool running = false;
  const auto count =
      connect(&session->queues(), &QueueRegistry::discoveryChanged, this, [&](const DiscoveryStatus &now) {
        looks += running && !now.running;
        running = now.running;
      });
  QTRY_VERIFY_WITH_TIMEOUT(!session->queues().discovery().others.empty(), Patience);
  disconnect(count);
  QVERIFY2(looks <= 1, QByteArray::number(looks).constData());
  QVERIFY(t.person.waits("the offer", [&] { return stands(t.person.window(), u"1 more queue"_qs); }));
}

void TestPlaces::saysWhichReleasesItMayBe() {
  WindowTest t;
  QVERIFY(t.shop.start());
  t.shop.add("waiting", "{}");
  t.shop.server.run({"HDEL", "bull:orders:meta", "version"}); // as a FlowProducer alone leaves it
  QVERIFY(t.open("local"));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QTRY_VERIFY_WITH_TIMEOUT(stands(t.person.window()->page(), u"BullMQ 5 or 6"_qs), Patience);
  for (const TextLabel *label : t.person.window()->page()->findChildren<TextLabel *>())
    if (label->isVisible() && label->text().contains(u"BullMQ 5 or 6"_qs))
      QVERIFY(label->toolTip().contains(u"marker"_qs) && label->toolTip().contains(u"Pause queue"_qs));
  // Pausing is done in two ways by the two; what is the same in both is there.
  QVERIFY(!t.person.sees(u"Pause queue"_qs));
  declareQueue(t.shop.server, "bull:orders", "bullmq:6.7.0");
  QVERIFY(t.person.command(u"Refresh"_qs));
  QTRY_VERIFY_WITH_TIMEOUT(stands(t.person.window()->page(), u"BullMQ 6.7"_qs), Patience);
  QVERIFY(t.person.see(u"Pause queue"_qs));
}

void TestPlaces::marksAJobThatNobodyHolds() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QCOMPARE(t.shop.add("active", "{}", {{u"id"_qs, u"held"_qs}}), "held");
  QCOMPARE(t.shop.add("active", "{}", {{u"id"_qs, u"lost"_qs}}), "lost");
  t.shop.server.run({"DEL", t.shop.key("lost:lock")});
  t.shop.server.run({"HSET", t.shop.key("lost"), "stc", "2"});
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob("held", u"active"_qs));
  QVERIFY(!t.person.notices().join(u'\n').contains(u"No worker"_qs));
  auto *table = t.person.see<QAbstractItemView>(u"Jobs"_qs);
  const auto progressOf = [&](const QString &id) {
    for (int row = 0; row < table->model()->rowCount(); ++row)
      if (table->model()->index(row, int(JobColumn::Id)).data().toString() == id)
        return table->model()->index(row, int(JobColumn::Progress));
    return QModelIndex();
  };
  QTRY_COMPARE_WITH_TIMEOUT(progressOf(u"lost"_qs).data().toString(), u"no worker"_qs, Patience);
  QVERIFY(progressOf(u"lost"_qs).data(Qt::ToolTipRole).toString().contains(u"stalled checks"_qs));
  QCOMPARE(progressOf(u"held"_qs).data().toString(), QString());
  QVERIFY(t.person.chooseJob("lost"));
  QVERIFY(t.person.reads(u"No worker holds this job."_qs));
  QVERIFY(t.person.reads(u"It has stalled 2 time"_qs));
  QVERIFY(t.person.reads(u"maxStalledCount"_qs));
  QVERIFY(t.person.chooseJob("held"));
  QTRY_VERIFY_WITH_TIMEOUT(!t.person.notices().join(u'\n').contains(u"No worker"_qs), Patience);
  // Somebody who watches knows when it was lost.
  QSignalSpy polled(&t.person.window()->page()->session()->openJob(), &JobWatch::polled);
  QTRY_VERIFY_WITH_TIMEOUT(!polled.isEmpty(), Patience);
  t.shop.server.run({"PEXPIRE", t.shop.key("held:lock"), "300"});
  QVERIFY(t.person.reads(u"The lock ran out"_qs));
}

void TestPlaces::saysThatAnIdStandsTwice() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QCOMPARE(t.shop.add("failed", "{}", {{u"id"_qs, u"order-7"_qs}}), "order-7");
  t.shop.server.run({"LPUSH", "bull:orders:wait", "order-7"});
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob("order-7", u"failed"_qs));
  QVERIFY(t.person.reads(u"This id stands in several states: failed, waiting."_qs));
  t.shop.server.run({"LREM", "bull:orders:wait", "0", "order-7"});
  QVERIFY(t.person.command(u"Refresh"_qs));
  QTRY_VERIFY_WITH_TIMEOUT(!t.person.notices().join(u'\n').contains(u"several states"_qs), Patience);
}

void TestPlaces::tellsWhatIsNotThereFromWhatIsGone() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  QCOMPARE(t.shop.add("waiting", "{\"n\":1}", {{u"id"_qs, u"here"_qs}}), "here");
  t.shop.server.run({"LPUSH", "bull:orders:wait", "ghost"});
  QCOMPARE(t.shop.add("waiting", "{\"n\":2}", {{u"id"_qs, u" spaced "_qs}}), " spaced ");
  QVERIFY(t.open("local"));
  QVERIFY(person.openJob("here", u"waiting"_qs));
  const auto says = [&](const QString &words) { return stands(person.window(), words); };

  QVERIFY(person.goTo("never-was"));
  QTRY_VERIFY_WITH_TIMEOUT(says(u"There is no such job"_qs), Patience);
  QVERIFY(says(u"No job of orders has the id never-was now."_qs));
  QVERIFY(!says(u"stands in the list"_qs));
  QVERIFY(person.goTo("ghost"));
  QTRY_VERIFY_WITH_TIMEOUT(says(u"Its id stands in the list waiting of the queue"_qs), Patience);
  QVERIFY(!says(u"There is no such job"_qs)); // that was said of another id

  QVERIFY(person.goTo(" spaced "));
  QTRY_VERIFY_WITH_TIMEOUT(person.text().contains("\"n\": 2"), Patience);
  QVERIFY(!says(u"is gone from Redis"_qs) && !says(u"There is no such job"_qs));
  QVERIFY(person.goTo(" here ")); // copied with spaces that are not its own
  QTRY_VERIFY_WITH_TIMEOUT(person.text().contains("\"n\": 1"), Patience);
}

namespace {

QByteArray openId(const Person &person) {
  return person.window()->page()->pane()->context().jobId;
}

/// The ids of the rows that look as if they were the open job.
QSet<QByteArray> marked(const QAbstractItemView *table) {
  QSet<QByteArray> ids;
  for (const QModelIndex &row : table->selectionModel()->selectedRows())
    ids.insert(row.data(JobIdRole).toByteArray());
  if (table->currentIndex().isValid())
    ids.insert(table->currentIndex().data(JobIdRole).toByteArray());
  return ids;
}

} // namespace

/// From a list that does not hold it; the slow poll reads that again meanwhile.
void TestPlaces::marksNoOtherJobThanTheOneGoneTo() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  const QByteArray failed = t.shop.add("failed", "{\"f\":1}");
  for (int i = 0; i < 3; ++i)
    t.shop.add("waiting", QByteArray("{\"n\":") + QByteArray::number(i) + '}');
  const QByteArray first = t.shop.add("waiting", "{\"first\":1}");
  QVERIFY(t.open("local"));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}) && person.chooseState(u"waiting"_qs));
  auto *table = person.see<QTableView>(u"Jobs"_qs);
  const auto shows = [&](const QByteArray &id, const QByteArray &text) {
    return person.waits("the job that was gone to",
                        [&] { return openId(person) == id && person.text().contains(text); });
  };
  const auto readAgain = [&] {
    QSignalSpy read(person.window()->page()->list(), &JobListPanel::listRead);
    return read.wait(Patience);
  };
  QVERIFY(person.goTo(failed)); // no row has ever been the current one
  QVERIFY(shows(failed, "\"f\""));
  QCOMPARE(marked(table), QSet<QByteArray>());
  QVERIFY(person.chooseJob(first));
  QVERIFY(shows(first, "\"first\""));
  QCOMPARE(marked(table), QSet<QByteArray>{first});
  QVERIFY(person.goTo(failed));
  QVERIFY(shows(failed, "\"f\""));
  QCOMPARE(marked(table), QSet<QByteArray>());
  QVERIFY(readAgain());
  QCOMPARE(marked(table), QSet<QByteArray>());
  QCOMPARE(openId(person), failed);
  QVERIFY(person.goTo(first)); // it has a row
  QVERIFY(shows(first, "\"first\""));
  QCOMPARE(marked(table), QSet<QByteArray>{first});
  QVERIFY(person.goTo(failed));
  QVERIFY(shows(failed, "\"f\""));
  QVERIFY(person.chooseJob(first)); // the row where one was
  QVERIFY(shows(first, "\"first\""));
  QCOMPARE(marked(table), QSet<QByteArray>{first});
}

void TestPlaces::marksNoOtherHitThanTheOneGoneTo() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  const QByteArray failed = t.shop.add("failed", "{\"f\":1}");
  const QByteArray hit = t.shop.add("waiting", "{\"word\":\"needle\"}");
  QVERIFY(t.open("local"));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}) && person.chooseState(u"waiting"_qs));
  QVERIFY(person.key(Qt::Key_F, Qt::ControlModifier) && person.type(u"Search jobs"_qs, u"needle"_qs));
  QTest::keyClick(person.see<QLineEdit>(u"Search jobs"_qs), Qt::Key_Return);
  QVERIFY(person.waits("what was found", [&] { return openId(person) == hit; }));
  QVERIFY(person.goTo(failed));
  QVERIFY(person.waits("the job that was gone to", [&] { return openId(person) == failed; }));
  const auto tables = person.window()->page()->findChildren<QTableView *>();
  for (const QTableView *table : tables)
    if (table->isVisible() && table->accessibleName() == u"Jobs"_qs)
      QCOMPARE(marked(table), QSet<QByteArray>());
}

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
