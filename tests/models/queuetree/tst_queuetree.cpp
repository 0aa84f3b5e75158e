// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuetreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

namespace {

QueueInfo queue(const QByteArray &name, const QByteArray &prefix = "bull") {
  return {{prefix, name}, Family::BullMq5, "5.81.5", false, {}};
}

QueueCounts counts(qint64 waiting, qint64 failed) {
  QueueCounts made;
  made.byState[size_t(JobState::Waiting)] = waiting;
  made.byState[size_t(JobState::Failed)] = failed;
  return made;
}

const std::vector<ProfileFacts> TwoProfiles = {{"p1", u"Shop"_qs, {}, Environment::Local, Role::Operator},
                                               {"p2", u"Live"_qs, {}, Environment::Production, Role::Viewer}};

/// The dump without the states below queues.
QString shortDump(const QueueTreeModel &model) {
  static const QStringList states = {u"waiting"_qs,     u"active"_qs,           u"delayed"_qs,
                                     u"prioritized"_qs, u"waiting-children"_qs, u"completed"_qs,
                                     u"failed"_qs,      u"schedulers"_qs};
  QStringList lines;
  for (const QString &line : model.dump().split(u'\n'))
    if (!states.contains(line.section(u'|', 0, 0).trimmed()))
      lines += line;
  return lines.join(u'\n');
}

} // namespace

class TestQueueTree : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void groupsAndSorts();
  void movesAQueueIntoItsNewGroup();
  void keepsIndexesWhileQueuesComeAndGo();
  void neverResets();
  void tellsOnlyWhatCountsChanged();
  void showsStates();
  void countsWhatWaits();
  void findsRows();
  void tellsOfAFailingProfile();
  void keepsProfilesInTheirOrder();
  void filters();
  void putsPinnedQueuesFirst();
  void movesAQueueThatIsPinned();
  void pinsAmongRowsThatStay();
  void keepsAnEmptiedGroupConsistent();
  void findsAPinnedQueueAgain();
  void saysThatAQueueIsPinned();
  void movesPinsThroughAFilter();
  void showsRunsAboveAll();
  void adds1000QueuesQuickly();

