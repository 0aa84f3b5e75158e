// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/flows/editflow.h"
#include "ui/panes/datapane.h"
#include "ui/widgets/banner.h"
#include "ui/window/windowtest.h"

#include <QCryptographicHash>
#include <QDialog>
#include <QPushButton>
#include <QTimer>

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

  void asksForAllInOneDialog();
  void mergesAgainByItself();
  void goesOnMergingWhileSomebodyWrites();
  void keepsAMergeThatCannotBeWritten();
  void takesNothingBackThatWasWrittenAfterTheSave_data();
  void takesNothingBackThatWasWrittenAfterTheSave();

private:
  /// Save, and through the review where that comes first, to the conflict.
  QDialog *saveIntoConflict(Person &person);
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

QDialog *TestConflict::saveIntoConflict(Person &person) {
  const QString conflict = u"Job changed meanwhile"_qs, review = u"Review changes"_qs;
  if (!person.press(u"Save"_qs) ||
      !person.waits("a dialog", [&] { return person.sees(conflict) || person.sees(review); }))
    return nullptr;
  // Where the change has been seen by then, no review of an old version is asked for.
  if (!person.sees(conflict) && !person.press(u"Save changes"_qs, person.see(review)))
    return nullptr;
  return person.see<QDialog>(conflict);
}

void TestConflict::mergesWhatTouchesDifferentPlaces() {
  WindowTest t;
  Person &person = t.person;
  typeAgainst(t, "{\"to\": \"12 Long Road\",\"total\" : 2.20,\"note\":null}", "production");
  QDialog *dialog = saveIntoConflict(person);
  QVERIFY(dialog);
  QVERIFY(person.see<JsonEditor>(u"Mine"_qs, dialog)->bytes().contains("7 Short Road"));
  QVERIFY(person.see<JsonEditor>(u"Theirs"_qs, dialog)->bytes().contains("2.20"));
  auto *merged = person.see<JsonEditor>(u"Merged"_qs, dialog);
  QVERIFY(person.waits("the merged text", [&] { return merged->bytes().contains("7 Short Road"); }));
  QVERIFY(merged->bytes().contains("2.20"));
  QVERIFY(!person.sees(u"Take mine"_qs, dialog));
  const auto events = t.shop.events();
  QVERIFY(person.press(u"Save merged"_qs, dialog)); // and nothing more is asked
  QVERIFY(person.reads(u"Saved."_qs));
  QVERIFY(!person.sees(u"Review changes"_qs));
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

/// A sensitive value, changed in a conflict: what the review would ask stands below the merged text.
void TestConflict::asksForAllInOneDialog() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  id = t.shop.add("failed", R"({"to":"12 Long Road","total":1})");
  QVERIFY(t.open("production"));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long Road\""_qs, u"7 Short Road\",\"token\":\"new\""_qs));
  t.shop.setData(id, R"({"to":"12 Long Road","total":2})");
  QVERIFY(person.waits("the change",
                       [&] { return person.notices().join(u' ').contains(u"Changed on the server"_qs); }));
  QVERIFY(person.press(u"Save"_qs));
  auto *dialog = person.see<QDialog>(u"Job changed meanwhile"_qs);
  QVERIFY(dialog);
  QVERIFY(!person.sees(u"Review changes"_qs));
  QVERIFY(person.see(u"Type to confirm"_qs, dialog));
  QVERIFY(!person.see<QPushButton>(u"Save merged"_qs, dialog)->isEnabled());
  QVERIFY(person.type(u"Type to confirm"_qs, QString::fromUtf8(id), dialog));
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  QVERIFY(person.reads(u"Saved."_qs));
  QVERIFY(!person.sees(u"Review changes"_qs));
  const QByteArray stored = t.shop.data(id);
  QVERIFY2(stored.contains("7 Short Road") && stored.contains("\"token\"") && stored.contains("\"total\":2"),
           stored.constData());
}

