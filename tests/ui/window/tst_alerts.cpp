// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/roles.h"
#include "ui/window/windowtest.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QSpinBox>
#include <QTimeEdit>

using namespace oxp;
using namespace oxp::test;

/// Somebody wants to be told when jobs fail.
class TestAlerts : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void tellsWhereThereIsNoTray();
  void saysNothingInQuietHours();
  void keepsRules();

private:
  /// By the menu: the palette's keys are ASCII in a test.
  QWidget *openAlerts(Person &person) {
    const auto fits = [&](QAction *action) { return action->text() == u"Alerts…" && action->isEnabled(); };
    const QList<QAction *> actions = person.window()->QWidget::actions();
    const auto alerts = std::find_if(actions.begin(), actions.end(), fits);
    if (alerts != actions.end())
      (*alerts)->trigger();
    return person.see(u"Alerts"_qs);
  }
  /// A shop with a failed job, and the dialog with a rule in it; null when that failed.
  QWidget *beginRule(WindowTest &t) {
    if (!t.shop.start() || fail(t).isEmpty() || !t.open("local") ||
        !t.person.row({u"Shop"_qs, u"orders"_qs}).isValid())
      return nullptr;
    QWidget *dialog = openAlerts(t.person);
    return dialog && t.person.press(u"Add rule"_qs, dialog) ? dialog : nullptr;
  }
  bool listens(WindowTest &t) {
    return t.person.waits("the events", [&] {
      return t.shop.server.run({"INFO", "clients"}).bytes.contains("blocked_clients:1");
    });
  }
  QByteArray fail(WindowTest &t) { return t.shop.add("failed", "{}"); }
};

void TestAlerts::tellsWhereThereIsNoTray() {
  WindowTest t;
  Person &person = t.person;
  QWidget *dialog = beginRule(t);
  QVERIFY(dialog);
  auto *jobs = person.see<QSpinBox>(u"Jobs"_qs, dialog);
  QVERIFY(jobs);
  jobs->setValue(2);
  // Fields that a rule does not use do not show.
  auto *when = person.see<QComboBox>(u"When"_qs, dialog);
  when->setCurrentIndex(2);
  QVERIFY(!person.sees(u"Jobs"_qs, dialog) && person.sees(u"Minutes"_qs, dialog));
  when->setCurrentIndex(1);
  QVERIFY(person.sees(u"Jobs"_qs, dialog) && !person.sees(u"Minutes"_qs, dialog));
  when->setCurrentIndex(0);
  QVERIFY(person.press(u"Save alerts"_qs, dialog));
  QVERIFY(person.loses(u"Alerts"_qs));
  QVERIFY(listens(t));
  fail(t);
  fail(t);
  QVERIFY(person.reads(u"2 job(s) failed within 5 min."_qs) ||
          person.reads(u"2 jobs failed within 5 min."_qs));
  const QModelIndex row = person.row({u"Shop"_qs, u"orders"_qs});
  QVERIFY(row.data(AlertRole).toString().contains(u"failed"));
  QVERIFY(row.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString().contains(u"alert"));
  QVERIFY(person.press(u"Show queue"_qs));
  QVERIFY(person.see(u"Jobs"_qs));
  QVERIFY(!person.notices().join(u' ').contains(u"failed within"));
}

/// It is marked and listed all the same; once the hours are over, another rule is told of again.
void TestAlerts::saysNothingInQuietHours() {
  WindowTest t;
  Person &person = t.person;
  QWidget *dialog = beginRule(t);
  QVERIFY(dialog);
  person.see<QSpinBox>(u"Jobs"_qs, dialog)->setValue(2);
  person.see<QCheckBox>(u"Quiet hours"_qs, dialog)->setChecked(true);
  const QTime now = QTime::currentTime();
  person.see<QTimeEdit>(u"From"_qs, dialog)->setTime(now.addSecs(-3600));
  person.see<QTimeEdit>(u"To"_qs, dialog)->setTime(now.addSecs(3600));
  QVERIFY(person.press(u"Save alerts"_qs, dialog));
  QVERIFY(person.loses(u"Alerts"_qs));
  QVERIFY(listens(t));
  fail(t);
  fail(t);
  const QPersistentModelIndex row = person.row({u"Shop"_qs, u"orders"_qs});
  QVERIFY(person.waits("the mark", [&] { return row.data(AlertRole).toString().contains(u"2 job"); }));
  QVERIFY(!person.notices().join(u' ').contains(u"failed within"));
  QVERIFY(person.command(u"Activity"_qs));
  QVERIFY(person.see(u"Alert: orders (Shop)"_qs));
  dialog = openAlerts(person);
  QVERIFY(dialog);
  person.see<QCheckBox>(u"Quiet hours"_qs, dialog)->setChecked(false);
  person.see<QSpinBox>(u"Jobs"_qs, dialog)->setValue(1);
  QVERIFY(person.press(u"Save alerts"_qs, dialog));
  QVERIFY(person.reads(u"failed within 5 min."_qs));
}

void TestAlerts::keepsRules() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fail(t);
  for (int start = 0; start < 2; ++start) {
    QVERIFY(t.open("local"));
    Person &person = t.person;
    QVERIFY(person.row({u"Shop"_qs, u"orders"_qs}).isValid());
    QWidget *dialog = openAlerts(person);
    QVERIFY(dialog);
    if (start == 0) {
      QVERIFY(person.press(u"Add rule"_qs, dialog));
      QVERIFY(person.press(u"Add rule"_qs, dialog));
      QVERIFY(person.press(u"Remove rule"_qs, dialog));
      person.see<QComboBox>(u"Queue"_qs, dialog)->setCurrentIndex(1);
      person.see<QCheckBox>(u"Quiet hours"_qs, dialog)->setChecked(true);
      QVERIFY(person.press(u"Save alerts"_qs, dialog));
    } else {
      QCOMPARE(person.see<QComboBox>(u"Queue"_qs, dialog)->currentText(), u"orders"_qs);
      QVERIFY(person.see<QCheckBox>(u"Quiet hours"_qs, dialog)->isChecked());
      QVERIFY(person.press(u"Cancel"_qs, dialog));
    }
    QVERIFY(person.loses(u"Alerts"_qs));
    person.leave();
  }
}

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
