// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkwork.h"

#include "bulk/bulksettling.h"
#include "bulk/bulkwriter.h"
#include "bulk/followup.h"
#include "bullio/reader.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <utility>

namespace oxp {
namespace {

using audit::ItemEnd;
using audit::ItemState;
using audit::RunCounts;
using audit::RunItem;
using audit::RunStep;

constexpr int SliceJobs = 200;
constexpr int PageJobs = 2'000;
constexpr qint64 FromTheStart = std::numeric_limits<qint64>::min();

/// Jobs that go to the server together.
struct Slice {
  std::vector<SliceJob> jobs;
  BulkWriter *writer = nullptr; ///< who does it to them
};

/// A run goes on in slices, each by the same way: it is looked at, begun (its intents become durable),
/// written and ended (what became of it becomes durable). While one is written, the store puts down how the
/// one before it ended and that the next one begins, and the one after that is looked at. One slice has its
/// end before the next is looked at under a rate limit, where there is time and a look should not be old, and
/// at first: over a connection that breaks ever again soon, something gets done all the same.
///
/// Where something follows an edit, jobs go that way twice: those that were edited come next.
class BulkWork {
public:
  BulkWork(const BulkSetup &setup, WriteSession &session, std::stop_token stop,
           const std::function<void(const BulkProgress &)> &tell)
      : m_setup(setup)
      , m_session(session)
      , m_stop(std::move(stop))
      , m_tell(tell)
      , m_journal(*setup.audit) {}

  Result<RunCounts> run();

private:
  Result<void> prepare();
  Result<void> settleOpen();
  Result<void> goOn();
  Result<void> turn();
  Result<void> takeTurns();
  bool mayGoOn() const { return !m_stop.stop_requested() && !*m_setup.pause; }
  bool goesAhead() const { return m_written >= 2 && m_setup.rate->perSecond() == 0; }
  int nextSize(const BulkWriter &writer) const;
  Result<void> write(Slice slice);
  Result<void> fillPage();
  Result<Slice> gather();
  RunStep stepOf(const Slice &begun) const;
  void lookAhead();
  void keepEdited(const Slice &slice, size_t firstEnd);
  Result<void> note(const RunStep &step, std::vector<SliceJob> &seen, Result<std::vector<qint64>> records);
  Result<void> noteEnds();
  void tell(bool waiting = false) { m_tell({m_setup.run, m_counts, waiting}); }

