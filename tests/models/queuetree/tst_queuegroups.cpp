// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuegroups.h"

#include <QTest>

using namespace oxp;

namespace {

QString grouped(const QStringList &bases) {
  std::vector<QueueInfo> queues;
  for (const QString &base : bases) {
    const QByteArray bytes = base.toUtf8();
    const qsizetype slash = bytes.indexOf('/');
    queues.push_back({{bytes.first(slash), bytes.sliced(slash + 1)}, Family::BullMq5, {}, false, {}});
  }
  QStringList groups;
  for (const QByteArray &group : queueGroups(queues))
    groups += group.isEmpty() ? u"-"_qs : QString::fromUtf8(group);
  return groups.join(u' ');
}

} // namespace

class TestQueueGroups : public QObject {
  Q_OBJECT

private slots:
  void groups_data();
  void groups();
};

void TestQueueGroups::groups_data() {
  QTest::addColumn<QStringList>("queues");
  QTest::addColumn<QString>("expected");
  QTest::newRow("none") << QStringList{} << QString();
  QTest::newRow("alone") << QStringList{u"bull/mail"_qs} << u"-"_qs;
  QTest::newRow("two of a head") << QStringList{u"bull/order-pay"_qs, u"bull/order.ship"_qs, u"bull/mail"_qs}
                                 << u"order order -"_qs;
  QTest::newRow("the head itself") << QStringList{u"bull/order"_qs, u"bull/order_x"_qs} << u"order order"_qs;
  QTest::newRow("a head of one") << QStringList{u"bull/order-pay"_qs, u"bull/mail"_qs} << u"- -"_qs;
  QTest::newRow("starts with a separator") << QStringList{u"bull/-a"_qs, u"bull/-b"_qs} << u"- -"_qs;
  QTest::newRow("prefixes") << QStringList{u"a/order-x"_qs, u"a/order-y"_qs, u"b/z"_qs, u"/z"_qs}
                            << u"a a b :"_qs;
}

void TestQueueGroups::groups() {
  QFETCH(QStringList, queues);
  QFETCH(QString, expected);
  QCOMPARE(grouped(queues), expected);
}

QTEST_GUILESS_MAIN(TestQueueGroups)
#include "tst_queuegroups.moc"
