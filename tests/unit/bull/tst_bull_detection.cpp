// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/detection.h"

#include <QTest>

using namespace oxp;

/// Which library a queue belongs to, and whether keys are a queue's at all.
class TestBullDetection : public QObject {
  Q_OBJECT

private slots:
  void versionsDecide_data();
  void versionsDecide();
  void tracesDecideWithoutAVersion_data();
  void tracesDecideWithoutAVersion();
  void aPrefixIsGuessedWhereNamesMayHoldColons();
  void queuesAreToldFromOtherKeys_data();
  void queuesAreToldFromOtherKeys();
  void leftoversInsideAQueueAreDoubtful();

private:
  static QueueEvidence evidence(const QByteArray &prefix = "bull") {
    QueueEvidence e;
    e.id = {prefix, "q"};
    return e;
  }
};

Q_DECLARE_METATYPE(oxp::Family)
Q_DECLARE_METATYPE(oxp::QueueEvidence)

void TestBullDetection::versionsDecide_data() {
  QTest::addColumn<QByteArray>("stored");
  QTest::addColumn<Family>("family");
  QTest::addColumn<QByteArray>("version");
  QTest::addColumn<QByteArray>("reason");
  QTest::newRow("6") << "bullmq:6.7.0"_qba << Family::BullMq6 << "6.7.0"_qba
                     << ""_qba;
  QTest::newRow("5") << "bullmq:5.40.2"_qba << Family::BullMq5 << "5.40.2"_qba
                     << ""_qba;
  QTest::newRow("4") << "bullmq:4.18.3"_qba << Family::BullMq4 << "4.18.3"_qba
                     << ""_qba;
  QTest::newRow("3") << "bullmq:3.15.8"_qba << Family::BullMqOld << "3.15.8"_qba
                     << "old"_qba;
  QTest::newRow("7") << "bullmq:7.0.0"_qba << Family::BullMq6 << "7.0.0"_qba
                     << "newer"_qba;
  QTest::newRow("pro") << "bullmq-pro:7.2.1"_qba << Family::BullMqPro << "7.2.1"_qba
                       << "pro"_qba;
  QTest::newRow("other") << "taskmill:1.0"_qba << Family::Unknown << ""_qba
                         << "unknown-family"_qba;
  QTest::newRow("no number") << "bullmq:next"_qba << Family::Unknown << "next"_qba
                             << "unknown-family"_qba;
}

void TestBullDetection::versionsDecide() {
  QFETCH(QByteArray, stored);
  QueueEvidence e = evidence();
  e.version = stored;
  e.priority = e.attemptsMade = true; // a version goes before traces
  const QueueInfo info = detectFamily(e);
  QTEST(info.family, "family");
  QTEST(info.version, "version");
  QTEST(info.readOnlyReason, "reason");
  QCOMPARE(info.readOnly(), !info.readOnlyReason.isEmpty());
}

void TestBullDetection::tracesDecideWithoutAVersion_data() {
  QTest::addColumn<QueueEvidence>("e");
  QTest::addColumn<Family>("family");
  auto row = [](const char *name, Family family, std::initializer_list<bool QueueEvidence::*> shown) {
    QueueEvidence e = evidence();
    for (const auto trace : shown)
      e.*trace = true;
    QTest::newRow(name) << e << family;
  };
  using E = QueueEvidence;
  row("wake-up marker", Family::BullMq5, {&E::events, &E::marker});
  row("jobs with atm", Family::BullMq5, {&E::events, &E::atm});
  row("jobs with both generations", Family::BullMq5, {&E::events, &E::atm, &E::attemptsMade});
  row("events and priority", Family::BullMqOld, {&E::events, &E::priority});
  row("jobs with attemptsMade", Family::BullMq4, {&E::events, &E::attemptsMade});
  row("marker ids in wait", Family::BullMq4, {&E::events, &E::idMarker});
  row("nothing has run yet", Family::BullMq5, {&E::events, &E::jobs});
  row("only a length of events", Family::BullMq5, {&E::maxLenEvents});
  row("no events", Family::Bull4, {&E::idCounter, &E::jobs});
  row("no events, priority", Family::Bull4, {&E::idCounter, &E::jobs, &E::priority, &E::attemptsMade});
  row("paused long ago", Family::Bull4, {&E::metaPaused, &E::otherMetaField});
}

void TestBullDetection::tracesDecideWithoutAVersion() {
  QFETCH(QueueEvidence, e);
  const QueueInfo info = detectFamily(e);
  QTEST(info.family, "family");
  QVERIFY(info.version.isEmpty());
  QCOMPARE(info.readOnlyReason, info.family == Family::BullMqOld ? "old"_qba : ""_qba);
}

void TestBullDetection::aPrefixIsGuessedWhereNamesMayHoldColons() {
  QueueEvidence e = evidence("team:prod");
  e.version = "bullmq:5.81.5";
  QVERIFY(!detectFamily(e).prefixGuessed);
  e.version = "bullmq:4.18.3";
  QVERIFY(detectFamily(e).prefixGuessed);
  e.id.prefix = "bull";
  QVERIFY(!detectFamily(e).prefixGuessed);
}

void TestBullDetection::queuesAreToldFromOtherKeys_data() {
  QTest::addColumn<QueueEvidence>("e");
  QTest::addColumn<bool>("idAlone");
  QTest::addColumn<bool>("isQueue");
  auto row = [](const char *name, std::initializer_list<bool QueueEvidence::*> shown, bool idAlone,
                bool isQueue) {
    QueueEvidence e = evidence();
    for (const auto trace : shown)
      e.*trace = true;
    QTest::newRow(name) << e << idAlone << isQueue;
  };
  using E = QueueEvidence;
  row("nothing", {}, true, false);
  row("another program's counter", {&E::idCounter}, false, false);
  row("a counter under a prefix asked for", {&E::idCounter}, true, true);
  row("counter and jobs", {&E::idCounter, &E::jobs}, false, true);
  row("length of events", {&E::maxLenEvents}, false, true);
  row("another program's meta with `paused`", {&E::otherMetaField}, false, false);
  row("paused, with a counter", {&E::otherMetaField, &E::idCounter}, false, true);
  row("events and jobs, no meta", {&E::events, &E::jobs}, false, true);
  QueueEvidence relay = evidence("bull::relay:{x}");
  relay.version = "bullmq:6.7.0";
  QTest::newRow("relay") << relay << true << false;
}

void TestBullDetection::queuesAreToldFromOtherKeys() {
  QFETCH(QueueEvidence, e);
  QFETCH(bool, idAlone);
  QTEST(looksLikeQueue(e, idAlone), "isQueue");
}

void TestBullDetection::leftoversInsideAQueueAreDoubtful() {
  QueueEvidence e = evidence("bull:orders:a");
  e.maxLenEvents = e.events = true;
  QVERIFY(mayBeResidue(e));
  e.idCounter = true;
  QVERIFY(!mayBeResidue(e));
  e.idCounter = false;
  e.version = "bullmq:5.81.5";
  QVERIFY(!mayBeResidue(e));
}

QTEST_APPLESS_MAIN(TestBullDetection)
#include "tst_bull_detection.moc"
