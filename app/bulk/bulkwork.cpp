// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkwork.h"

#include "bulk/bulksettling.h"
#include "bulk/bulkwriter.h"
#include "bullio/reader.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

namespace oxp {
namespace {

using audit::ItemBegin;
using audit::ItemEnd;
using audit::ItemState;
using audit::RunCounts;
using audit::RunItem;
using audit::RunStep;

constexpr int SliceJobs = 200;
constexpr int PageJobs = 2'000;
constexpr qint64 FromTheStart = std::numeric_limits<qint64>::min();

/// A run goes on in slices, each by the same way: it is looked at, begun (its intents become durable),
/// written and ended (what became of it becomes durable). While one is written, the store puts down how the
/// one before it ended and that the next one begins, and the one after that is looked at. Under a rate limit
/// one slice has its end before the next is looked at: there is time, and a look should not be old.
class BulkWork {
public:
  BulkWork(const BulkSetup &setup, WriteSession &session, std::stop_token stop,
           const std::function<void(const BulkProgress &)> &tell)
      : m_setup(setup)
      , m_session(session)
      , m_stop(std::move(stop))
      , m_tell(tell)
      , m_journal(*setup.audit)
      , m_spec(*findOperation(setup.wish.operation)) {}

  Result<RunCounts> run();

private:
  using Jobs = std::vector<SliceJob>;
  Result<void> check() const;
  Result<void> prepare();
  Result<void> settleOpen();
  Result<void> goOn();
  Result<void> turn();
  Result<void> takeTurns();
  bool mayGoOn() const { return !m_stop.stop_requested() && !*m_setup.pause; }
  bool goesAhead() const { return m_written >= 2 && m_setup.rate->perSecond() == 0; }
  int nextSize() const;
  Result<void> fillPage();
  Result<Jobs> gather();
  void refuseUnagreed(Jobs &jobs) const;
  RunStep stepOf(const Jobs &begun) const;
  void lookAhead();
  Result<void> note(const RunStep &step, Jobs &seen, Result<std::vector<qint64>> records);
  Result<void> noteEnds();
  void tell(bool waiting = false) { m_tell({m_setup.run, m_counts, waiting}); }

