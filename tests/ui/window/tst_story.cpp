// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/window/windowtest.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace oxp::test;

namespace {

// Spelt as no library would write it again: nothing but the typed place may change.
const QByteArray Order = "{\"id\":9007199254740993, \"price\" : 1.10,\n\t\"to\":{\"street\":\"12 Long "
                         "Road\",\"name\":\"Zo\\u00eb \xf0\x9f\x98\x80\"},"
                         "\"items\":[1,2,  3],\"big\":1e400}";

QStringList columnTexts(const QTableView &view, const QString &header) {
  QStringList texts;
  const QAbstractItemModel &model = *view.model();
  for (int column = 0; column < model.columnCount(); ++column)
    if (model.headerData(column, Qt::Horizontal).toString() == header)
      for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
  return texts;
}

} // namespace

/// From a failed job to the worker that receives the corrected payload.
class TestStory : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void correctsAndRetries();
  void savesWithoutAskingOnALocalServer();
  void wantsTheIdTypedForASensitiveValue();
  void aViewerSeesMasksOnly();
  void aClickOpensTheMarkedJobAgain();
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
  QCOMPARE(person.see<QTableView>(u"Jobs"_qs)->model()->rowCount(), 2);
  QTRY_VERIFY(person.text().contains("\"street\": \"12 Long Road\""));

  const Keys before = t.shop.keys();
  const auto events = t.shop.events();
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  auto *review = person.see<QDialog>(u"Review changes"_qs);
  QVERIFY(review);
  auto *changes = person.see<QTableView>(u"Changes"_qs, review);
  QVERIFY(changes);
  QCOMPARE(columnTexts(*changes, u"Path"_qs), QStringList{u"/to/street"_qs});
  QCOMPARE(columnTexts(*changes, u"Before"_qs), QStringList{u"\"12 Long Road\""_qs});
  QCOMPARE(columnTexts(*changes, u"After"_qs), QStringList{u"\"7 Short Road\""_qs});
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
  QTRY_COMPARE_WITH_TIMEOUT(t.shop.waiting(), QList<QByteArray>{id}, Patience);
  QCOMPARE(t.shop.work().raw, expected);
  QCOMPARE(t.shop.data(other), "{\"a\":1}");
}

void TestStory::savesWithoutAskingOnALocalServer() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"waiting"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.key(Qt::Key_S, Qt::ControlModifier));
  QVERIFY(person.reads(u"Saved. /to/street"_qs));
  QByteArray expected = Order;
  expected.replace("12 Long", "7 Short");
  QCOMPARE(t.shop.data(id), expected);

  QVERIFY(person.press(u"Undo"_qs));
  QVERIFY(person.reads(u"Reverted."_qs));
  QCOMPARE(t.shop.data(id), Order);
  QVERIFY(person.waits("the old text", [&] { return person.text().contains("12 Long Road"); }));
}

void TestStory::wantsTheIdTypedForASensitiveValue() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray order = "{\"apiToken\":\"tok_live_1234567890\", \"total\" :1.0}";
  const QByteArray id = t.shop.add("failed", order, {{u"id"_qs, u"order-77"_qs}});
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(!person.text().contains("tok_live"));

  QVERIFY(person.findText(u"apiToken"_qs));
  for (int step = 0; step < 4; ++step) // out of the selection and over `": `
    QVERIFY(person.key(Qt::Key_Right));
  QVERIFY(person.command(u"Reveal"_qs));
  QVERIFY(person.text().contains("tok_live_1234567890"));
  QVERIFY(person.retype(u"12345"_qs, u"54321"_qs));
  QVERIFY(person.press(u"Save"_qs));
  auto *review = person.see<QDialog>(u"Review changes"_qs);
  QVERIFY(review);
  QVERIFY(person.see<QPushButton>(u"Cancel"_qs, review)->isDefault());
  auto *save = person.see<QPushButton>(u"Save changes"_qs, review);
  QVERIFY(!save->isEnabled());
  QVERIFY(person.type(u"Type to confirm"_qs, u"order-7"_qs, review));
  QVERIFY(!save->isEnabled());
  QCOMPARE(t.shop.data(id), order);
  QVERIFY(person.type(u"Type to confirm"_qs, u"order-77"_qs, review));
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"Saved."_qs));
  QByteArray expected = order;
  expected.replace("12345", "54321");
  QCOMPARE(t.shop.data(id), expected);
}

void TestStory::aViewerSeesMasksOnly() {
  const QString why = u"Your role may not reveal masked values."_qs;
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", R"({"apiToken":"tok_live_1234567890","total":1.0})");
  const QByteArray broken = t.shop.add("failed", "{}");
  t.shop.setData(broken, R"({"apiToken":"tok_live_1234567890",)");
  QVERIFY(t.open("production&role=viewer"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.reads(why));
  const auto revealing = [&] {
    const auto actions = person.window()->findChildren<QAction *>();
    return std::any_of(actions.begin(), actions.end(), [](const QAction *action) {
      return action->text() == u"Reveal" && action->isEnabled() && action->isVisible();
    });
  };
  QVERIFY(person.findText(u"apiToken"_qs));
  for (int step = 0; step < 4; ++step)
    QVERIFY(person.key(Qt::Key_Right));
  QVERIFY(person.waits("the caret on the mask", [&] { return person.editor()->elisionAtCaret() >= 0; }));
  QVERIFY(!revealing());
  QVERIFY(person.key(Qt::Key_A, Qt::ControlModifier));
  QVERIFY(person.key(Qt::Key_C, Qt::ControlModifier));
  const QString copied = QGuiApplication::clipboard()->text();
  QVERIFY(copied.contains(u"apiToken") && !copied.contains(u"tok_live"));

  QVERIFY(person.chooseJob(broken));
  QVERIFY(person.reads(u"Not valid JSON"_qs));
  QVERIFY(person.reads(why));
  QVERIFY(!person.text().contains("tok_live"));
  QVERIFY(!person.sees(u"Reveal"_qs) && !revealing());
}

void TestStory::aClickOpensTheMarkedJobAgain() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray failed = t.shop.add("failed", "{\"a\":1}"), waiting = t.shop.add("waiting", "{\"b\":1}");
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(failed, u"failed"_qs));
  QVERIFY(person.goTo(waiting));
  QVERIFY(person.waits("the job by its id", [&] { return person.text().contains("\"b\""); }));
  QVERIFY(person.chooseJob(failed));
  QVERIFY(person.waits("the job of the row", [&] { return person.text().contains("\"a\""); }));
}

QTEST_MAIN(TestStory)
#include "tst_story.moc"
