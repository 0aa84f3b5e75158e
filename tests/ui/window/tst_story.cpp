// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include <QTableView>

using namespace oxp::test;

namespace {

// Spelt as no library would write it again: nothing but the typed place may change.
const QByteArray Order = "{\"id\":9007199254740993, \"price\" : 1.10,\n\t\"to\":{\"street\":\"12 Long "
                         "Road\",\"name\":\"Zo\\u00eb \xf0\x9f\x98\x80\"},"
                         "\"items\":[1,2,  3],\"big\":1e400,\"apiToken\":\"tok_live_1234567890\"}";

} // namespace

/// From a failed job to the worker that receives the corrected payload.
class TestStory : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void correctsAndRetries();
};

void TestStory::correctsAndRetries() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray other = t.shop.add("failed", "{\"a\":1}");
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  Person &person = t.person;

  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.chooseState(u"failed"_qs));
  QVERIFY(person.chooseJob(id));
  auto *jobs = person.see<QTableView>(u"Jobs"_qs);
  QCOMPARE(jobs->model()->rowCount(), 2);
  QTRY_VERIFY(person.text().contains("\"street\": \"12 Long Road\""));

  const Keys before = t.shop.keys();
  const auto events = t.shop.events();
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  QVERIFY(differing(before, t.shop.keys()).isEmpty());
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"Saved."_qs));
  QVERIFY(!person.sees(u"Review changes"_qs));

  QByteArray expected = Order;
  expected.replace("12 Long", "7 Short");
  QCOMPARE(t.shop.data(id), expected);
  QCOMPARE(differing(before, t.shop.keys()), (QList<QByteArray>{t.shop.key(id), "bull:orders:events"}));
  QCOMPARE(t.shop.events(), events + QList<QByteArray>{"event data-updated jobId " + id});

  QVERIFY(person.retype(u"7 Short"_qs, u"9 Quiet"_qs));
  QVERIFY(person.press(u"Save and retry"_qs));
  QVERIFY(person.press(u"Save changes"_qs, person.see(u"Review changes"_qs)));
  expected.replace("7 Short", "9 Quiet");
  QTRY_COMPARE(t.shop.server.run({"LRANGE", "bull:orders:wait", "0", "-1"}).items.size(), size_t(1));
  QCOMPARE(t.shop.work().raw, expected);
  QCOMPARE(t.shop.data(other), "{\"a\":1}");
}

QTEST_MAIN(TestStory)
#include "tst_story.moc"