private:
  std::unique_ptr<QueueTreeModel> m_model;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestQueueTree::init() {
  m_model = std::make_unique<QueueTreeModel>();
  m_tester = std::make_unique<QAbstractItemModelTester>(
      m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  m_model->applyProfiles(TwoProfiles);
}

void TestQueueTree::cleanup() {
  m_tester.reset();
  m_model.reset();
}

void TestQueueTree::groupsAndSorts() {
  m_model->applyQueues("p1", {queue("pay-10"), queue("mail"), queue("pay-2"), queue("Album")});
  m_model->applyQueues("p2", {queue("x", "a"), queue("y", "b")});
  QCOMPARE(shortDump(*m_model), u"Shop\n"
                                "  Album | –\n"
                                "  mail | –\n"
                                "  pay\n"
                                "    pay-2 | –\n"
                                "    pay-10 | –\n"
                                "Live\n"
                                "  a\n"
                                "    x | –\n"
                                "  b\n"
                                "    y | –\n"_qs);
}

void TestQueueTree::movesAQueueIntoItsNewGroup() {
  m_model->applyFound("p1", {queue("pay-1")});
  const QPersistentModelIndex index = m_model->queueIndex("p1", {"bull", "pay-1"});
  QCOMPARE(m_model->kindAt(index.parent()), NodeKind::Profile);
  m_model->applyFound("p1", {queue("pay-2")});
  QVERIFY(index.isValid());
  QCOMPARE(m_model->kindAt(index.parent()), NodeKind::Group);
  QCOMPARE(m_model->queueIndex("p1", {"bull", "pay-1"}), QModelIndex(index));
  m_model->applyQueues("p1", {queue("pay-1")});
  QCOMPARE(m_model->kindAt(index.parent()), NodeKind::Profile);
  QCOMPARE(shortDump(*m_model), u"Shop\n  pay-1 | –\nLive\n"_qs);
}

void TestQueueTree::keepsIndexesWhileQueuesComeAndGo() {
  m_model->applyQueues("p1", {queue("b"), queue("d")});
  const QPersistentModelIndex state = m_model->stateIndex("p1", {"bull", "d"}, JobState::Failed);
  m_model->applyQueues("p1", {queue("a"), queue("c"), queue("d"), queue("e")});
  QVERIFY(state.isValid());
  QCOMPARE(m_model->queueAt(state)->info.id.name, "d"_qba);
  m_model->applyQueues("p1", {queue("a")});
  QVERIFY(!state.isValid());
}

void TestQueueTree::neverResets() {
  QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
  QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
  m_model->applyQueues("p1", {queue("a"), queue("b")});
  QCOMPARE(inserted.size(), 2);
  QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
  m_model->applyQueues("p1", {queue("b"), queue("a")});
  QCOMPARE(inserted.size(), 2);
  QCOMPARE(changed.size(), 0);
  QCOMPARE(resets.size(), 0);
}

void TestQueueTree::tellsOnlyWhatCountsChanged() {
  m_model->applyQueues("p1", {queue("a"), queue("b")});
  m_model->applyCounts("p1", {"bull", "a"}, counts(5, 0));
  QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
  m_model->applyCounts("p1", {"bull", "a"}, counts(5, 0));
  QCOMPARE(changed.size(), 0);
  m_model->applyCounts("p1", {"bull", "a"}, counts(5, 1));
  QCOMPARE(changed.size(), 2); // the queue and its failed row
}

void TestQueueTree::showsStates() {
  m_model->applyQueues("p1", {queue("a")});
  QueueCounts made = counts(1'234, 7);
  made.paused = true;
  made.schedulers = 3;
  m_model->applyCounts("p1", {"bull", "a"}, made);
  QCOMPARE(m_model->dump(), u"Shop\n"
                            "  a | 7\n"
                            "    waiting | 1,234\n"
                            "    active | 0\n"
                            "    delayed | 0\n"
                            "    prioritized | 0\n"
                            "    waiting-children | 0\n"
                            "    completed | 0\n"
                            "    failed | 7\n"
                            "    schedulers | 3\n"
                            "Live\n"_qs);
  const QModelIndex index = m_model->queueIndex("p1", {"bull", "a"});
  QCOMPARE(index.data(FailedCountRole).toLongLong(), 7);
  QCOMPARE(index.data(CountRole).toLongLong(), 1'234);
  QCOMPARE(index.data(PausedRole).toBool(), true);
  QCOMPARE(index.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString(),
           u"7 failed, 1,234 waiting, paused"_qs);
  m_model->applyCounts("p1", {"bull", "a"}, std::nullopt);
  QVERIFY(!index.data(CountRole).isValid());
}

void TestQueueTree::countsWhatWaits() {
  m_model->applyQueues("p1", {queue("a")});
  const auto shown = [&](const QueueCounts &counts) {
    m_model->applyCounts("p1", {"bull", "a"}, counts);
    const QModelIndex cell = m_model->queueIndex("p1", {"bull", "a"}).siblingAtColumn(1);
    return cell.data().toString() + u" | "_qs + cell.data(Qt::AccessibleTextRole).toString();
  };
  QueueCounts made = counts(5, 0);
  made.byState[size_t(JobState::Prioritized)] = 2;
  made.byState[size_t(JobState::Delayed)] = 9;
  QCOMPARE(shown(made), u"7 | 7 waiting"_qs);
  made.byState[size_t(JobState::Waiting)] = 0;
  QCOMPARE(shown(made), u"2 | 2 waiting"_qs);
  made.byState[size_t(JobState::Prioritized)] = 0;
  QCOMPARE(shown(made), u"9 | 0 waiting, 9 delayed"_qs);
  const QModelIndex row = m_model->queueIndex("p1", {"bull", "a"});
  QCOMPARE(row.data(DelayedCountRole).toLongLong(), 9);
  QCOMPARE(m_model->stateIndex("p1", {"bull", "a"}, JobState::Waiting).siblingAtColumn(1).data().toString(),
           u"0"_qs);
  made.byState[size_t(JobState::Failed)] = 1;
  QCOMPARE(shown(made), u"1 | 1 failed, 0 waiting, 9 delayed"_qs);
}

void TestQueueTree::findsRows() {
  m_model->applyQueues("p1", {queue("a")});
  m_model->applyQueues("p2", {queue("a")});
  const QModelIndex state = m_model->stateIndex("p2", {"bull", "a"}, JobState::Delayed);
  QCOMPARE(m_model->stateAt(state), JobState::Delayed);
  QCOMPARE(m_model->queueAt(state)->profileId, "p2"_qba);
  QCOMPARE(m_model->profileAt(state), "p2"_qba);
  QVERIFY(!m_model->stateAt(state.parent()));
  QVERIFY(!m_model->queueAt(m_model->profileIndex("p1")));
  QVERIFY(!m_model->queueIndex("p1", {"bull", "nobody"}).isValid());
  QCOMPARE(state.data(StateRole).toInt(), int(JobState::Delayed));
  QCOMPARE(state.data(QueueNameRole).toByteArray(), "a"_qba);
}

void TestQueueTree::tellsOfAFailingProfile() {
  QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
  m_model->applyStatus("p1", {false, true, u"password refused"_qs, {}});
  m_model->applyStatus("p1", {false, true, u"password refused"_qs, {}});
  QCOMPARE(changed.size(), 1);
  const QModelIndex profile = m_model->profileIndex("p1");
  QCOMPARE(profile.data(DetailRole).toString(), u"password refused"_qs);
  QCOMPARE(profile.data(FailedRole).toBool(), true);
  QCOMPARE(profile.data(ConnectedRole).toBool(), false);
  QCOMPARE(profile.siblingAtColumn(1).data().toString(), u"password refused"_qs);
}

void TestQueueTree::keepsProfilesInTheirOrder() {
  m_model->applyQueues("p1", {queue("a")});
  std::vector<ProfileFacts> facts = {TwoProfiles[1], TwoProfiles[0]};
  facts.push_back({"p3", u"New"_qs, {}, Environment::Staging, Role::Operator});
  m_model->applyProfiles(facts);
  QCOMPARE(shortDump(*m_model), u"Live\nShop\n  a | –\nNew\n"_qs);
  m_model->applyProfiles({facts[1]});
  QCOMPARE(shortDump(*m_model), u"Shop\n  a | –\n"_qs);
}

void TestQueueTree::filters() {
  m_model->applyQueues("p1", {queue("pay-in"), queue("pay-out"), queue("mail")});
  QueueFilterModel filter;
  filter.setSourceModel(m_model.get());
  const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
  filter.setText(u"OUT"_qs);
  const QModelIndex shop = filter.index(0, 0);
  QCOMPARE(filter.rowCount(), 2);
  QCOMPARE(filter.rowCount(shop), 1);
  const QModelIndex out = filter.index(0, 0, filter.index(0, 0, shop));
  QCOMPARE(out.data().toString(), u"pay-out"_qs);
  QCOMPARE(filter.rowCount(out), 8);
  m_model->applyFound("p1", {queue("checkout")});
  QCOMPARE(filter.rowCount(shop), 2);
  filter.setText({});
  QCOMPARE(filter.rowCount(shop), 3);
}

void TestQueueTree::putsPinnedQueuesFirst() {
  m_model->applyPinned("p1", {{"bull", "zebra"}, {"bull", "pay-10"}, {"bull", "pay-2"}, {"bull", "nobody"}});
  m_model->applyQueues(
      "p1", {queue("pay-10"), queue("mail"), queue("pay-2"), queue("pay-1"), queue("zebra"), queue("album")});
  m_model->applyQueues("p2", {queue("pay-2"), queue("album")});
  QCOMPARE(shortDump(*m_model), u"Shop\n"
                                "  pay-2 | –\n"
                                "  pay-10 | –\n"
                                "  zebra | –\n"
                                "  album | –\n"
                                "  mail | –\n"
                                "  pay\n"
                                "    pay-1 | –\n"
                                "Live\n"
                                "  album | –\n"
                                "  pay-2 | –\n"_qs);
  QCOMPARE(m_model->queues("p1").front().id.name, "pay-2"_qba);
}

void TestQueueTree::movesAQueueThatIsPinned() {
  m_model->applyQueues("p1", {queue("mail"), queue("pay-1"), queue("pay-2")});
  const QString before = shortDump(*m_model);
  const QPersistentModelIndex pay = m_model->queueIndex("p1", {"bull", "pay-2"});
  const QPersistentModelIndex state = m_model->stateIndex("p1", {"bull", "pay-2"}, JobState::Failed);
  QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
  QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
  QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
  QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
  m_model->applyPinned("p1", {{"bull", "pay-2"}});
  QCOMPARE(shortDump(*m_model), u"Shop\n"
                                "  pay-2 | –\n"
                                "  mail | –\n"
                                "  pay\n"
                                "    pay-1 | –\n"
                                "Live\n"_qs);
  QCOMPARE(moved.size(), 1);
  QCOMPARE(m_model->queueIndex("p1", {"bull", "pay-2"}), QModelIndex(pay));
  QCOMPARE(QModelIndex(pay), state.parent());
  m_model->applyPinned("p1", {{"bull", "pay-2"}});
  QCOMPARE(moved.size(), 1);
  m_model->applyPinned("p1", {});
  QCOMPARE(shortDump(*m_model), before);
  QCOMPARE(moved.size(), 2);
  QVERIFY(pay.isValid() && state.isValid());
  QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
}

/// Within one parent the rows are not sorted while one of them is on its way.
void TestQueueTree::pinsAmongRowsThatStay() {
  const QByteArrayList names = {"a", "b", "c", "d", "e"};
  std::vector<QueueInfo> queues;
  for (const QByteArray &name : names)
    queues.push_back(queue(name));
  m_model->applyQueues("p1", queues);
  for (int set = 0; set < 1 << names.size(); ++set) {
    std::vector<QueueId> pinned;
    QByteArrayList first, rest;
    for (int i = 0; i < names.size(); ++i) {
      const bool isPinned = set * 7 & 1 << i; // many of them change at once
      (isPinned ? first : rest) << names[i];
      if (isPinned)
        pinned.push_back({"bull", names[i]});
    }
    m_model->applyPinned("p1", pinned);
    QByteArrayList shown;
    for (const QueueInfo &info : m_model->queues("p1"))
      shown << info.id.name;
    QCOMPARE(shown, first + rest);
  }
  QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
  m_model->applyPinned("p1", {});
  moved.clear();
  QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
  m_model->applyPinned("p1", {{"bull", "a"}});
  QCOMPARE(moved.size(), 0);
  QVERIFY2(changed.size() == 1, "it stands there already; only its mark is new");
}

void TestQueueTree::keepsAnEmptiedGroupConsistent() {
  m_model->applyQueues("p1", {queue("mail"), queue("pay-1"), queue("pay-2")});
  const QString before = shortDump(*m_model);
  m_model->applyPinned("p1", {{"bull", "pay-2"}, {"bull", "pay-1"}});
  QCOMPARE(shortDump(*m_model), u"Shop\n  pay-1 | –\n  pay-2 | –\n  mail | –\nLive\n"_qs);
  m_model->applyFound("p1", {queue("pay-3")});
  QCOMPARE(shortDump(*m_model), u"Shop\n"
                                "  pay-1 | –\n"
                                "  pay-2 | –\n"
                                "  mail | –\n"
                                "  pay\n"
                                "    pay-3 | –\n"
                                "Live\n"_qs);
  m_model->applyQueues("p1", {queue("mail"), queue("pay-1"), queue("pay-2")});
  m_model->applyPinned("p1", {});
  QCOMPARE(shortDump(*m_model), before);
}

void TestQueueTree::findsAPinnedQueueAgain() {
  m_model->applyQueues("p1", {queue("mail"), queue("orders")});
  m_model->applyPinned("p1", {{"bull", "orders"}});
  m_model->applyQueues("p1", {queue("mail")});
  QCOMPARE(shortDump(*m_model), u"Shop\n  mail | –\nLive\n"_qs);
  m_model->applyFound("p1", {queue("orders"), queue("orders", "other")});
  QCOMPARE(shortDump(*m_model), u"Shop\n"
                                "  orders | –\n"
                                "  bull\n"
                                "    mail | –\n"
                                "  other\n"
                                "    orders | –\n"
                                "Live\n"_qs);
  m_model->applyQueues("p1", {});
  m_model->applyQueues("p1", {queue("mail"), queue("orders")});
  QCOMPARE(m_model->queueIndex("p1", {"bull", "orders"}).row(), 0);
}

void TestQueueTree::saysThatAQueueIsPinned() {
  m_model->applyQueues("p1", {queue("a"), queue("b")});
  m_model->applyPinned("p1", {{"bull", "a"}});
  const auto spoken = [this](const QByteArray &name) {
    const QModelIndex row = m_model->queueIndex("p1", {"bull", name});
    return row.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString();
  };
  QCOMPARE(spoken("a"), u"–, pinned"_qs);
  QCOMPARE(spoken("b"), u"–"_qs);
  QueueCounts made = counts(4, 0);
  made.paused = true;
  m_model->applyCounts("p1", {"bull", "a"}, made);
  QCOMPARE(spoken("a"), u"4 waiting, paused, pinned"_qs);
  const QModelIndex row = m_model->queueIndex("p1", {"bull", "a"});
  QCOMPARE(row.data(PinnedRole).toBool(), true);
  QCOMPARE(row.model()->index(0, 0, row).data(PinnedRole).toBool(), false);
}

void TestQueueTree::movesPinsThroughAFilter() {
  m_model->applyQueues("p1", {queue("mail"), queue("pay-1"), queue("pay-2")});
  QueueFilterModel filter;
  filter.setSourceModel(m_model.get());
  const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QPersistentModelIndex shop = filter.index(0, 0);
  m_model->applyPinned("p1", {{"bull", "pay-2"}});
  QCOMPARE(filter.index(0, 0, shop).data().toString(), u"pay-2"_qs);
  QCOMPARE(filter.rowCount(shop), 3);
  filter.setText(u"pay-1"_qs);
  QCOMPARE(filter.rowCount(shop), 1);
  m_model->applyPinned("p1", {{"bull", "pay-1"}});
  QCOMPARE(filter.index(0, 0, shop).data().toString(), u"pay-1"_qs);
  filter.setText({});
  QCOMPARE(filter.rowCount(shop), 3);
}

void TestQueueTree::showsRunsAboveAll() {
  m_model->applyQueues("p1", {queue("a"), queue("shop.x"), queue("shop.y")});
  m_model->applyPinned("p1", {queue("shop.y").id});
  QVERIFY(!m_model->runsIndex("p1").isValid());
  m_model->applyRuns("p1", {3, 0});
  QCOMPARE(m_model->runsIndex("p1").row(), 0);
  const auto count = [this] { return m_model->runsIndex("p1").siblingAtColumn(1).data().toString(); };
  QCOMPARE(count(), u"3"_qs);
  m_model->applyRuns("p1", {3, 1});
  QCOMPARE(count(), u"1 running"_qs);
  m_model->applyQueues("p1", {queue("0"), queue("a"), queue("shop.x"), queue("shop.y")});
  QCOMPARE(m_model->runsIndex("p1").row(), 0);
  QVERIFY(!m_model->queueAt(m_model->runsIndex("p1")));
  QCOMPARE(m_model->profileAt(m_model->runsIndex("p1")), QByteArray("p1"));
  QCOMPARE(m_model->queues("p1").size(), size_t(4));
  QueueFilterModel filtered;
  filtered.setSourceModel(m_model.get());
  filtered.setText(u"run"_qs);
  QCOMPARE(filtered.rowCount(filtered.index(0, 0)), 0);
  m_model->applyRuns("p1", {});
  QVERIFY(!m_model->runsIndex("p1").isValid());
}

void TestQueueTree::adds1000QueuesQuickly() {
  std::vector<QueueInfo> queues;
  for (int i = 0; i < 1'000; ++i)
    queues.push_back(queue("group" + QByteArray::number(i % 40) + '-' + QByteArray::number(i)));
  m_tester.reset(); // it looks at every row at every signal
  m_model->applyQueues("p1", queues);
  QCOMPARE(m_model->queues("p1").size(), size_t(1'000));
  QCOMPARE(m_model->rowCount(m_model->profileIndex("p1")), 40);
}

QTEST_GUILESS_MAIN(TestQueueTree)
#include "tst_queuetree.moc"
