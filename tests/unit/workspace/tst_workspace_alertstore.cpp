// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertstore.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace oxp;
using namespace oxp::alerts;

class TestAlertStore : public QObject {
  Q_OBJECT

private slots:
  void keepsRules();
  void takesWhatItCanRead();
};

void TestAlertStore::keepsRules() {
  QTemporaryDir folder;
  const QString file = folder.filePath(u"oxpecker.ini"_qs);
  AlertSettings alerts;
  for (int kind = 0; kind < AlertKindCount; ++kind)
    alerts.rules.push_back({AlertKind(kind), std::nullopt, 10 + kind, 3 + kind, kind % 2 == 0});
  alerts.rules[1].queue = QueueId{"team:\xff", "名 \"x\",%20"};
  alerts.rules[2].queue = QueueId{"", "plain"};
  alerts.quiet = {true, 23 * 60 + 15, 30};
  {
    QSettings settings(file, QSettings::IniFormat);
    AlertStore(settings).save(u"one"_qs, alerts);
  }
  QSettings settings(file, QSettings::IniFormat);
  AlertStore store(settings);
  QVERIFY(store.load(u"one"_qs) == alerts);
  QVERIFY(store.load(u"two"_qs) == AlertSettings());
  store.remove(u"one"_qs);
  QVERIFY(store.load(u"one"_qs) == AlertSettings());
}

void TestAlertStore::takesWhatItCanRead() {
  QTemporaryDir folder;
  QSettings settings(folder.filePath(u"oxpecker.ini"_qs), QSettings::IniFormat);
  settings.setValue(u"alerts/one"_qs,
                    uR"({"rules":[{"kind":"moon","limit":1},{"kind":"failed","limit":-5,"minutes":9999999},7],
                         "quiet":{"on":true,"from":-1,"to":5000}})"_qs);
  settings.setValue(u"alerts/two"_qs, u"not json"_qs);
  AlertStore store(settings);
  const AlertSettings alerts = store.load(u"one"_qs);
  QCOMPARE(alerts.rules.size(), size_t(1));
  QCOMPARE(alerts.rules.front().limit, 1);
  QCOMPARE(alerts.rules.front().minutes, AlertRule::MostMinutes);
  QCOMPARE(alerts.quiet.from, 0);
  QCOMPARE(alerts.quiet.to, 24 * 60 - 1);
  QVERIFY(store.load(u"two"_qs) == AlertSettings());
}

QTEST_APPLESS_MAIN(TestAlertStore)
#include "tst_workspace_alertstore.moc"
