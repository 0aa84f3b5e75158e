// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace oxp;
using namespace oxp::test;

/// From many jobs to a few: what failed, and what is written to a file.
class TestReports : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void goesFromAGroupOfFailuresToItsJob();
  void goesFromAGroupToASearch();
  void saysThatNothingFailed();
  void exportsAState();
  void exportsOnlyTheSelection();
  void keepsMaskedValuesFromViewers();
  void tellsThatTheFolderIsMissing();

private:
  static void fillFailed(Shop &shop);
  static QByteArray read(const QString &path);
};

void TestReports::fillFailed(Shop &shop) {
  const auto failed = [](const char *id, const char *error) {
    return QJsonObject{{u"id"_qs, QLatin1String(id)}, {u"error"_qs, QLatin1String(error)}};
  };
  shop.add("failed", R"({"total":1.10})", failed("a1", "order 17 has no total"));
  shop.add("failed", R"({"total":2})", failed("a2", "order 4711 has no total"));
  shop.add("failed", R"({"apiKey":"K-17"})", failed("b1", "card declined"));
  shop.add("waiting", R"({"total":3})", {{u"id"_qs, u"w1"_qs}});
}

QByteArray TestReports::read(const QString &path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestReports::goesFromAGroupOfFailuresToItsJob() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fillFailed(t.shop);
  QTableView *groups = t.openFailures(2);
  QVERIFY(groups);
  QCOMPARE(groups->model()->index(0, 0).data().toString(), u"2"_qs);
  auto *examples = person.see<QAbstractItemView>(u"Examples"_qs);
  QVERIFY(person.waits("its examples", [&] { return examples->model()->rowCount() == 2; }));

  // By keyboard: the next group, its only example, its job.
  QVERIFY(
      person.waits("the keyboard in the groups", [&] { return person.window()->focusWidget() == groups; }));
  QVERIFY(person.key(Qt::Key_Down));
  QVERIFY(person.waits("the other examples", [&] { return examples->model()->rowCount() == 1; }));
  examples->setFocus();
  QVERIFY(person.key(Qt::Key_Home));
  QVERIFY(person.key(Qt::Key_Return));
  QVERIFY(person.loses(u"Examples"_qs));
  QVERIFY(person.waits("the job's data", [&] { return person.text().contains("K-17"); }));
}

void TestReports::goesFromAGroupToASearch() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fillFailed(t.shop);
  QTableView *groups = t.openFailures(2);
  QVERIFY(groups);
  QVERIFY(person.press(u"Show jobs"_qs));
  auto *box = person.see<QLineEdit>(u"Search jobs"_qs);
  QVERIFY(box);
  static const QRegularExpression query(u"^state = failed failure = [0-9a-f]{12}$"_qs);
  QVERIFY2(query.match(box->text()).hasMatch(), qPrintable(box->text()));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  QVERIFY(jobs && person.waits("its two jobs", [&] { return jobs->model()->rowCount() == 2; }));

  // There again, and back by Escape: the search is still there.
  QVERIFY(person.command(u"Failures"_qs));
  QVERIFY(person.see(u"Examples"_qs));
  QVERIFY(person.key(Qt::Key_Escape));
  QVERIFY(person.loses(u"Examples"_qs));
  QCOMPARE(box->text().left(5), u"state"_qs);

  // What the search found can be written down.
  QVERIFY(person.command(u"Export"_qs));
  QWidget *dialog = person.see<QDialog>(u"Export"_qs);
  auto *what = person.see<QComboBox>(u"What"_qs, dialog);
  QVERIFY(what);
  QVERIFY(what->currentText().startsWith(u"Search result: 2 "));
  const QString path = t.folder.filePath(u"found.ndjson"_qs);
  QVERIFY(person.type(u"File"_qs, path, dialog));
  QVERIFY(person.press(u"Export"_qs, dialog));
  QVERIFY(person.reads(u" exported, "_qs));
  QCOMPARE(read(path).count('\n'), 2);
}

