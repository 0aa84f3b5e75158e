// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/nodepeer/nodepeer.h"
#include "ui/dialogs/bulkpreviewdialog.h"
#include "ui/window/windowtest.h"

#include <QComboBox>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

using namespace oxp;
using namespace oxp::test;

/// The Options tab says what a job's options are, and lets those be changed that a worker obeys.
class TestOptions : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void attemptsAreChangedAndTakenBack();
  void productionReviewsThem();
  void whatIsNotOfferedSaysWhy();
  void faultsKeepTheButtonOff();
  void somebodyElseWasFirst();
  void ofManyThePreviewComesFirst();
  void viewersAreNotOfferedIt();

private:
  static bool openOptions(WindowTest &t, const QByteArray &id) {
    auto *tabs =
        t.person.openJob(id, u"waiting"_qs) ? t.person.see<QTabBar>(u"Parts of the job"_qs) : nullptr;
    if (!tabs)
      return false;
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(3).center());
    return t.person.see<QTableView>(u"Job options"_qs);
  }
  static QDialog *openForm(WindowTest &t) {
    return t.person.press(u"Edit options"_qs, t.person.window()) ? t.person.see<QDialog>(u"Edit options"_qs)
                                                                 : nullptr;
  }
  /// What stands in the table beside an option; nothing where there is no such line.
  static QStringList lineOf(WindowTest &t, const QString &option);
  /// As the library reads it.
  static int attemptsOf(WindowTest &t, const QByteArray &id);
  static QByteArray opts(WindowTest &t, const QByteArray &id) { return t.shop.job(id).value("opts"); }
};

QStringList TestOptions::lineOf(WindowTest &t, const QString &option) {
  const QAbstractItemModel *model = t.person.see<QTableView>(u"Job options"_qs)->model();
  for (int row = 0; row < model->rowCount(); ++row)
    if (model->index(row, 0).data().toString() == option)
      return {model->index(row, 1).data().toString(), model->index(row, 2).data().toString()};
  return {};
}

int TestOptions::attemptsOf(WindowTest &t, const QByteArray &id) {
  const QJsonObject queue{
      {u"library"_qs, u"bullmq5"_qs}, {u"prefix"_qs, u"bull"_qs}, {u"name"_qs, u"orders"_qs}};
  const NodeAnswer answer = NodePeer::run(u"getters.mjs"_qs, t.shop.server.socketPath(), {},
                                          QJsonDocument(QJsonArray{queue}).toJson(QJsonDocument::Compact));
  const QJsonObject jobs = answer[u"queues"_qs].toArray().first().toObject()[u"jobs"_qs].toObject();
  return jobs[QString::fromUtf8(id)].toObject()[u"attempts"_qs].toInt();
}

void TestOptions::attemptsAreChangedAndTakenBack() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}", {{u"opts"_qs, QJsonObject{{u"attempts"_qs, 2}}}});
  const QByteArray before = opts(t, id);
  QVERIFY(t.open("local") && openOptions(t, id));
  QVERIFY(t.person.waits("the options", [&] { return lineOf(t, u"Attempts"_qs).value(0) == u"2"; }));
  QDialog *form = openForm(t);
  QVERIFY(form && t.person.type(u"Attempts"_qs, u"5"_qs, form));
  QVERIFY(t.person.press(u"Edit options"_qs, form)); // nothing more is asked locally
  QVERIFY(t.person.waits("the new number", [&] { return lineOf(t, u"Attempts"_qs).value(0) == u"5"; }));
  QCOMPARE(opts(t, id), QByteArray(before).replace("\"attempts\":2", "\"attempts\":5"));
  QCOMPARE(attemptsOf(t, id), 5);
  QVERIFY(t.person.press(u"Undo"_qs)); // of its receipt
  QVERIFY(t.person.reads(u"Reverted."_qs));
  QVERIFY(t.person.waits("the old number", [&] { return lineOf(t, u"Attempts"_qs).value(0) == u"2"; }));
  QCOMPARE(opts(t, id), before);
}

void TestOptions::productionReviewsThem() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  const QByteArray before = opts(t, id);
  QVERIFY(t.open("production") && openOptions(t, id));
  QDialog *form = openForm(t);
  auto *backoff = form ? t.person.see<QComboBox>(u"Backoff"_qs, form) : nullptr;
  QVERIFY(backoff && !t.person.sees(u"Backoff delay"_qs, form));
  backoff->setCurrentIndex(backoff->findText(u"The same each time"_qs));
  QVERIFY(t.person.type(u"Backoff delay"_qs, u"2000"_qs, form));
  QVERIFY(t.person.press(u"Edit options"_qs, form));
  auto *review = t.person.see<QDialog>(u"Review changes"_qs);
  QVERIFY(review);
  QCOMPARE(opts(t, id), before); // until it is agreed to
  QVERIFY(t.person.press(u"Save changes"_qs, review));
  QVERIFY(t.person.waits("the backoff", [&] { return opts(t, id).contains("2000"); }));
  QVERIFY(opts(t, id).contains(R"("backoff":{"type":"fixed","delay":2000})"));
}

