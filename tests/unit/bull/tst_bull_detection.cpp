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
Q_DECLARE_METATYPE(oxp::FamilyBasis)
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
  QCOMPARE(info.basis, FamilyBasis::Version);
  QTEST(info.readOnlyReason, "reason");
  QCOMPARE(info.readOnly(), !info.readOnlyReason.isEmpty());
}

void TestBullDetection::tracesDecideWithoutAVersion_data() {
  QTest::addColumn<QueueEvidence>("e");
  QTest::addColumn<Family>("family");
  QTest::addColumn<FamilyBasis>("basis");
  auto row = [](const char *name, Family family, FamilyBasis basis,
                std::initializer_list<bool QueueEvidence::*> shown) {
    QueueEvidence e = evidence();
    for (const auto trace : shown)
      e.*trace = true;
    QTest::newRow(name) << e << family << basis;
  };
  using E = QueueEvidence;
  using Basis = FamilyBasis;
  row("wake-up marker", Family::BullMq5Or6, Basis::Marker, {&E::events, &E::marker});
  row("wake-up marker alone", Family::BullMq5Or6, Basis::Marker, {&E::marker});
  row("jobs with atm", Family::BullMq5Or6, Basis::AttemptsNew, {&E::events, &E::atm});
  row("jobs with both generations", Family::BullMq5Or6, Basis::AttemptsNew,
      {&E::events, &E::atm, &E::attemptsMade, &E::marker});
  // A newer script that ran in a queue of BullMQ 4 must not make it one of 5.
  row("marker beside jobs of 4", Family::BullMq4To6, Basis::MixedTraces,
      {&E::events, &E::marker, &E::attemptsMade});
  row("marker beside ids of 4", Family::BullMq4To6, Basis::MixedTraces,
      {&E::events, &E::marker, &E::idMarker});
  row("events and priority", Family::BullMqOld, Basis::PriorityKey, {&E::events, &E::priority});
  row("jobs with attemptsMade", Family::BullMq4, Basis::AttemptsMade, {&E::events, &E::attemptsMade});
  row("marker ids in wait", Family::BullMq4, Basis::MarkerIds, {&E::events, &E::idMarker});
  row("nothing has run yet", Family::BullMq4To6, Basis::Nothing, {&E::events, &E::jobs});
  row("only a length of events", Family::BullMq4To6, Basis::Nothing, {&E::maxLenEvents});
  row("no events", Family::Bull4, Basis::NoEvents, {&E::idCounter, &E::jobs});
  row("no events, priority", Family::Bull4, Basis::NoEvents,
      {&E::idCounter, &E::jobs, &E::priority, &E::attemptsMade});
  row("paused long ago", Family::Bull4, Basis::NoEvents, {&E::metaPaused, &E::otherMetaField});
}

void TestBullDetection::tracesDecideWithoutAVersion() {
  QFETCH(QueueEvidence, e);
  const QueueInfo info = detectFamily(e);
  QTEST(info.family, "family");
  QTEST(info.basis, "basis");
  QVERIFY(info.version.isEmpty());
  QCOMPARE(info.readOnlyReason, info.family == Family::BullMqOld ? "old"_qba : ""_qba);
}

void TestBullDetection::aPrefixIsGuessedWhereNamesMayHoldColons() {
  QueueEvidence e = evidence("team:prod");
  e.version = "bullmq:5.81.5";
  QVERIFY(!detectFamily(e).prefixGuessed);
  e.version = "bullmq:4.18.3";
  QVERIFY(detectFamily(e).prefixGuessed);
  e.version.clear();
  e.marker = true; // 5 or 6: neither takes such a name
  QVERIFY(!detectFamily(e).prefixGuessed);
  e.attemptsMade = true;
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
  row("a stream alone", {&E::events}, true, false);
  row("jobs alone", {&E::jobs}, true, false);
  row("a counter and a stream", {&E::idCounter, &E::events}, false, true);
  row("a counter and Bull's pause", {&E::idCounter, &E::metaPaused}, false, true);
  row("a counter and a marker", {&E::idCounter, &E::marker}, false, false);
  row("meta with `paused`, and jobs", {&E::otherMetaField, &E::jobs}, false, true);
  row("meta with `paused`, and events", {&E::otherMetaField, &E::events}, false, true);
  row("meta with `paused`, and Bull's pause", {&E::otherMetaField, &E::metaPaused}, false, true);
  row("meta with `paused` under a prefix asked for", {&E::otherMetaField}, true, true);
  QueueEvidence versioned = evidence();
  versioned.version = "bullmq:6.7.0";
  QTest::newRow("a version alone") << versioned << false << true;
  versioned.id.name.clear();
  QTest::newRow("no name") << versioned << true << false;
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
  e.jobs = true;
  QVERIFY(!mayBeResidue(e));
  e.jobs = false;
  e.version = "bullmq:5.81.5";
  QVERIFY(!mayBeResidue(e));
}

QTEST_APPLESS_MAIN(TestBullDetection)
#include "tst_bull_detection.moc"
