// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Address =
    R"({"order":"ORD-1","shippingAddress":{"street":"Kaiserstrasse 12, 3rd floor","town":"Hamburg"}})";

} // namespace

/// What the pane says while a job is on its way into it.
class TestWindowOpening : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void anotherJobIsReadWhileASaveHangs();
  void theSameJobIsReadBehindItsSave();
  void saysWhichJobIsBeingOpened();
  void linesFollowTheRoomOfThePane();

private:
  static bool saveHangs(WindowTest &t);
  /// Another job is opened then, and can be read; `id` is the one that is being saved.
  static bool goesOnWhileASaveHangs(WindowTest &t, QByteArray &id);
  /// In the editor, without waiting for anything.
  static QByteArray shown(WindowTest &t) {
    return t.person.window()->page()->pane()->dataPane()->editor()->bytes();
  }
  static QString header(WindowTest &t) {
    return t.person.window()->page()->pane()->header()->accessibleDescription();
  }
};

/// The save of the open job reaches the server, which holds it up.
bool TestWindowOpening::saveHangs(WindowTest &t) {
  t.shop.server.run({"CLIENT", "PAUSE", "600000", "WRITE"});
  return t.person.retype(u"12 Long"_qs, u"7 Short"_qs) && t.person.press(u"Save"_qs) &&
         t.person.waits("the save on its way", [&] {
           const QList<QByteArray> clients = t.shop.server.run({"CLIENT", "LIST"}).bytes.split('\n');
           return std::any_of(clients.begin(), clients.end(),
                              [](const QByteArray &client) { return client.contains(" flags=b"); });
         });
}

bool TestWindowOpening::goesOnWhileASaveHangs(WindowTest &t, QByteArray &id) {
  if (!t.shop.start())
    return false;
  const QByteArray other = t.shop.add("failed", R"({"b":1})");
  id = t.shop.add("failed", R"({"to":"12 Long"})");
  return t.open("local") && t.person.openJob(id, u"failed"_qs) && saveHangs(t) && t.person.chooseJob(other) &&
         t.person.waits("the other job", [&] { return t.person.text().contains("\"b\""); });
}

void TestWindowOpening::anotherJobIsReadWhileASaveHangs() {
  WindowTest t;
  QByteArray id;
  QVERIFY(goesOnWhileASaveHangs(t, id));
  Person &person = t.person;
  QCOMPARE(t.shop.data(id), R"({"to":"12 Long"})"); // the save still hangs
  t.shop.server.run({"CLIENT", "UNPAUSE"});
  QVERIFY(person.waits("the save", [&] { return t.shop.data(id) == R"({"to":"7 Short"})"; }));
}

void TestWindowOpening::theSameJobIsReadBehindItsSave() {
  WindowTest t;
  QByteArray id;
  QVERIFY(goesOnWhileASaveHangs(t, id));
  Person &person = t.person;
  QVERIFY(person.chooseJob(id));
  QCOMPARE(header(t), u"checkout #%1 loading…"_qs.arg(QString::fromUtf8(id)));
  QCOMPARE(shown(t), QByteArray());
  t.shop.server.run({"CLIENT", "UNPAUSE"});
  QVERIFY(person.waits("the job", [&] { return !person.text().isEmpty(); }));
  QVERIFY2(person.text().contains("7 Short"), person.text().constData());
}

/// At once, and nothing of the job before.
void TestWindowOpening::saysWhichJobIsBeingOpened() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray other = t.shop.add("failed", R"({"b":1})"), id = t.shop.add("failed", R"({"a":1})");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  t.shop.server.freeze();
  QVERIFY(person.chooseJob(other));
  QCOMPARE(header(t), u"checkout #%1 loading…"_qs.arg(QString::fromUtf8(other)));
  QCOMPARE(shown(t), QByteArray());
  t.shop.server.thaw();
  QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"b\""); }));
  const QString words = u"checkout #%1 failed"_qs.arg(QString::fromUtf8(other));
  QVERIFY2(header(t).startsWith(words), qPrintable(header(t)));
}

/// As the window opens by itself, no line of small values runs out of the editor.
void TestWindowOpening::linesFollowTheRoomOfThePane() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Address);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  const int columns = person.editor()->columns();
  QVERIFY(columns > 0);
  for (const QByteArray &line : person.text().split('\n'))
    QVERIFY2(line.size() <= columns, line + " in " + QByteArray::number(columns));
  QVERIFY(person.press(u"Format"_qs)); // the same layout
  for (const QByteArray &line : person.text().split('\n'))
    QVERIFY2(line.size() <= columns, line.constData());
}

QTEST_MAIN(TestWindowOpening)
#include "tst_opening.moc"