void TestReports::saysThatNothingFailed() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  t.shop.add("waiting", "{}");
  QVERIFY(t.open("local"));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.command(u"Failures"_qs));
  QVERIFY(person.press(u"Back to the jobs"_qs));
  QVERIFY(person.see(u"Jobs"_qs));
}

void TestReports::exportsAState() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fillFailed(t.shop);
  QVERIFY(t.open("production"));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.chooseState(u"failed"_qs));
  const QString path = t.folder.filePath(u"out.ndjson"_qs);
  const Keys before = t.shop.keys();
  for (const bool masked : {true, false}) {
    QVERIFY(person.command(u"Export"_qs));
    QWidget *dialog = person.see<QDialog>(u"Export"_qs);
    QVERIFY(dialog);
    QVERIFY(person.see<QComboBox>(u"What"_qs, dialog)->currentText().startsWith(u"This state: failed"));
    if (!masked)
      QVERIFY(person.press(u"With masked values"_qs, dialog));
    QVERIFY(person.type(u"File"_qs, path, dialog));
    QVERIFY(person.press(u"Export"_qs, dialog));
    QVERIFY(person.reads(u" exported, "_qs));
    QVERIFY(person.waits("the file", [&] { return read(path).contains("K-17") != masked; }));
    QCOMPARE(read(path).count('\n'), 3);
    QVERIFY(read(path).contains(R"("data":{"total":1.10})"));
  }
  QVERIFY(differing(before, t.shop.keys()).isEmpty());
}

void TestReports::exportsOnlyTheSelection() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fillFailed(t.shop);
  QVERIFY(t.open("local"));
  QVERIFY(person.openJob("a1", u"failed"_qs));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  jobs->setFocus();
  QVERIFY(person.key(Qt::Key_Up, Qt::ShiftModifier)); // a2, the newer one, stands above
  QVERIFY(person.command(u"Export"_qs));
  QWidget *dialog = person.see<QDialog>(u"Export"_qs);
  QVERIFY(person.see<QComboBox>(u"What"_qs, dialog)->currentText().startsWith(u"Selection: 2 "));
  person.see<QComboBox>(u"Format"_qs, dialog)->setCurrentIndex(2);
  QVERIFY(person.see<QLineEdit>(u"File"_qs, dialog)->text().endsWith(u".csv"));
  const QString path = t.folder.filePath(u"two.csv"_qs);
  QVERIFY(person.type(u"File"_qs, path, dialog));
  QVERIFY(person.press(u"Export"_qs, dialog));
  QVERIFY(person.reads(u" exported, "_qs));
  QVERIFY(read(path).contains("\r\na2,orders,bull,failed,"));
  QVERIFY(!read(path).contains("b1"));
}

void TestReports::keepsMaskedValuesFromViewers() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fillFailed(t.shop);
  QVERIFY(person.start(t.shop.url("production") + u"&role=viewer"_qs, t.folder.path()));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.command(u"Export"_qs));
  QWidget *dialog = person.see<QDialog>(u"Export"_qs);
  QVERIFY(!person.see<QCheckBox>(u"With masked values"_qs, dialog)->isEnabled());
  QVERIFY(person.see<QComboBox>(u"What"_qs, dialog)->currentText().startsWith(u"All states"));
  const QString path = t.folder.filePath(u"all.json"_qs);
  QVERIFY(person.type(u"File"_qs, path, dialog));
  QVERIFY(person.press(u"Export"_qs, dialog));
  QVERIFY(person.reads(u" exported, "_qs));
  QVERIFY(!read(path).contains("K-17"));
}

void TestReports::tellsThatTheFolderIsMissing() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fillFailed(t.shop);
  QVERIFY(t.open("local"));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.command(u"Export"_qs));
  QWidget *dialog = person.see<QDialog>(u"Export"_qs);
  QVERIFY(person.type(u"File"_qs, t.folder.filePath(u"missing/out.ndjson"_qs), dialog));
  QVERIFY(person.press(u"Export"_qs, dialog));
  QVERIFY(person.reads(u"The folder for the file is not there."_qs));
}

QTEST_MAIN(TestReports)
#include "tst_reports.moc"