  const BulkSetup &m_setup;
  WriteSession &m_session;
  std::stop_token m_stop;
  const std::function<void(const BulkProgress &)> &m_tell;
  audit::RunJournal m_journal;
  const OperationSpec &m_spec;
  std::unique_ptr<BulkRoad> m_road;
  std::unique_ptr<BulkWriter> m_writer;
  RunCounts m_counts;
  std::deque<RunItem> m_page; ///< those whose turn comes next, as the journal has them
  qint64 m_after = FromTheStart;
  Jobs m_seen;                   ///< looked at; nothing is meant yet
  Jobs m_begun;                  ///< their intents are durable
  std::vector<ItemEnd> m_ends;   ///< known, and not durable yet
  std::optional<Error> m_broken; ///< why nothing is looked at any more
  int m_written = 0;             ///< slices
};

/// What one job of these would be refused for, whichever it is.
Result<void> BulkWork::check() const {
  if (!isSameInAll(m_spec, m_setup.wish.queue.family, false)) // while paused: guardPush refuses
    return fail(unsureFamily());
  return m_spec.edits ? Result<void>()
                      : m_setup.wish.checkArguments(m_spec); // an edit's are read by its road
}

Result<void> BulkWork::prepare() {
  if (auto fits = check(); !fits)
    return fits;
  const auto run = m_journal.run(m_setup.run);
  if (!run)
    return fail(run.error());
  m_counts = run->counts;
  const auto bundle = m_setup.scripts->bundleFor(m_setup.wish.queue.family, m_setup.wish.queue.version);
  if (!bundle)
    return fail(bundle.error());
  auto road = roadFor(m_setup, **bundle);
  if (!road)
    return fail(road.error());
  m_road = std::move(*road);
  m_writer = std::make_unique<BulkWriter>(m_setup, m_session, **bundle, *m_road, m_stop);
  return m_setup.access->check(m_session, m_spec, m_setup.wish, true, m_stop);
}

Result<RunCounts> BulkWork::run() {
  if (const auto ready = prepare(); !ready)
    return fail(ready.error());
  if (const auto settled = settleOpen(); !settled)
    return fail(settled.error());
  tell();
  if (const auto done = goOn(); !done)
    return fail(done.error());
  return m_counts;
}

/// What was under way when the run was cut off.
Result<void> BulkWork::settleOpen() {
  BulkSettling settling(m_setup, m_session, m_stop);
  for (;;) {
    const auto open = m_journal.items(m_setup.run, ItemState::UnderWay, FromTheStart, SliceJobs);
    if (!open)
      return fail(open.error());
    if (open->empty())
      return {};
    auto settled = settling.settle(*open, m_ends);
    auto kept = noteEnds(); // also what was found out before it broke off again
    if (!settled || !kept)
      return settled ? kept : settled;
  }
}

/// However it ends, what became of the jobs is put down.
Result<void> BulkWork::goOn() {
  auto went = takeTurns();
  auto kept = noteEnds();
  if (kept)
    tell();
  return went ? kept : went;
}

Result<void> BulkWork::takeTurns() {
  for (;;) {
    if (m_seen.empty() && m_begun.empty()) { // at the start, and under a rate limit
      if (auto kept = noteEnds(); !kept)
        return kept;
      if (m_broken)
        return fail(*m_broken);
      auto seen = gather();
      if (!seen)
        return fail(seen.error());
      if (seen->empty())
        return {};
      m_seen = std::move(*seen);
    }
    if (auto done = turn(); !done)
      return done;
    tell();
  }
}

/// Writes those that are begun, and meanwhile begins those that were looked at.
Result<void> BulkWork::turn() {
  if (!mayGoOn())
    m_seen.clear();
  Jobs begins = std::exchange(m_seen, {});
  const RunStep step = stepOf(begins);
  m_ends.clear();
  auto noting = m_journal.stepBeside(m_setup.run, step);
  auto written = m_writer->write(m_begun, m_ends);
  m_written += written && !m_begun.empty();
  m_begun.clear();
  if (written && goesAhead() && !m_broken)
    lookAhead();
  if (auto noted = note(step, begins, noting.get()); !noted)
    return noted;
  if (!written) {
    BulkWriter::leave(begins, written.error(), m_ends);
    return written;
  }
  m_begun = std::move(begins);
  return {};
}

/// What goes wrong here must not keep those from being written that are begun.
void BulkWork::lookAhead() {
  auto next = gather();
  if (next)
    m_seen = std::move(*next);
  else
    m_broken = next.error();
}

/// One, until the server is known to hold the script: what it says to that one it would say to all. Under a
/// rate limit a fifth of a second's worth, so that the run stops soon when it is told to.
int BulkWork::nextSize() const {
  if (!m_writer->goesTogether())
    return 1;
  const int perSecond = m_setup.rate->perSecond();
  return perSecond == 0 ? SliceJobs : std::clamp(perSecond / 5, 1, SliceJobs);
}

Result<void> BulkWork::fillPage() {
  if (!m_page.empty())
    return {};
  auto items = m_journal.items(m_setup.run, ItemState::Waiting, m_after, PageJobs);
  if (!items)
    return fail(items.error());
  if (!items->empty())
    m_after = items->back().seq;
  m_page.assign(std::make_move_iterator(items->begin()), std::make_move_iterator(items->end()));
  return {};
}

/// The next slice, looked at and filled in. Empty where nothing is left, or the run is to stop.
Result<BulkWork::Jobs> BulkWork::gather() {
  if (auto filled = fillPage(); !filled)
    return fail(filled.error());
  const auto size = std::min<size_t>(m_page.size(), size_t(nextSize()));
  if (size == 0 || !mayGoOn() || !m_setup.rate->take(int(size), m_stop, [this] { tell(true); }))
    return Jobs();
  Jobs jobs = sliceOf(m_setup.wish, {m_page.begin(), m_page.begin() + std::ptrdiff_t(size)});
  if (auto seen = lookAt(m_session, jobs, m_stop); !seen)
    return fail(seen.error());
  refuseOthers(jobs);
  if (auto filled = m_road->fillIn(m_session, jobs, m_stop); !filled)
    return fail(filled.error());
  refuseUnagreed(jobs);
  m_page.erase(m_page.begin(), m_page.begin() + std::ptrdiff_t(jobs.size())); // the road may have left some
  return jobs;
}

/// Data may have become sensitive since somebody looked.
void BulkWork::refuseUnagreed(std::vector<SliceJob> &jobs) const {
  if (m_setup.wish.arguments.contains(SensitiveArgument))
    return;
  for (SliceJob &job : jobs)
    if (!job.refusal && job.sensitive)
      job.refusal =
          Error{ErrorKind::Denied, "sensitive", QStringLiteral("nobody agreed to sensitive changes")};
}

/// How the last ones ended, those of `seen` that are refused, and the intents of the others.
RunStep BulkWork::stepOf(const Jobs &seen) const {
  RunStep step{.ends = m_ends};
  for (const SliceJob &job : seen) {
    if (job.refusal)
      step.ends.push_back({job.item.seq, 0, endFor(*job.refusal), job.refusal});
    else
      step.begins.push_back({job.item.seq, recordFor(m_setup.author, job.request, m_writer->factsOf(job))});
  }
  return step;
}

/// Takes over what the journal has of a step now: jobs that were looked at are begun, or have their end.
Result<void> BulkWork::note(const RunStep &step, Jobs &seen, Result<std::vector<qint64>> records) {
  if (!records)
    return fail(records.error());
  auto record = records->begin();
  for (SliceJob &job : seen) {
    if (!job.refusal)
      job.record = *record++;
  }
  m_counts[ItemState::Waiting] -= qint64(seen.size());
  m_counts[ItemState::UnderWay] += qint64(seen.size()) - qint64(step.ends.size());
  for (const ItemEnd &item : step.ends)
    ++m_counts[item.state];
  return {};
}

Result<void> BulkWork::noteEnds() {
  if (m_ends.empty())
    return {};
  const RunStep step{.ends = std::exchange(m_ends, {})};
  Jobs none;
  return note(step, none, m_journal.step(m_setup.run, step));
}

} // namespace

Result<RunCounts> carryOn(const BulkSetup &setup, WriteSession &session, std::stop_token stop,
                          const std::function<void(const BulkProgress &)> &tell) {
  const OperationSpec *spec = findOperation(setup.wish.operation);
  if (!spec || !goesToMany(*spec) || !spec->settle)
    return fail(ErrorKind::Invalid, QStringLiteral("not an operation for many jobs"),
                QByteArrayLiteral("operation"));
  return BulkWork(setup, session, std::move(stop), tell).run();
}

} // namespace oxp