/// Between the look at the merge and its write somebody writes another place: that is no question.
void TestConflict::mergesAgainByItself() {
  for (const char *environment : {"local", "production"}) {
    WindowTest t;
    Person &person = t.person;
    typeAgainst(t, "{\"to\": \"12 Long Road\",\"total\" : 2.20,\"note\":null}", environment);
    QDialog *dialog = saveIntoConflict(person);
    QVERIFY(dialog);
    QVERIFY(person.waits("what will be written",
                         [&] { return person.see<QPushButton>(u"Save merged"_qs, dialog)->isEnabled(); }));
    t.shop.setData(id, "{\"to\": \"12 Long Road\",\"total\" : 3.30,\"note\":1}");
    std::optional<SavedEdit> ended;
    connect(person.window()->findChild<EditFlow *>(), &EditFlow::saved, this,
            [&ended](const SavedEdit &edit) { ended = edit; });
    QVERIFY(person.press(u"Save merged"_qs, dialog));
    QVERIFY(person.reads(u"Saved."_qs));
    QVERIFY(ended);
    QCOMPARE(ended->merges, 1);
    QCOMPARE(ended->sent,
             "{\"to\": \"7 Short Road\",\"total\" : 2.20,\"note\":null}"); // what the text is based on
    QVERIFY(person.reads(u"It was written once more meanwhile"_qs));
    QCOMPARE(t.shop.data(id), "{\"to\": \"7 Short Road\",\"total\" : 3.30,\"note\":1}");
    QVERIFY(person.waits("all of it in the editor", [&] {
      return person.text().contains("7 Short Road") && person.text().contains("3.30");
    }));
    QVERIFY(!person.sees(u"Job changed meanwhile"_qs) && !person.sees(u"Review changes"_qs));
    QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
    // Where the same place was written, it is.
    QVERIFY(person.retype(u"7 Short"_qs, u"9 Middle"_qs));
    t.shop.setData(id, "{\"to\": \"7 Short Road\",\"total\" : 4.40,\"note\":1}");
    dialog = saveIntoConflict(person);
    QVERIFY(dialog);
    QVERIFY(person.waits("what will be written",
                         [&] { return person.see<QPushButton>(u"Save merged"_qs, dialog)->isEnabled(); }));
    const QByteArray theirs = "{\"to\": \"1 Their Road\",\"total\" : 4.40,\"note\":1}";
    t.shop.setData(id, theirs);
    QVERIFY(person.press(u"Save merged"_qs, dialog));
    QVERIFY(person.waits("the choice", [&] { return person.sees(u"Take mine"_qs); }));
    QCOMPARE(t.shop.data(id), theirs);
    QVERIFY(person.press(u"Cancel"_qs, person.see(u"Job changed meanwhile"_qs)));
    QVERIFY(person.text().contains("9 Middle Road"));
  }
}

/// As fast as it can: the save comes through between two writes, or it is said that it cannot.
void TestConflict::goesOnMergingWhileSomebodyWrites() {
  WindowTest t;
  Person &person = t.person;
  typeAgainst(t, "{\"to\": \"12 Long Road\",\"total\" : 2,\"note\":null}", "local");
  QDialog *dialog = saveIntoConflict(person);
  QVERIFY(dialog);
  QVERIFY(person.waits("what will be written",
                       [&] { return person.see<QPushButton>(u"Save merged"_qs, dialog)->isEnabled(); }));
  QTimer writer;
  int written = 0;
  const auto order = [&](const QByteArray &to) {
    return "{\"to\": \"" + to + "\",\"total\" : " + QByteArray::number(written) + ",\"note\":null}";
  };
  connect(&writer, &QTimer::timeout, this, [&] {
    ++written;
    const QByteArray to = t.shop.data(id).contains("7 Short") ? "7 Short Road" : "12 Long Road";
    t.shop.setData(id, order(to));
  });
  writer.start(1);
  QTRY_VERIFY_WITH_TIMEOUT(written > 2, Patience);
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  const QString saved = u"Saved."_qs,
                gaveUp = u"The job keeps changing faster than the merge can be saved."_qs;
  QVERIFY(person.waits("an end", [&] {
    const QString said = person.notices().join(u' ');
    return said.contains(saved) || said.contains(gaveUp);
  }));
  writer.stop();
  QVERIFY(!person.sees(u"Job changed meanwhile"_qs));
  const bool through = person.notices().join(u' ').contains(saved);
  QCOMPARE(t.shop.data(id), order(through ? "7 Short Road" : "12 Long Road"));
  QVERIFY(person.text().contains("7 Short Road"));
}

