// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include <QCheckBox>
#include <QDialog>

using namespace oxp;
using namespace oxp::test;

/// Operations are given their arguments in the dialogs that bear their names.
class TestArguments : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void aRetryMayResetTheAttempts();
  void aRetryAsWrittenKeepsThem();

private:
  static QByteArray addSpent(Shop &shop);
};

/// A job that has used up its three attempts.
QByteArray TestArguments::addSpent(Shop &shop) {
  const QByteArray id = shop.add("failed", "{\"a\":1}", {{u"id"_qs, u"spent"_qs}});
  shop.server.run({"HSET", shop.key(id), "opts", "{\"attempts\":3}", "atm", "3"});
  return id;
}

void TestArguments::aRetryMayResetTheAttempts() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = addSpent(t.shop);
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QVERIFY(t.person.command(u"Retry with options"_qs));
  auto *dialog = t.person.see<QDialog>(u"Retry"_qs);
  auto *reset = t.person.see<QCheckBox>(u"Reset attempts"_qs, dialog);
  QVERIFY(dialog && reset && !reset->isChecked());
  reset->click();
  QVERIFY(t.person.press(u"Retry"_qs, dialog));
  QVERIFY(t.person.waits("the job", [&] { return t.shop.waiting().contains(id); }));
  QVERIFY(t.shop.job(id).value("atm", "0") == "0");
}

void TestArguments::aRetryAsWrittenKeepsThem() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = addSpent(t.shop);
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QVERIFY(t.person.command(u"Retry"_qs)); // no dialog: nothing is asked locally
  QVERIFY(t.person.waits("the job", [&] { return t.shop.waiting().contains(id); }));
  QCOMPARE(t.shop.job(id).value("atm"), QByteArray("3"));
}

QTEST_MAIN(TestArguments)
#include "tst_arguments.moc"
