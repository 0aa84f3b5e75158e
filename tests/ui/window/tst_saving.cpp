// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/stallingproxy.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/scansentences.h"
#include "ui/editor/validityline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/wrappedlink.h"
#include "ui/window/windowtest.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;
using Direction = StallingProxy::Direction;
using Scope = StallingProxy::Scope;
using AtLimit = StallingProxy::AtLimit;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\",\"total\" : 1.10}";
const QByteArray Edited = "{\"to\": \"7 Short Road\",\"total\" : 1.10}";

/// Every invalid text that somebody may stop typing at, with where the reason lies.
const QByteArray Invalid[] = {"",          "{\"a\": 1", "{\"a\": \"x", "{\"a\": }", "{a: 1}",
                              "{\"a\" 1}", "[1 2]",     "[1, 2,]",     "[1}",       "[tru]",
                              "[01]",      "[\"\\q\"]", "[\"a\tb\"]",  "[1] 2",     "\n\n\n\n[\n  \"a\n]"};

} // namespace

/// What a person sees and hears of a save, from the key on.
class TestSaving : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void saysWhatItWaitsFor();
  void saysWhyItCannotSave();
  void showsTheReasonAsAWhole();
  void noticesEndWithWhatTheySay();
  void anUndoneDiscardIsNotOfferedOnceMoreWasTyped();
  void closingAsksForWhatWasTypedLast();

private:
  /// Whether it is said somewhere, be it behind something newer.
  static bool holds(const Person &person, const char *id) {
    for (const Banner *banner : person.window()->findChildren<Banner *>())
      if (banner->holds(id))
        return true;
    return false;
  }
  static QString spoken(Person &person) {
    auto *line = person.see<ValidityLine>(u"Validity"_qs);
    return line ? line->accessibleDescription() : QString();
  }
};

void TestSaving::saysWhatItWaitsFor() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  StallingProxy proxy(t.shop.server.socketPath());
  Person &person = t.person;
  QVERIFY(
      person.start(QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath),
                   t.folder.path()));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  proxy.limit(Scope::Open, Direction::ToServer, 0, AtLimit::Hold); // a server that is slow to answer
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(
      person.waits("what is waited for", [&] { return spoken(person).contains(u"waiting for Shop"_qs); }));
  QVERIFY(spoken(person).startsWith(u"Saving"_qs));
  QVERIFY(person.waits("the time", [&] { return spoken(person).contains(u"Saving, 1 s"_qs); }));
  auto *save = person.see<QPushButton>(u"Save"_qs);
  QVERIFY(!save->isEnabled());
  QCOMPARE(save->accessibleDescription(), u"A save is under way."_qs);
  QVERIFY2(person.retype(u"7 Short"_qs, u"9 Middle"_qs), "typing goes on");
  QVERIFY(spoken(person).startsWith(u"Saving"_qs));
  proxy.release();
  QVERIFY(person.reads(u"Saved."_qs));
  QVERIFY(person.waits("its end", [&] { return spoken(person).startsWith(u"Valid JSON"_qs); }));
  QCOMPARE(t.shop.data(id), Edited);
  QVERIFY(person.text().contains("9 Middle Road"));
  // The next one: what is said of the last is no answer to it.
  QVERIFY(holds(person, "outcome"));
  proxy.limit(Scope::Open, Direction::ToServer, 0, AtLimit::Hold);
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.waits("its beginning", [&] { return spoken(person).startsWith(u"Saving"_qs); }));
  QVERIFY(!holds(person, "outcome"));
  proxy.release();
  QVERIFY(person.waits("both", [&] { return t.shop.data(id).contains("9 Middle Road"); }));
}

