// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of runs over many jobs says the same as the records of these jobs, whatever is cut off.
#include "storetest.h"

#include "audit/runjournal.h"

using namespace oxp;
using namespace oxp::test;
using audit::ItemBegin;
using audit::ItemEnd;
using audit::ItemState;
using audit::Outcome;
using audit::Run;
using audit::RunItem;
using audit::RunState;

namespace {

Run chosen() {
  Run run;
  run.profileId = QStringLiteral("p1");
  run.queue = {"bull", "orders"};
  run.operation = "job.retry";
  run.arguments = "{\"resetAttempts\":\"1\"}";
  run.reason = QStringLiteral("the bank is back");
  return run;
}

/// Ids are numbers here, and stand for the order too.
RunItem job(const QByteArray &id) {
  RunItem item;
  item.seq = id.toLongLong();
  item.jobId = id;
  item.timestamp = "1700000000000";
  item.from = JobState::Failed;
  return item;
}

audit::Record intentFor(const QByteArray &jobId) {
  audit::Record record = sample({}, {});
  record.before.reset();
  record.after.reset();
  record.operation = "job.retry";
  record.jobId = jobId;
  record.facts = "{\"client\":7}";
  return record;
}

} // namespace

class TstRunJournal : public StoreTest {
  Q_OBJECT

private slots:
  void init() {
    makeFolder();
    open();
  }
  void isFrozenUntilSomebodyAgrees();
  void keepsWhatWasBegunAndHowItEnded();
  void aSliceIsWrittenWholeOrNotAtAll();
  void aJobLeftAloneHasNoRecord();
  void staysAfterTheProgram();
  void tellsWhatWasSettledApart();
  void findsJobsByStateAndId();
  void anEndedRunHasAnEndedRecord();
  void forgetsWhatIsOld();

private:
  void open() {
    m_store.reset();
    m_store = std::make_unique<AuditStore>(options());
    m_journal.emplace(*m_store);
  }
  qint64 begun(const QList<QByteArray> &jobs);
  std::vector<Run> runs();
  std::vector<RunItem> items(qint64 run, std::optional<ItemState> state = std::nullopt) {
    return m_journal->items(run, {.state = state}, 0, 1000).value_or(std::vector<RunItem>());
  }

  std::unique_ptr<AuditStore> m_store;
  std::optional<audit::RunJournal> m_journal;
};

std::vector<Run> TstRunJournal::runs() {
  std::optional<std::vector<Run>> found;
  m_journal->requestRuns(QStringLiteral("p1"), this,
                         [&](Result<std::vector<Run>> runs) { found = runs.value_or(std::vector<Run>()); });
  if (!QTest::qWaitFor([&] { return found.has_value(); }))
    return {};
  return *found;
}

/// A run over these jobs that somebody has agreed to.
qint64 TstRunJournal::begun(const QList<QByteArray> &jobs) {
  const auto id = m_journal->create(chosen());
  std::vector<RunItem> items;
  for (const QByteArray &each : jobs)
    items.push_back(job(each));
  if (!id || !m_journal->add(*id, items) || !m_journal->begin(*id, intentFor({})))
    return 0;
  return *id;
}

void TstRunJournal::isFrozenUntilSomebodyAgrees() {
  const auto id = m_journal->create(chosen());
  QVERIFY(id);
  QVERIFY(m_journal->add(*id, {job("1"), job("2")}));
  QVERIFY(m_journal->add(*id, {job("3")}));
  QCOMPARE(runs().size(), size_t(0));
  const auto kept = items(*id);
  QCOMPARE(kept.size(), size_t(3));
  QCOMPARE(kept.back().seq, 3);
  QCOMPARE(kept.back().jobId, QByteArray("3"));
  QCOMPARE(kept.back().from, JobState::Failed);

  QVERIFY(m_journal->begin(*id, intentFor({})));
  QVERIFY(!m_journal->begin(*id, intentFor({}))); // once
  const auto listed = runs();
  QCOMPARE(listed.size(), size_t(1));
  QCOMPARE(listed.front().state, RunState::Running);
  QCOMPARE(listed.front().reason, intentFor({}).reason); // what was agreed to, not what was chosen for
  QCOMPARE(listed.front().arguments, intentFor({}).arguments);
  QCOMPARE(listed.front().counts[ItemState::Waiting], 3);
  QVERIFY(listed.front().begunAt > 0);

  const auto dropped = [this](qint64 run) {
    std::optional<bool> went;
    m_journal->requestDrop(run, this, [&](const Result<void> &gone) { went = gone.has_value(); });
    return QTest::qWaitFor([&] { return went.has_value(); }) && *went;
  };
  QVERIFY(!dropped(*id));
  QCOMPARE(items(*id).size(), size_t(3));
  const auto other = m_journal->create(chosen());
  QVERIFY(other && m_journal->add(*other, {job("9")}));
  QVERIFY(dropped(*other));
  QVERIFY(items(*other).empty());
}

