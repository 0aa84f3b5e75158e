// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"
#include "models/prefixesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

namespace {

constexpr qint64 Now = 1'763'800'000'000;
constexpr qint64 OldMs = Now - 41LL * 24 * 3600 * 1000;

QueueInfo kind(Family family, const char *version) {
  QueueInfo queue;
  queue.family = family;
  queue.version = version;
  return queue;
}

std::vector<PrefixSummary> prefixes() {
  return {{"bull",
           {kind(Family::BullMq6, "6.7.0"), kind(Family::BullMq5, "5.81.5")},
           24,
           108'758,
           Now - 12'000,
           {"emails", "orders"}},
          {"app:prod", {kind(Family::Bull4, "")}, 3, 88, OldMs, {"imports"}},
          {"new", {kind(Family::BullMq5Or6, "")}, 1, 0, 0, {}}};
}

QStringList dump(const PrefixesModel &model) {
  QStringList rows;
  for (int row = 0; row < model.rowCount(); ++row) {
    QStringList cells{model.index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked ? u"x"_qs
                                                                                          : u"-"_qs};
    for (int column = 0; column < model.columnCount(); ++column)
      cells << model.index(row, column).data().toString();
    rows << cells.join(u" | "_qs);
  }
  return rows;
}

} // namespace

class TestPrefixesModel : public QObject {
  Q_OBJECT

private slots:
  void showsAndTicksWhatIsInUse();
  void ticksWhatSomebodyNamed();
  void ticksAllWhereNothingIsRecent();
  void isTickedByAPerson();
};

void TestPrefixesModel::showsAndTicksWhatIsInUse() {
  PrefixesModel model;
  const QAbstractItemModelTester tester(&model);
  model.setPrefixes(prefixes(), Now, {});
  QCOMPARE(dump(model),
           (QStringList{u"x | bull | 24 | BullMQ 5.81, 6.7 | 108,758 | emails, orders, 12 s ago"_qs,
                        u"- | app:prod | 3 | Bull 4 | 88 | imports, "_qs + format::date(OldMs),
                        u"- | new | 1 | BullMQ 5 or 6 | 0 | –"_qs}));
  QCOMPARE(model.ticked(), QList<QByteArray>{"bull"});
  model.clear();
  QCOMPARE(model.rowCount(), 0);
  QVERIFY(model.ticked().isEmpty());
}

void TestPrefixesModel::ticksWhatSomebodyNamed() {
  PrefixesModel model;
  model.setPrefixes(prefixes(), Now, {"app:prod"});
  QCOMPARE(model.ticked(), QList<QByteArray>{"app:prod"});
}

void TestPrefixesModel::ticksAllWhereNothingIsRecent() {
  PrefixesModel model;
  std::vector<PrefixSummary> old = prefixes();
  old.erase(old.begin());
  model.setPrefixes(old, Now, {});
  QCOMPARE(model.ticked(), (QList<QByteArray>{"app:prod", "new"}));
}

void TestPrefixesModel::isTickedByAPerson() {
  PrefixesModel model;
  const QAbstractItemModelTester tester(&model);
  model.setPrefixes(prefixes(), Now, {});
  QSignalSpy changed(&model, &PrefixesModel::tickedChanged);
  QVERIFY(model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
  QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
  QVERIFY(!model.setData(model.index(0, 1), Qt::Checked, Qt::CheckStateRole));
  QCOMPARE(model.ticked(), QList<QByteArray>{"app:prod"});
  QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestPrefixesModel)
#include "tst_prefixesmodel.moc"
