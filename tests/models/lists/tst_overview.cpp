// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "models/overviewcells.h"
#include "models/overviewmodel.h"
#include "models/overviewtotals.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Minute = 60'000, Hour = 60 * Minute;

OverviewRow row(const QByteArray &name, qint64 waiting = 0, qint64 failed = 0) {
  OverviewRow made;
  made.info = {{"bull", name}, Family::BullMq5, "5.81.5", false, {}, FamilyBasis::Version};
  made.counts.emplace();
  made.counts->byState[size_t(JobState::Waiting)] = waiting;
  made.counts->byState[size_t(JobState::Failed)] = failed;
  return made;
}

OverviewRow unknown(const QByteArray &name) {
  OverviewRow made = row(name);
  made.counts.reset();
  return made;
}

OverviewRow withFailures(OverviewRow made, int inLastHour, qint64 now) {
  made.facts.failures.emplace(now);
  made.facts.failures->add(now - 10 * Minute, inLastHour);
  return made;
}

QString cell(const OverviewModel &model, int row, OverviewColumn column, int role = Qt::DisplayRole) {
  return model.index(row, int(column)).data(role).toString();
}

/// The names of the queues as they stand.
QString names(const OverviewModel &model) {
  QStringList all;
  for (int i = 0; i < model.rowCount(); ++i)
    all << cell(model, i, OverviewColumn::Queue);
  return all.join(u' ');
}

} // namespace

/// The queues of a profile in a table, and what is known of them.
class TestOverview : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }
  void barsMoveWithTime();
  void barsTakeWhatIsAheadAsNow();
  void unknownIsNoZero();
  void saysWhatStandsInACell();
  void saysTheBarsInWords();
  void sortsByFailuresFirst();
  void unknownComesLastEitherWay();
  void rowsStayWhereTheyAre();
  void newQueuesComeAtTheEnd();
  void filters();
  void filteredRowsStayUntilTheOrderIsRenewed();
  void sumsUp();
  void followsRandomLists();
  void oneOfAThousandQueuesChangesAlone();
};

void TestOverview::barsMoveWithTime() {
  const qint64 now = 1'000'000 * FailureBars::PartMs + 30'000;
  FailureBars bars(now);
  QCOMPARE(bars.from(), now - 30'000 - 59 * FailureBars::PartMs);
  bars.add(now, 3);
  bars.add(now - 61 * Minute, 2);
  bars.add(now - 2 * Hour, 9); // before all that is kept
  QCOMPARE(bars.inHour(now), 3);
  QCOMPARE(bars.inHourBefore(now), 2);
  QCOMPARE(bars.hour(now).back(), 3);
  const qint64 later = now + 2 * Minute;
  QCOMPARE(bars.hour(later).back(), 0);
  QCOMPARE(bars.hour(later)[28], 3);
  QCOMPARE(bars.inHour(now + Hour), 0);
  QCOMPARE(bars.inHourBefore(now + Hour), 3);
  QCOMPARE(bars.inHourBefore(now + 3 * Hour), 0);
  QCOMPARE(bars.inHour(0), 0);
}

/// A worker whose clock is ahead.
void TestOverview::barsTakeWhatIsAheadAsNow() {
  const qint64 now = 1'000'000 * FailureBars::PartMs;
  FailureBars bars(now);
  bars.add(now + Hour);
  QCOMPARE(bars.hour(now).back(), 1);
}

void TestOverview::unknownIsNoZero() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  model.apply({unknown("a")});
  using C = OverviewColumn;
  for (const C column :
       {C::Waiting, C::Active, C::Delayed, C::Failed, C::FailedHour, C::Oldest, C::Workers, C::Memory}) {
    QCOMPARE(cell(model, 0, column), u"–"_s);
    QVERIFY(!model.index(0, int(column)).data(SortValueRole).isValid());
  }
  QCOMPARE(cell(model, 0, C::FailedHour, Qt::AccessibleTextRole), u"not known"_s);
  QVERIFY(!model.index(0, int(C::FailedHour)).data(CourseRole).isValid());
  const OverviewTotals totals = totalsOf(model.all(), model.now());
  QCOMPARE(totals.queues, 1);
  QVERIFY(!totals.waiting && !totals.failed && !totals.failedHour && !totals.workers);
}