void TstRunJournal::keepsWhatWasBegunAndHowItEnded() {
  const qint64 id = begun({"1", "2", "3"});
  const auto records = m_journal->step(id, {.begins = {{1, intentFor("1")}, {2, intentFor("2")}}});
  QVERIFY(records);
  QCOMPARE(records->size(), size_t(2));
  const auto underWay = items(id, ItemState::UnderWay);
  QCOMPARE(underWay.size(), size_t(2));
  QCOMPARE(underWay.front().record, records->front());
  QCOMPARE(record(*m_store, records->front())->outcome, Outcome::Intent);

  const Error moved{ErrorKind::WrongState, "moved", {}};
  QVERIFY(m_journal->step(id, {.ends = {ItemEnd{1, records->at(0), ItemState::Done},
                                        ItemEnd{2, records->at(1), ItemState::Skipped, moved, true}}}));
  QCOMPARE(record(*m_store, records->at(0))->outcome, Outcome::Done);
  QCOMPARE(record(*m_store, records->at(1))->outcome, Outcome::Failed);
  QCOMPARE(record(*m_store, records->at(1))->errorCode, QByteArray("moved"));
  const auto skipped = items(id, ItemState::Skipped);
  QCOMPARE(skipped.size(), size_t(1));
  QCOMPARE(skipped.front().errorCode, QByteArray("moved"));
  QVERIFY(skipped.front().settled);
  const Run run = m_journal->run(id).value_or(Run());
  QCOMPARE(run.counts[ItemState::Done], 1);
  QCOMPARE(run.counts[ItemState::Waiting], 1);
  QCOMPARE(run.counts.ended(), 2);
  QVERIFY(isWhole(*m_store));
}

/// As when the disk is full in the middle of it.
void TstRunJournal::aSliceIsWrittenWholeOrNotAtAll() {
  const qint64 id = begun({"1", "2"});
  const size_t before = list(*m_store)->size();
  QVERIFY(!execOutside(m_folder, QStringLiteral("CREATE TRIGGER stop BEFORE UPDATE ON run_item "
                                                "WHEN NEW.seq=2 BEGIN SELECT RAISE(ABORT,'no'); END"))
               .isValid());
  QVERIFY(!m_journal->step(id, {.begins = {{1, intentFor("1")}, {2, intentFor("2")}}}));
  QCOMPARE(items(id, ItemState::UnderWay).size(), size_t(0));
  QCOMPARE(list(*m_store)->size(), before);
  QVERIFY(!execOutside(m_folder, QStringLiteral("DROP TRIGGER stop")).isValid());
  QVERIFY(m_journal->step(id, {.begins = {{1, intentFor("1")}, {2, intentFor("2")}}}));
  QVERIFY(isWhole(*m_store));
}

void TstRunJournal::aJobLeftAloneHasNoRecord() {
  const qint64 id = begun({"1"});
  const size_t before = list(*m_store)->size();
  const Error gone{ErrorKind::NotFound, "gone", {}};
  QVERIFY(m_journal->step(id, {.ends = {ItemEnd{1, 0, ItemState::Skipped, gone}}}));
  QCOMPARE(list(*m_store)->size(), before);
  QCOMPARE(items(id).front().state, ItemState::Skipped);
}

void TstRunJournal::staysAfterTheProgram() {
  const qint64 id = begun({"1", "2"});
  QVERIFY(m_journal->step(id, {.begins = {{1, intentFor("1")}}}));
  open();
  const auto kept = runs();
  QCOMPARE(kept.size(), size_t(1));
  QCOMPARE(kept.front().state, RunState::Running);
  QCOMPARE(kept.front().counts[ItemState::UnderWay], 1);
  QCOMPARE(items(id, ItemState::UnderWay).front().jobId, QByteArray("1"));
}

