// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/payload.h"

#include <QTest>

using namespace oxp;

static const policy::SharedRules Rules = policy::builtInRules();

/// What of a value may be read where sensitive values are masked.
class TestPayload : public QObject {
  Q_OBJECT

private slots:
  void masksByPlaceAndKey_data();
  void masksByPlaceAndKey();
  void masksALargeContainerAsAWhole();
  void keepsBackWhatCannotBeMasked();
  void plansASaveWithAndWithoutTheEditorsScan();
  void showsALargePayloadLaterAndASmallOneNow();
};

void TestPayload::masksByPlaceAndKey_data() {
  QTest::addColumn<QByteArray>("pointer");
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QByteArray>("shown");
  const QByteArray dots = "••••";
  QTest::newRow("plain") << QByteArray("/note") << QByteArray("\"hello\"") << QByteArray("\"hello\"");
  QTest::newRow("secret") << QByteArray("/apiKey") << QByteArray("\"sk-1\"") << dots;
  QTest::newRow("below a secret") << QByteArray("/password/old") << QByteArray("\"x\"") << dots;
  QTest::newRow("card number") << QByteArray("/cardNumber") << QByteArray("\"4242424242424242\"")
                               << dots + "4242";
  QTest::newRow("inside") << QByteArray("/user") << QByteArray(R"({"name":"Ann","token":"abc"})")
                          << QByteArray(R"({"name":"Ann","token":)") + dots + "}";
  QTest::newRow("nothing to hide") << QByteArray("/password") << QByteArray("null") << QByteArray("null");
  QTest::newRow("not JSON") << QByteArray() << QByteArray(R"({"password":"p", oops)") << dots;
}

void TestPayload::masksByPlaceAndKey() {
  QFETCH(const QByteArray, pointer);
  QFETCH(const QByteArray, json);
  QTEST(maskedValue(*Rules, json, json::Pointer::fromString(pointer)), "shown");
}

void TestPayload::masksALargeContainerAsAWhole() {
  QByteArray large = "[";
  for (int i = 0; i < 20'000; ++i)
    large += "\"text\",";
  large += "1]";
  QCOMPARE(maskedValue(*Rules, large, json::Pointer::fromString("/list")), QByteArray("••••"));
}

void TestPayload::keepsBackWhatCannotBeMasked() {
  const QByteArray marks = R"({"password":"hidden","note":")" + json::Elisions::mark(0) + R"("})";
  for (const QByteArray &data : {marks, QByteArray(R"({"password":"hidden",)")}) {
    const ShownPayload shown = showPayload(data, true, Rules);
    QVERIFY(shown.hidden && !shown.text.contains("hidden"));
    QVERIFY(showTyped(data, {}, Rules).hidden);
    QVERIFY(!showPayload(data, true, {}).hidden && !showTyped(data, {}, {}).hidden);
  }
  const QByteArray harmless = R"({"note":")" + json::Elisions::mark(0) + R"("})";
  QVERIFY(!showPayload(harmless, true, Rules).hidden);
  QVERIFY(!showTyped(R"({"password":"hidden"})", {}, Rules).hidden);
}

void TestPayload::plansASaveWithAndWithoutTheEditorsScan() {
  JobSnapshot baseline;
  baseline.present = true;
  baseline.data = R"({"password":"hidden", "n":1.10,"list":[1,2,{"a":null}]})";
  for (const bool mask : {false, true}) {
    const ShownPayload shown = showPayload(baseline.data, true, mask ? Rules : nullptr);
    QByteArray text = shown.text;
    QVERIFY(text.contains("1.10") && text.contains("hidden") != mask);
    text.replace("1.10", "1.2").replace("null", "[true]");
    const auto scan = std::make_shared<json::Scan>(json::scan(text, &shown.elisions));
    const auto with = planSave(baseline, text, shown.elisions, scan);
    const auto without = planSave(baseline, text, shown.elisions);
    QVERIFY(with && without);
    QCOMPARE(with->newData, QByteArray(R"({"password":"hidden", "n":1.2,"list":[1,2,{"a":[true]}]})"));
    QCOMPARE(with->newData, without->newData);
    QCOMPARE(with->splices, without->splices);
    QVERIFY(with->changes == without->changes && with->changes.size() == 2);
    QVERIFY(with->scanned->isOf(baseline.data));
  }
  QCOMPARE(planSave(baseline, "{\"a\":}", {}).error().offset, 5);
}

void TestPayload::showsALargePayloadLaterAndASmallOneNow() {
  bool called = false;
  showPayloadLater(this, "{}", true, {}, [&](const ShownPayload &) { called = true; });
  QVERIFY(called);
  const QByteArray large = '"' + QByteArray(1'000'000, 'x') + '"';
  std::optional<ShownPayload> shown;
  showPayloadLater(this, large, true, {}, [&](const ShownPayload &payload) { shown = payload; });
  QVERIFY(!shown);
  QTRY_VERIFY(shown);
  QCOMPARE(shown->shortened, 1);
}

QTEST_MAIN(TestPayload)
#include "tst_payload.moc"