void TestOverview::saysWhatStandsInACell() {
  OverviewModel model;
  const qint64 now = wallClockMs();
  OverviewRow made = row("orders", 41, 1'284);
  made.group = "shop";
  made.counts->byState[size_t(JobState::Prioritized)] = 6;
  made.counts->paused = true;
  made.facts.oldestWaiting = now - 72 * Minute;
  made.facts.workers = 0;
  made.facts.memory = 1'200'000;
  model.apply({made});
  using C = OverviewColumn;
  QCOMPARE(cell(model, 0, C::Group), u"shop"_s);
  QCOMPARE(cell(model, 0, C::Waiting), u"47"_s);
  QCOMPARE(cell(model, 0, C::Waiting, Qt::AccessibleTextRole), u"47, prioritized: 6"_s);
  QCOMPARE(cell(model, 0, C::Failed), u"1284"_s);
  QCOMPARE(cell(model, 0, C::Oldest), u"1 h 12 min"_s);
  QCOMPARE(cell(model, 0, C::Paused), u"paused"_s);
  QCOMPARE(cell(model, 0, C::Version), u"BullMQ 5.81"_s);
  QCOMPARE(cell(model, 0, C::Memory), u"≈ 1.2 MB"_s);
  const auto strength = [&](C column) { return model.index(0, int(column)).data(StrengthRole).toInt(); };
  QCOMPARE(strength(C::Workers), int(Strength::Faint)); // somebody paused it
  QCOMPARE(strength(C::Oldest), int(Strength::Plain));
  QVERIFY(!model.index(0, 0).data(PausedRole).toBool());
  model.setMarksPaused(true);
  QVERIFY(model.index(0, 0).data(PausedRole).toBool());
  made.counts->paused = false;
  model.apply({made});
  QCOMPARE(strength(C::Workers), int(Strength::Urgent));
  QCOMPARE(strength(C::Oldest), int(Strength::Urgent));
  QCOMPARE(cell(model, 0, C::Workers, Qt::AccessibleTextRole), u"0, and jobs wait"_s);
  QCOMPARE(overviewcells::ageText(now - 9'400, now), u"9 s"_s);
  QCOMPARE(overviewcells::ageText(now - 6 * Minute - 5'000, now), u"6 min"_s);
  QCOMPARE(overviewcells::ageText(now + 5'000, now), u"0 s"_s);
  QCOMPARE(model.headerData(int(C::FailedHour), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
           u"Failed in the last hour"_s);
}

void TestOverview::saysTheBarsInWords() {
  const qint64 at = QDateTime({2026, 11, 30}, {11, 46, 20}).toMSecsSinceEpoch();
  const qint64 now = at + 18 * Minute;
  OverviewRow made = row("orders");
  made.facts.failures.emplace(now);
  made.facts.failures->add(at, 16);
  made.facts.failures->add(at - 20 * Minute, 47 - 40);
  QCOMPARE(overviewcells::failedHourSpokenOf(made, now), u"23 failed in the last hour, most 16 at 11:46"_s);
  made.facts.failures.emplace(now);
  QCOMPARE(overviewcells::failedHourSpokenOf(made, now), u"none failed in the last hour"_s);
}

void TestOverview::sortsByFailuresFirst() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  const qint64 now = model.now();
  model.apply({withFailures(row("job-10", 3), 0, now), withFailures(row("c", 9), 0, now),
               withFailures(row("job-2", 3), 0, now), withFailures(row("d", 0, 5), 0, now),
               withFailures(row("e", 0, 3), 2, now)});
  QCOMPARE(names(model), u"e d c job-2 job-10"_s);
  model.sort(int(OverviewColumn::Queue), Qt::AscendingOrder);
  QCOMPARE(names(model), u"c d e job-2 job-10"_s);
  model.sort(int(OverviewColumn::Waiting), Qt::DescendingOrder);
  QCOMPARE(names(model), u"c job-2 job-10 e d"_s);
}

void TestOverview::unknownComesLastEitherWay() {
  OverviewModel model;
  model.apply({unknown("a"), row("b", 2), row("c", 1)});
  model.sort(int(OverviewColumn::Waiting), Qt::AscendingOrder);
  QCOMPARE(names(model), u"c b a"_s);
  model.sort(int(OverviewColumn::Waiting), Qt::DescendingOrder);
  QCOMPARE(names(model), u"b c a"_s);
}

void TestOverview::rowsStayWhereTheyAre() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  model.sort(int(OverviewColumn::Waiting), Qt::DescendingOrder);
  model.apply({row("a", 3), row("b", 2), row("c", 1)});
  const QPersistentModelIndex chosen = model.index(2, 0);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
  model.apply({row("a", 3), row("b", 2), row("c", 100)});
  QCOMPARE(names(model), u"a b c"_s);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(moved.size(), 0);
  QCOMPARE(cell(model, 2, OverviewColumn::Waiting), u"100"_s);
  model.renewOrder();
  QCOMPARE(names(model), u"c a b"_s);
  QCOMPARE(chosen.row(), 0);
  model.apply({row("a", 3), row("b", 2)});
  QCOMPARE(names(model), u"a b"_s);
  QVERIFY(!chosen.isValid());
}

void TestOverview::newQueuesComeAtTheEnd() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  model.sort(int(OverviewColumn::Waiting), Qt::DescendingOrder);
  model.apply({row("a", 3), row("b", 2)});
  model.apply({row("a", 3), row("b", 2), row("x", 5), row("y", 50)});
  QCOMPARE(names(model), u"a b y x"_s);
}

void TestOverview::filters() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  OverviewRow paused = row("emails", 4);
  paused.counts->paused = true;
  paused.facts.workers = 0;
  OverviewRow lacking = row("returns", 7);
  lacking.facts.workers = 0;
  lacking.group = "shop";
  OverviewRow idle = row("idle");
  idle.facts.workers = 0; // nothing waits
  model.apply({row("orders", 1, 2), paused, lacking, idle});
  model.sort(int(OverviewColumn::Queue), Qt::AscendingOrder);
  using Kind = OverviewFilter::Kind;
  const auto shown = [&](Kind kind, const QString &text = {}) {
    model.setFilter({kind, text});
    return names(model);
  };
  QCOMPARE(shown(Kind::WithFailed), u"orders"_s);
  QCOMPARE(shown(Kind::Paused), u"emails"_s);
  QCOMPARE(shown(Kind::WithoutWorkers), u"returns"_s);
  QCOMPARE(shown(Kind::All, u"SHOP"_s), u"returns"_s);
  QCOMPARE(shown(Kind::All, u"5.81"_s), u"emails idle orders returns"_s);
  QCOMPARE(shown(Kind::Paused, u"orders"_s), QString());
  QCOMPARE(shown(Kind::All), u"emails idle orders returns"_s);
}

void TestOverview::filteredRowsStayUntilTheOrderIsRenewed() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  model.setFilter({OverviewFilter::Kind::WithFailed, {}});
  model.apply({row("a", 0, 1), row("b", 0, 2), row("c")});
  QCOMPARE(names(model), u"b a"_s);
  model.apply({row("a", 0, 1), row("b"), row("c", 0, 9)});
  QCOMPARE(names(model), u"b a c"_s);
  model.renewOrder();
  QCOMPARE(names(model), u"c a"_s);
}

void TestOverview::sumsUp() {
  const qint64 now = wallClockMs();
  OverviewRow a = withFailures(row("a", 2, 3), 4, now), b = withFailures(row("b", 5), 1, now);
  a.counts->byState[size_t(JobState::Prioritized)] = 6;
  a.facts.failures->add(now - 90 * Minute, 8);
  a.facts.workers = 0;
  a.facts.nextDelayed = now + 20'000;
  a.group = b.group = "g";
  b.facts.workers = 3;
  b.facts.nextDelayed = now + 12'000;
  b.counts->paused = true;
  const OverviewTotals totals = totalsOf({a, b, unknown("c")}, now);
  QCOMPARE(totals.queues, 3);
  QCOMPARE(totals.groups, 1);
  QCOMPARE(totals.waiting, 13);
  QCOMPARE(totals.prioritized, 6);
  QCOMPARE(totals.failed, 3);
  QCOMPARE(totals.failedHour, 5);
  QCOMPARE(totals.failedHourBefore, 8);
  QCOMPARE(*std::max_element(totals.bars.begin(), totals.bars.end()), 5);
  QCOMPARE(totals.nextDelayed, now + 12'000);
  QCOMPARE(totals.workers, 3);
  QCOMPARE(totals.lackWorkers, 1);
  QCOMPARE(totals.paused, 1);
  QCOMPARE(totals.withFailed, 1);
}

void TestOverview::followsRandomLists() {
  OverviewModel model;
  const QAbstractItemModelTester tester(&model);
  std::mt19937 random(11);
  for (int turn = 0; turn < 200; ++turn) {
    std::vector<OverviewRow> rows;
    QSet<QByteArray> expected;
    for (int i = 0; i < 25; ++i)
      if (random() % 4 > 0) {
        rows.push_back(row("q" + QByteArray::number(i), qint64(random() % 9), qint64(random() % 3)));
        expected.insert(rows.back().info.id.name);
      }
    std::shuffle(rows.begin(), rows.end(), random);
    model.apply(rows);
    if (turn % 5 == 0)
      model.sort(int(random() % unsigned(OverviewColumnCount)),
                 random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    QSet<QByteArray> shown;
    for (int i = 0; i < model.rowCount(); ++i) {
      shown.insert(model.at(i)->info.id.name);
      const auto known = std::find_if(rows.begin(), rows.end(), [&](const OverviewRow &each) {
        return each.info.id == model.at(i)->info.id;
      });
      QVERIFY(known != rows.end() && *known == *model.at(i));
    }
    QCOMPARE(shown, expected);
    QCOMPARE(model.rowCount(), int(expected.size()));
  }
}

/// Facts come four times a second while a large profile is live.
void TestOverview::oneOfAThousandQueuesChangesAlone() {
  OverviewModel model;
  std::vector<OverviewRow> rows;
  for (int i = 0; i < 1'000; ++i)
    rows.push_back(withFailures(row("queue" + QByteArray::number(i), i % 7, i % 3), i % 5, model.now()));
  model.apply(rows);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset),
      laidOut(&model, &QAbstractItemModel::layoutChanged);
  QSignalSpy came(&model, &QAbstractItemModel::rowsInserted), went(&model, &QAbstractItemModel::rowsRemoved);
  qint64 n = 0;
  for (int turn = 0; turn < 20; ++turn) {
    rows[size_t(turn * 37)].counts->byState[size_t(JobState::Active)] = 1'000 + ++n;
    model.apply(rows);
  }
  QCOMPARE(reset.size() + laidOut.size() + came.size() + went.size(), 0);
  QCOMPARE(changed.size(), 20);
  for (const QList<QVariant> &one : changed)
    QCOMPARE(one[0].toModelIndex().row(), one[1].toModelIndex().row());
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