/// One that had been done, and one whose turn came again.
void TstRunJournal::tellsWhatWasSettledApart() {
  const qint64 id = begun({"1", "2", "3"});
  QVERIFY(m_journal->step(id, {.begins = {{1, intentFor("1")}, {2, intentFor("2")}}}));
  QVERIFY(m_journal->step(id, {.ends = {ItemEnd{1, 0, ItemState::Done, std::nullopt, true},
                                        ItemEnd{2, 0, ItemState::Waiting, std::nullopt, true}}}));
  QVERIFY(m_journal->step(id, {.begins = {{2, intentFor("2")}, {3, intentFor("3")}}}));
  QVERIFY(m_journal->step(id, {.ends = {ItemEnd{2, 0, ItemState::Done}, ItemEnd{3, 0, ItemState::Done}}}));
  const auto all = items(id);
  QVERIFY(all.at(0).settled && !all.at(0).again);
  QVERIFY(all.at(1).settled && all.at(1).again);
  QVERIFY(!all.at(2).settled);
  std::optional<audit::RunSettling> found;
  m_journal->requestSettling(
      id, this, [&](const Result<audit::RunSettling> &got) { found = got.value_or(audit::RunSettling()); });
  QTRY_VERIFY(found);
  QCOMPARE(found->kept, 1);
  QCOMPARE(found->again, 1);
  QCOMPARE(found->at, all.at(0).at);
}

void TstRunJournal::findsJobsByStateAndId() {
  const qint64 id = begun({"11", "12", "21"});
  QVERIFY(
      m_journal->step(id, {.ends = {ItemEnd{11, 0, ItemState::Done}, ItemEnd{12, 0, ItemState::Skipped}}}));
  const auto found = [&](const audit::ItemFilter &filter) {
    std::optional<QByteArray> ids;
    m_journal->requestItems(id, filter, 0, 10, this, [&](const Result<std::vector<RunItem>> &got) {
      ids = "";
      for (const RunItem &item : got.value_or(std::vector<RunItem>()))
        *ids += item.jobId + ' ';
    });
    return QTest::qWaitFor([&] { return ids.has_value(); }) ? *ids : QByteArray();
  };
  QCOMPARE(found({}), QByteArray("11 12 21 "));
  QCOMPARE(found({.state = ItemState::Done}), QByteArray("11 "));
  QCOMPARE(found({.idPart = "2"}), QByteArray("12 21 "));
  QCOMPARE(found({.state = ItemState::Skipped, .idPart = "1"}), QByteArray("12 "));
  QCOMPARE(found({.settled = true}), QByteArray());
}

void TstRunJournal::anEndedRunHasAnEndedRecord() {
  const qint64 ended = begun({"1"}), cancelled = begun({"2"});
  QVERIFY(m_journal->setState(ended, RunState::Paused));
  QCOMPARE(record(*m_store, m_journal->run(ended)->record)->outcome, Outcome::Intent);
  QVERIFY(m_journal->setState(ended, RunState::Ended));
  QVERIFY(m_journal->setState(cancelled, RunState::Cancelled));
  QCOMPARE(record(*m_store, m_journal->run(ended)->record)->outcome, Outcome::Done);
  QCOMPARE(record(*m_store, m_journal->run(cancelled)->record)->outcome, Outcome::Cancelled);
  QVERIFY(m_journal->run(ended)->endedAt > 0);
}

/// A choice of long ago, and a run whose record the limits have dropped; not one that was cut off.
void TstRunJournal::forgetsWhatIsOld() {
  const auto old = m_journal->create(chosen()), young = m_journal->create(chosen());
  QVERIFY(old && young && m_journal->add(*old, {job("1")}) && m_journal->add(*young, {job("1")}));
  const qint64 ended = begun({"2"}), cutOff = begun({"3"});
  QVERIFY(m_journal->setState(ended, RunState::Ended));
  m_store.reset();
  const auto outside = [this](const QString &sql) { return !execOutside(m_folder, sql).isValid(); };
  QVERIFY(outside(QStringLiteral("UPDATE run SET created_at=1 WHERE id=%1").arg(*old)));
  QVERIFY(outside(QStringLiteral("DROP TRIGGER intent_no_UPDATE")));
  QVERIFY(outside(QStringLiteral("UPDATE intent SET at=1"))); // longer ago than records are kept
  open();
  QVERIFY(items(*old).empty());
  QCOMPARE(items(*young).size(), size_t(1));
  QVERIFY(items(ended).empty());
  QCOMPARE(items(cutOff).size(), size_t(1));
  QCOMPARE(runs().size(), size_t(1));
}

QTEST_GUILESS_MAIN(TstRunJournal)
#include "tst_runjournal.moc"