  const BulkSetup &m_setup;
  WriteSession &m_session;
  std::stop_token m_stop;
  const std::function<void(const BulkProgress &)> &m_tell;
  audit::RunJournal m_journal;
  std::unique_ptr<BulkWriter> m_first, m_then; ///< the second where something follows an edit
  RunCounts m_counts;
  std::deque<RunItem> m_page;   ///< those whose turn comes next, as the journal has them
  std::deque<RunItem> m_edited; ///< those before them, of which only the edit is made
  qint64 m_after = FromTheStart;
  Slice m_seen;                  ///< looked at; nothing is meant yet
  Slice m_begun;                 ///< their intents are durable
  std::vector<ItemEnd> m_ends;   ///< known, and not durable yet
  std::optional<Error> m_broken; ///< why nothing is looked at any more
  int m_written = 0;             ///< slices
};

Result<void> BulkWork::prepare() {
  const auto run = m_journal.run(m_setup.run);
  if (!run)
    return fail(run.error());
  m_counts = run->counts;
  auto first = BulkWriter::make(m_setup, m_session, m_stop);
  if (!first)
    return fail(first.error());
  m_first = std::move(*first);
  auto wish = followUpOf(m_setup.wish);
  if (!wish || !*wish)
    return wish ? Result<void>() : fail(wish.error());
  BulkSetup setup = m_setup;
  setup.wish = std::move(**wish);
  auto then = BulkWriter::make(setup, m_session, m_stop);
  if (!then)
    return fail(then.error());
  m_then = std::move(*then);
  return {};
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
    const auto open = m_journal.items(m_setup.run, {.state = ItemState::UnderWay}, FromTheStart, SliceJobs);
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
    if (m_seen.jobs.empty() && m_begun.jobs.empty()) { // at the start, and under a rate limit
      if (auto kept = noteEnds(); !kept)
        return kept;
      if (m_broken)
        return fail(*m_broken);
      auto seen = gather();
      if (!seen)
        return fail(seen.error());
      if (seen->jobs.empty())
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
  Slice begins = std::exchange(m_seen, {});
  if (!mayGoOn() && begins.writer == m_first.get())
    begins = {};
  const RunStep step = stepOf(begins);
  m_ends.clear();
  auto noting = m_journal.stepBeside(m_setup.run, step);
  auto written = write(std::exchange(m_begun, {}));
  if (written && goesAhead() && !m_broken)
    lookAhead();
  if (auto noted = note(step, begins.jobs, noting.get()); !noted)
    return noted;
  if (!written) {
    BulkWriter::leave(begins.jobs, written.error(), m_ends);
    return written;
  }
  m_begun = std::move(begins);
  return {};
}

Result<void> BulkWork::write(Slice slice) {
  if (slice.jobs.empty())
    return {};
  const size_t firstEnd = m_ends.size();
  auto written = slice.writer->write(slice.jobs, m_ends);
  if (slice.writer == m_first.get() && m_then)
    keepEdited(slice, firstEnd);
  m_written += written.has_value();
  return written;
}

/// Of these only the first half is done.
void BulkWork::keepEdited(const Slice &slice, size_t firstEnd) {
  std::map<qint64, const SliceJob *> jobs;
  for (const SliceJob &job : slice.jobs)
    jobs.emplace(job.item.seq, &job);
  for (auto end = m_ends.begin() + std::ptrdiff_t(firstEnd); end != m_ends.end(); ++end) {
    if (end->state != ItemState::Done)
      continue;
    end->state = ItemState::Waiting;
    end->edited = true;
    RunItem &item = m_edited.emplace_back(jobs.at(end->seq)->item);
    item.edited = end->record;
  }
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
int BulkWork::nextSize(const BulkWriter &writer) const {
  if (!writer.goesTogether())
    return 1;
  const int perSecond = m_setup.rate->perSecond();
  return perSecond == 0 ? SliceJobs : std::clamp(perSecond / 5, 1, SliceJobs);
}

Result<void> BulkWork::fillPage() {
  if (!m_page.empty())
    return {};
  auto items = m_journal.items(m_setup.run, {.state = ItemState::Waiting}, m_after, PageJobs);
  if (!items)
    return fail(items.error());
  if (!items->empty())
    m_after = items->back().seq;
  for (RunItem &item : *items)
    (item.edited > 0 ? m_edited : m_page).push_back(std::move(item));
  return {};
}

/// The next slice, looked at and filled in. Empty where nothing is left, or the run is to stop; but what
/// follows an edit is done all the same when a person pauses it.
Result<Slice> BulkWork::gather() {
  if (auto filled = m_edited.empty() ? fillPage() : Result<void>(); !filled)
    return fail(filled.error());
  const bool second = !m_edited.empty();
  Slice slice{.jobs = {}, .writer = (second ? m_then : m_first).get()};
  std::deque<RunItem> &from = second ? m_edited : m_page;
  const auto size = std::min<size_t>(from.size(), size_t(nextSize(*slice.writer)));
  const bool goesOn = second ? !m_stop.stop_requested() : mayGoOn();
  if (size == 0 || !goesOn || !m_setup.rate->take(int(size), m_stop, [this] { tell(true); }))
    return Slice();
  auto jobs = slice.writer->lookAt({from.begin(), from.begin() + std::ptrdiff_t(size)});
  if (!jobs)
    return fail(jobs.error());
  slice.jobs = std::move(*jobs);
  from.erase(from.begin(), from.begin() + std::ptrdiff_t(slice.jobs.size())); // some may be left
  return slice;
}

/// How the last ones ended, those of `seen` that are refused, and the intents of the others.
RunStep BulkWork::stepOf(const Slice &seen) const {
  RunStep step{.ends = m_ends};
  for (const SliceJob &job : seen.jobs) {
    if (job.refusal)
      step.ends.push_back({job.item.seq, 0, endFor(*job.refusal), job.refusal});
    else
      step.begins.push_back(seen.writer->intentOf(job));
  }
  return step;
}

/// Takes over what the journal has of a step now: jobs that were looked at are begun, or have their end.
Result<void> BulkWork::note(const RunStep &step, std::vector<SliceJob> &seen,
                            Result<std::vector<qint64>> records) {
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
  std::vector<SliceJob> none;
  return note(step, none, m_journal.step(m_setup.run, step));
}

} // namespace

Result<RunCounts> carryOn(const BulkSetup &setup, WriteSession &session, std::stop_token stop,
                          const std::function<void(const BulkProgress &)> &tell) {
  return BulkWork(setup, session, std::move(stop), tell).run();
}

} // namespace oxp