void TestSaving::saysWhyItCannotSave() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"1.10"_qs, u"1.10,"_qs));
  QVERIFY(person.waits("the judgement", [&] { return spoken(person).startsWith(u"Line"_qs); }));
  person.editor()->goToOffset(0);
  QVERIFY(person.key(Qt::Key_S, Qt::ControlModifier));
  QVERIFY(person.reads(u"Not saved: a comma before a closing bracket."_qs));
  QVERIFY(person.reads(u"the caret was put there"_qs));
  QCOMPARE(person.editor()->caretOffset(), person.editor()->validity().error->offset);
  QCOMPARE(t.shop.data(id), Order);
  const qint64 comma = person.text().indexOf("1.10,") + 4;
  person.editor()->replaceRange(comma, 1, {});
  QVERIFY(person.waits("its end", [&] { return !holds(person, "invalid"); }));
}

/// At the size that the window was drawn for, of the job with the most buttons.
void TestSaving::showsTheReasonAsAWhole() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QCOMPARE(person.window()->size(), QSize(1440, 900));
  QVERIFY(person.see(u"Save and retry"_qs));
  const int height = person.see(u"Validity"_qs)->height();
  for (const QByteArray &text : Invalid) {
    person.editor()->replaceBytes("[]");
    QVERIFY(person.waits("valid text", [&] { return spoken(person).startsWith(u"Valid JSON"_qs); }));
    QVERIFY(person.waits("room for its words", [&] {
      const QList<QLabel *> labels = person.see(u"Validity"_qs)->findChildren<QLabel *>();
      return std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return !label->isVisible() || label->width() >= label->sizeHint().width();
      });
    }));
    person.editor()->replaceBytes(text);
    QVERIFY(person.waits("the reason", [&] { return spoken(person).startsWith(u"Line"_qs); }));
    auto *link = person.see(u"Validity"_qs)->findChild<WrappedLink *>();
    QCOMPARE(link->text(), spoken(person));
    QVERIFY(person.waits("room for it", [&] { return link->fits(link->width()); }));
    QCOMPARE(person.see(u"Validity"_qs)->height(), height); // the text above does not jump
  }
}

void TestSaving::noticesEndWithWhatTheySay() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  t.shop.setData(id, "{\"to\": \"12 Long Road\",}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.reads(u"Workers cannot fetch this job"_qs));
  person.editor()->replaceBytes("{\"token\": 1}");
  // Without a keychain nothing seals it, so the draft does not go to the disk; that is said.
  QVERIFY(person.reads(u"Typed text is kept in memory only."_qs));
  QVERIFY(person.press(u"Save"_qs));
  if (person.waits("the review", [&] { return person.sees(u"Review changes"_qs); }))
    QVERIFY(person.press(u"Save changes"_qs));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), "{\"token\": 1}");
  QVERIFY(person.waits("the end of both",
                       [&] { return !holds(person, "form") && !holds(person, "draft-memory"); }));
}

/// Its Undo would throw away what was typed since.
void TestSaving::anUndoneDiscardIsNotOfferedOnceMoreWasTyped() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Discard"_qs));
  QVERIFY(person.reads(u"Your text was discarded."_qs));
  QVERIFY(person.waits("what is stored", [&] { return person.text().contains("12 Long Road"); }));
  QVERIFY(person.retype(u"12 Long"_qs, u"9 Middle"_qs));
  QVERIFY(person.waits("its end", [&] { return !holds(person, "discarded"); }));
  QVERIFY(person.text().contains("9 Middle Road"));
}

/// In memory only, and typed in the moment before: that shows when the store has looked at it.
void TestSaving::closingAsksForWhatWasTypedLast() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", R"({"password":"hunter2","note":"old"})");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"old"_qs, u"new"_qs));
  person.window()->close();
  QVERIFY(person.press(u"Stay"_qs, person.see(u"Unsaved text"_qs)));
  QVERIFY(person.text().contains("new"));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.waits("the save", [&] { return t.shop.data(id).contains("new"); }));
  QVERIFY(person.waits("its end", [&] { return !holds(person, "draft-memory"); }));
  person.window()->close(); // nothing to lose any more
  QVERIFY(
      person.waits("the window to go", [&] { return !person.window() || !person.window()->isVisible(); }));
}

QTEST_MAIN(TestSaving)
#include "tst_saving.moc"