/// What was chosen and typed in the dialog is the person's text from then on.
void TestConflict::keepsAMergeThatCannotBeWritten() {
  WindowTest t;
  Person &person = t.person;
  typeAgainst(t, "{\"to\": \"99 Other Road\",\"total\" : 2.20,\"note\":null}", "local");
  QDialog *dialog = saveIntoConflict(person);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Take mine"_qs, dialog));
  auto *merged = person.see<JsonEditor>(u"Merged"_qs, dialog);
  QVERIFY(person.waits("the merge", [&] { return merged->bytes().contains("7 Short Road"); }));
  merged->replaceRange(merged->bytes().indexOf("null"), 4, "\"typed here\"");
  QVERIFY(person.waits("what will be written",
                       [&] { return person.see<QPushButton>(u"Save merged"_qs, dialog)->isEnabled(); }));
  t.shop.server.stop();
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  for (const Banner *banner : person.window()->findChildren<Banner *>())
    QVERIFY2(!banner->holds("changed"), "the text goes on from what was found");
  QVERIFY(person.waits("the merge in the editor", [&] {
    return person.text().contains("typed here") && person.text().contains("7 Short Road") &&
           person.text().contains("2.20");
  }));
}

void TestConflict::takesNothingBackThatWasWrittenAfterTheSave_data() {
  QTest::addColumn<bool>("typedOn");
  QTest::newRow("nothing typed since") << false;
  QTest::newRow("typed on") << true;
}

/// The look after the write finds what somebody wrote in between. It is shown, or a conflict: the text is
/// based on what was sent, and not on that.
void TestConflict::takesNothingBackThatWasWrittenAfterTheSave() {
  QFETCH(const bool, typedOn);
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  QVERIFY(person.openJob(id, u"failed"_qs));
  auto *flow = person.window()->findChild<DataPane *>()->findChild<EditFlow *>();
  std::optional<SavedEdit> first;
  connect(flow, &EditFlow::saved, this, [&first](const SavedEdit &edit) {
    if (!first)
      first = edit;
  });
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.waits("the save", [&] { return first.has_value(); }));
  if (typedOn)
    QVERIFY(person.retype(u"7 Short"_qs, u"9 Middle"_qs));
  const QByteArray theirs = "{\"to\": \"7 Short Road\",\"total\" : 5.50,\"note\":null}";
  t.shop.setData(id, theirs);
  SavedEdit edit = *first; // the same once more, as it ends when somebody was that quick
  edit.report.after->data = theirs;
  edit.report.after->sha1 = QCryptographicHash::hash(theirs, QCryptographicHash::Sha1);
  edit.report.note = "changed-again";
  emit flow->saved(edit);
  QVERIFY(person.reads(u"Somebody has changed the job again since."_qs));
  if (!typedOn) {
    QVERIFY(person.waits("their data", [&] { return person.text().contains("5.50"); }));
    QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
    return;
  }
  QVERIFY(person.text().contains("9 Middle Road"));
  QDialog *dialog = saveIntoConflict(person);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  QVERIFY(person.waits("both", [&] {
    return t.shop.data(id) == "{\"to\": \"9 Middle Road\",\"total\" : 5.50,\"note\":null}";
  }));
}

QTEST_MAIN(TestConflict)
#include "tst_conflict.moc"
