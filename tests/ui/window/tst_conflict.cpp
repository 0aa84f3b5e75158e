// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/window/windowtest.h"

#include <QDialog>
#include <QPushButton>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\",\"total\" : 1.10,\"note\":null}";

} // namespace

/// Somebody else writes the job while text is typed.
class TestConflict : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void mergesWhatTouchesDifferentPlaces();
  void wantsAChoiceWhereBothChanged();
  void keepsTheirs();
  void comparesBeforeSaving();
  void showsTheirsWhereNothingIsTyped();

private:
  /// The job is open, "12 Long" typed over with "7 Short", and the data are `theirs` meanwhile.
  void typeAgainst(WindowTest &t, const QByteArray &theirs, const char *environment);
  QByteArray id;
};

void TestConflict::typeAgainst(WindowTest &t, const QByteArray &theirs, const char *environment) {
  QVERIFY(t.shop.start());
  id = t.shop.add("failed", Order);
  QVERIFY(t.open(environment));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QVERIFY(t.person.retype(u"12 Long"_qs, u"7 Short"_qs));
  t.shop.setData(id, theirs);
}

void TestConflict::mergesWhatTouchesDifferentPlaces() {
  WindowTest t;
  Person &person = t.person;
  typeAgainst(t, "{\"to\": \"12 Long Road\",\"total\" : 2.20,\"note\":null}", "production");
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.press(u"Save changes"_qs, person.see(u"Review changes"_qs)));

  auto *dialog = person.see<QDialog>(u"Job changed meanwhile"_qs);
  QVERIFY(dialog);
  QVERIFY(person.see<JsonEditor>(u"Mine"_qs, dialog)->bytes().contains("7 Short Road"));
  QVERIFY(person.see<JsonEditor>(u"Theirs"_qs, dialog)->bytes().contains("2.20"));
  auto *merged = person.see<JsonEditor>(u"Merged"_qs, dialog);
  QVERIFY(person.waits("the merged text", [&] { return merged->bytes().contains("7 Short Road"); }));
  QVERIFY(merged->bytes().contains("2.20"));
  QVERIFY(!person.sees(u"Take mine"_qs, dialog));
  const auto events = t.shop.events();
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  QVERIFY(person.press(u"Save changes"_qs, person.see(u"Review changes"_qs)));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), "{\"to\": \"7 Short Road\",\"total\" : 2.20,\"note\":null}");
  QCOMPARE(t.shop.events(), events + QList<QByteArray>{"event data-updated jobId " + id});
  QVERIFY(person.waits("the merged text in the editor", [&] { return person.text().contains("2.20"); }));
  QVERIFY(person.text().contains("7 Short Road"));
}

void TestConflict::wantsAChoiceWhereBothChanged() {
  WindowTest t;
  Person &person = t.person;
  const QByteArray theirs = "{\"to\": \"99 Other Road\",\"total\" : 1.10,\"note\":\"x\"}";
  typeAgainst(t, theirs, "local");
  QVERIFY(person.press(u"Save"_qs));
  auto *dialog = person.see<QDialog>(u"Job changed meanwhile"_qs);
  QVERIFY(dialog);
  QVERIFY(person.see<QPushButton>(u"Take mine"_qs, dialog));
  QVERIFY(person.see<QPushButton>(u"Take theirs"_qs, dialog));
  QVERIFY(!person.see<QPushButton>(u"Save merged"_qs, dialog)->isEnabled());

  QVERIFY(person.press(u"Cancel"_qs, dialog));
  QVERIFY(person.loses(u"Job changed meanwhile"_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QCOMPARE(t.shop.data(id), theirs);

  QVERIFY(person.press(u"Save"_qs));
  dialog = person.see<QDialog>(u"Job changed meanwhile"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Take mine"_qs, dialog));
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), "{\"to\": \"7 Short Road\",\"total\" : 1.10,\"note\":\"x\"}");
}

void TestConflict::keepsTheirs() {
  WindowTest t;
  Person &person = t.person;
  const QByteArray theirs = "{\"to\": \"99 Other Road\",\"total\" : 1.10,\"note\":null}";
  typeAgainst(t, theirs, "local");
  QVERIFY(person.press(u"Save"_qs));
  const auto events = t.shop.events();
  QVERIFY(person.press(u"Keep theirs"_qs, person.see(u"Job changed meanwhile"_qs)));
  QVERIFY(person.waits("their text", [&] { return person.text().contains("99 Other Road"); }));
  QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
  QCOMPARE(t.shop.data(id), theirs);
  QCOMPARE(t.shop.events(), events);
}

void TestConflict::comparesBeforeSaving() {
  WindowTest t;
  Person &person = t.person;
  typeAgainst(t, "{\"to\": \"12 Long Road\",\"total\" : 3,\"note\":null}", "local");
  QVERIFY(person.reads(u"Changed on the server. Your text is kept."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(person.press(u"Compare"_qs));
  QVERIFY(person.press(u"Save merged"_qs, person.see(u"Job changed meanwhile"_qs)));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), "{\"to\": \"7 Short Road\",\"total\" : 3,\"note\":null}");
}

void TestConflict::showsTheirsWhereNothingIsTyped() {
  WindowTest t;
  QVERIFY(t.shop.start());
  id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  t.shop.setData(id, "{\"to\":\"new\"}");
  QVERIFY(t.person.waits("their text", [&] { return t.person.text().contains("\"new\""); }));
  QVERIFY(!t.person.see<QPushButton>(u"Save"_qs)->isEnabled());
}

QTEST_MAIN(TestConflict)
#include "tst_conflict.moc"