void TestOptions::whatIsNotOfferedSaysWhy() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  t.shop.server.run({"HSET", t.shop.key(id), "opts",
                     R"({"attempts":"3","priority":7,"sizeLimit":5,"timeout":9,"mine":1})"});
  QVERIFY(t.open("local") && openOptions(t, id));
  QVERIFY(t.person.waits("the options", [&] { return lineOf(t, u"priority"_qs).value(0) == u"7"; }));
  QCOMPARE(lineOf(t, u"priority"_qs).value(1), u"A field of the job decides, and not this."_qs);
  QCOMPARE(lineOf(t, u"sizeLimit"_qs).value(1), u"Read only when a job is added."_qs);
  QCOMPARE(lineOf(t, u"mine"_qs).value(1), u"No worker reads it."_qs);
  QVERIFY(lineOf(t, u"timeout"_qs).value(1).startsWith(u"The workers of this queue do not obey it"));
  QCOMPARE(lineOf(t, u"Attempts"_qs).value(1), u"Its value has a form that is only shown."_qs);
  QCOMPARE(lineOf(t, u"Log lines kept"_qs).value(0), u"not set: all"_qs);
  QDialog *form = openForm(t);
  QVERIFY(form && t.person.see<QLineEdit>(u"Log lines kept"_qs, form));
  QVERIFY(!t.person.sees(u"Attempts"_qs, form) && !t.person.sees(u"priority"_qs, form));
}

void TestOptions::faultsKeepTheButtonOff() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  QVERIFY(t.open("local") && openOptions(t, id));
  QDialog *form = openForm(t);
  auto *main = form ? t.person.see<QPushButton>(u"Edit options"_qs, form) : nullptr;
  QVERIFY(main && !main->isEnabled()); // nothing is changed yet
  QVERIFY(t.person.type(u"Attempts"_qs, u"many"_qs, form));
  auto *attempts = t.person.see<QLineEdit>(u"Attempts"_qs, form);
  QVERIFY(!main->isEnabled());
  QCOMPARE(attempts->accessibleDescription(), u"A whole number is needed here"_qs);
  QVERIFY(t.person.type(u"Attempts"_qs, u"4"_qs, form));
  QVERIFY(main->isEnabled());
  auto *kept = t.person.see<QComboBox>(u"When completed"_qs, form);
  kept->setCurrentIndex(kept->findText(u"Keep the newest"_qs));
  QVERIFY(!main->isEnabled());
  QVERIFY(t.person.type(u"Completed jobs kept"_qs, u"100"_qs, form));
  QVERIFY(main->isEnabled());
}

void TestOptions::somebodyElseWasFirst() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  QVERIFY(t.open("local") && openOptions(t, id));
  QDialog *form = openForm(t);
  QVERIFY(form && t.person.type(u"Attempts"_qs, u"4"_qs, form));
  t.shop.server.run({"HSET", t.shop.key(id), "opts", R"({"attempts":9})"});
  QVERIFY(t.person.press(u"Edit options"_qs, form));
  QVERIFY(t.person.reads(u"Somebody else changed the options of this job meanwhile."_qs));
  QCOMPARE(opts(t, id), QByteArray(R"({"attempts":9})"));
  QVERIFY(t.person.waits("theirs", [&] { return lineOf(t, u"Attempts"_qs).value(0) == u"9"; }));
}

void TestOptions::ofManyThePreviewComesFirst() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray one = t.shop.add("failed", "{}"), two = t.shop.add("failed", "{}");
  const QByteArray before = opts(t, one);
  QVERIFY(t.open("local") && t.person.openJob(one, u"failed"_qs));
  QVERIFY(t.person.see<QTableView>(u"Jobs"_qs));
  QVERIFY(t.person.command(u"Select all matching"_qs));
  QVERIFY(t.person.command(u"Edit options"_qs));
  auto *form = t.person.see<QDialog>(u"Edit options"_qs);
  QVERIFY(form && t.person.type(u"Attempts"_qs, u"6"_qs, form));
  QVERIFY(t.person.press(u"Preview"_qs, form));
  auto *preview = t.person.see<BulkPreviewDialog>(u"Edit options"_qs);
  QVERIFY(preview && t.person.see<QTableView>(u"What becomes of them"_qs, preview));
  QCOMPARE(opts(t, one), before); // until it is agreed to
  QVERIFY(t.person.press(u"Edit options"_qs, preview));
  for (const QByteArray &id : {one, two})
    QVERIFY(t.person.waits("the new number", [&] { return opts(t, id).contains("\"attempts\":6"); }));
}

void TestOptions::viewersAreNotOfferedIt() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  QVERIFY(t.person.start(t.shop.url("local") + u"&role=viewer"_qs, t.folder.path()));
  QVERIFY(openOptions(t, id));
  auto *edit = t.person.see<QPushButton>(u"Edit options"_qs, t.person.window());
  QVERIFY(edit && !edit->isEnabled());
}

QTEST_MAIN(TestOptions)
#include "tst_options.moc"
