// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkwork.h"

#include "bulk/bulkroad.h"
#include "bullio/reader.h"
#include "operations/plan.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace oxp {
namespace {

using audit::ItemBegin;
using audit::ItemEnd;
using audit::ItemState;
using audit::RunCounts;
using audit::RunItem;

constexpr int SliceJobs = 200;
constexpr qint64 FromTheStart = std::numeric_limits<qint64>::min();
constexpr FenceOptions Fence{std::chrono::milliseconds(1'000), std::chrono::milliseconds(5'000)};

/// Whether an error is about one job. All else would meet the other jobs too, and breaks the run off.
bool isOfOneJob(const Error &error) {
  return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::WrongState ||
         error.kind == ErrorKind::Conflict || error.code == "unsure-family";
}

ItemEnd unsettled(const RunItem &item, qint64 record) {
  return {item.seq, record, ItemState::Unknown,
          Error{ErrorKind::OutcomeUnknown, "unsettled", QStringLiteral("it could not be found out")}, true};
}

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
  Result<void> check() const;
  Result<void> prepare();
  Result<void> settleOpen();
  Result<void> settleThese(const std::vector<RunItem> &items, std::vector<ItemEnd> &ends);
  Result<bool> isFenced(const ClientMark &mark);
  Result<ItemEnd> settle(const RunItem &item);
  bool mayGoOn() const { return !m_stop.stop_requested() && !*m_setup.pause; }
  int nextSize() const;
  Result<bool> slice();
  void refuseUnagreed(std::vector<SliceJob> &jobs) const;
  Result<void> begin(std::vector<SliceJob> &jobs);
  Result<void> write(std::vector<SliceJob> &jobs);
  Result<void> writeAll(std::vector<SliceJob> &jobs, std::vector<ItemEnd> &ends);
  static Result<void> take(Result<ItemEnd> ended, std::vector<ItemEnd> &ends);
  Result<std::vector<Reply>> send(const std::vector<SliceJob *> &jobs);
  Result<ItemEnd> alone(SliceJob &slice);
  Result<ItemEnd> answered(SliceJob &slice, const Reply &reply);
  SettleFacts factsOf(const SliceJob &slice) const;
  Result<void> end(const std::vector<ItemEnd> &ends, ItemState from);
  void tell(bool waiting = false) { m_tell({m_setup.run, m_counts, waiting}); }

  const BulkSetup &m_setup;
  WriteSession &m_session;
  std::stop_token m_stop;
  const std::function<void(const BulkProgress &)> &m_tell;
  audit::RunJournal m_journal;
  const OperationSpec &m_spec;
  const ScriptBundle *m_bundle = nullptr;
  std::unique_ptr<BulkRoad> m_road;
  RunCounts m_counts;
  std::optional<ClientMark> m_fenced; ///< of a connection that is gone
  bool m_primed = false;              ///< the server holds the script: calls by its hash can go out together
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
  m_bundle = *bundle;
  auto road = roadFor(m_setup, *m_bundle);
  if (!road)
    return fail(road.error());
  m_road = std::move(*road);
  return m_setup.access->check(m_session, m_spec, m_setup.wish, true, m_stop);
}

Result<RunCounts> BulkWork::run() {
  if (const auto ready = prepare(); !ready)
    return fail(ready.error());
  if (const auto settled = settleOpen(); !settled)
    return fail(settled.error());
  tell();
  while (mayGoOn()) {
    const auto more = slice();
    if (!more)
      return fail(more.error());
    if (!*more)
      break;
    tell();
  }
  return m_counts;
}

/// What was under way when the run was cut off: done, or not, and then its turn comes again.
Result<void> BulkWork::settleOpen() {
  for (;;) {
    const auto open = m_journal.items(m_setup.run, ItemState::UnderWay, FromTheStart, SliceJobs);
    if (!open)
      return fail(open.error());
    if (open->empty())
      return {};
    std::vector<ItemEnd> ends;
    auto settled = settleThese(*open, ends);
    auto kept = end(ends, ItemState::UnderWay); // also what was found out before it broke off again
    if (!settled || !kept)
      return settled ? kept : settled;
  }
}

Result<void> BulkWork::settleThese(const std::vector<RunItem> &items, std::vector<ItemEnd> &ends) {
  for (const RunItem &item : items) {
    auto ended = settle(item);
    if (!ended)
      return fail(ended.error());
    ends.push_back(std::move(*ended));
  }
  return {};
}

/// Waits until nothing can come any more from the connection that wrote. False: it may, or nobody tells.
Result<bool> BulkWork::isFenced(const ClientMark &mark) {
  if (mark.id >= 0 && mark == m_session.mark())
    return true; // whatever this connection has sent has had its answer
  if (m_fenced == mark)
    return true;
  const auto fence = m_session.awaitGone(mark, m_stop, Fence);
  const bool untold =
      !fence && (fence.error().kind == ErrorKind::Denied || fence.error().kind == ErrorKind::Server ||
                 fence.error().kind == ErrorKind::Unsupported);
  if (!fence && !untold)
    return fail(fence.error());
  if (!fence || *fence != FenceState::Gone)
    return false;
  m_fenced = mark;
  return true;
}

/// Without the fence the write may still be on its way, and only that it is there is certain.
Result<ItemEnd> BulkWork::settle(const RunItem &item) {
  const auto record = m_journal.record(item.record);
  if (!record && record.error().kind == ErrorKind::NotFound) // the store's limits have dropped it
    return unsettled(item, 0);
  if (!record)
    return fail(record.error());
  SettleFacts facts = settleFacts(*record);
  facts.queue = m_setup.wish.queue;
  const auto fenced = isFenced(facts.mark);
  if (!fenced)
    return fail(fenced.error());
  const auto seen = m_spec.settle(m_session, facts, m_stop);
  if (!seen)
    return fail(seen.error());
  if (*seen == audit::Outcome::Done)
    return ItemEnd{item.seq, item.record, ItemState::Done, std::nullopt, true};
  if (*seen == audit::Outcome::Failed && *fenced)
    return ItemEnd{item.seq, item.record, ItemState::Waiting, std::nullopt, true};
  return unsettled(item, item.record);
}

/// Under a rate limit a fifth of a second's worth, so that the run stops soon when it is told to.
int BulkWork::nextSize() const {
  const int perSecond = m_setup.rate->perSecond();
  return perSecond == 0 ? SliceJobs : std::clamp(perSecond / 5, 1, SliceJobs);
}

/// False when nothing was left.
Result<bool> BulkWork::slice() {
  // The first one leaves the script on the server, so that the others can be sent by its hash together.
  const int size = m_primed || !m_setup.access->takesHashes() ? nextSize() : 1;
  auto items = m_journal.items(m_setup.run, ItemState::Waiting, FromTheStart, size);
  if (!items)
    return fail(items.error());
  if (items->empty())
    return false;
  if (!m_setup.rate->take(int(items->size()), m_stop, [this] { tell(true); }))
    return true;
  std::vector<SliceJob> jobs = sliceOf(m_setup.wish, std::move(*items));
  if (auto seen = lookAt(m_session, jobs, m_stop); !seen)
    return fail(seen.error());
  refuseOthers(jobs);
  if (auto filled = m_road->fillIn(m_session, jobs, m_stop); !filled)
    return fail(filled.error());
  refuseUnagreed(jobs);
  if (auto begun = begin(jobs); !begun)
    return fail(begun.error());
  if (auto written = write(jobs); !written)
    return fail(written.error());
  return true;
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

SettleFacts BulkWork::factsOf(const SliceJob &slice) const {
  SettleFacts facts = settleFacts(slice.request, slice.job, m_session.mark());
  facts.afterSha1 = slice.newSha1;
  facts.run = m_setup.run;
  return facts;
}

/// Those that are refused get their end; the others' intents are durable before the first byte goes out.
Result<void> BulkWork::begin(std::vector<SliceJob> &jobs) {
  std::vector<ItemEnd> refused;
  std::vector<ItemBegin> begun;
  std::vector<SliceJob *> meant;
  for (SliceJob &job : jobs) {
    if (job.refusal) {
      refused.push_back({job.item.seq, 0, endFor(*job.refusal), job.refusal});
      continue;
    }
    begun.push_back({job.item.seq, recordFor(m_setup.author, job.request, factsOf(job))});
    meant.push_back(&job);
  }
  if (auto ended = end(refused, ItemState::Waiting); !ended || begun.empty())
    return ended;
  const auto records = m_journal.beginSlice(m_setup.run, begun);
  if (!records)
    return fail(records.error());
  for (size_t i = 0; i < meant.size(); ++i)
    meant[i]->record = (*records)[i];
  m_counts[ItemState::Waiting] -= qint64(begun.size());
  m_counts[ItemState::UnderWay] += qint64(begun.size());
  return {};
}

Result<void> BulkWork::write(std::vector<SliceJob> &jobs) {
  std::vector<ItemEnd> ends;
  auto written = writeAll(jobs, ends);
  auto kept = end(ends, ItemState::UnderWay); // also what was done before it broke off
  return written ? kept : written;
}

Result<void> BulkWork::writeAll(std::vector<SliceJob> &jobs, std::vector<ItemEnd> &ends) {
  std::vector<SliceJob *> together;
  for (SliceJob &job : jobs) {
    if (job.refusal)
      continue;
    if (!job.alone && m_primed)
      together.push_back(&job);
    else if (auto done = take(alone(job), ends); !done)
      return done;
  }
  const auto replies = send(together);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < together.size(); ++i) {
    if (auto done = take(answered(*together[i], (*replies)[i]), ends); !done)
      return done;
  }
  return {};
}

/// Adds an end; fails when it is one that meets the other jobs too.
Result<void> BulkWork::take(Result<ItemEnd> ended, std::vector<ItemEnd> &ends) {
  if (!ended)
    return fail(ended.error());
  ends.push_back(*ended);
  return ended->state == ItemState::Waiting ? Result<void>(fail(*ended->error)) : Result<void>();
}

/// A pause lets it come to its end. Only the end of the lane cuts it off, which nobody may have to wait for;
/// what became of it is found out when the run is carried on.
Result<std::vector<Reply>> BulkWork::send(const std::vector<SliceJob *> &jobs) {
  if (jobs.empty())
    return std::vector<Reply>();
  std::vector<Command> commands;
  for (const SliceJob *job : jobs) {
    Command command = Command::of("EVALSHA", m_road->script().sha1, int(job->call.keys.size()));
    for (const QByteArray &part : job->call.keys)
      command.add(part);
    for (const QByteArray &part : job->call.args)
      command.add(part);
    commands.push_back(std::move(command));
  }
  return m_session.pipeline(commands, m_stop);
}

/// By the road of a single write, which knows what to do with a server that does not hold the script, takes
/// no hashes, or refuses.
Result<ItemEnd> BulkWork::alone(SliceJob &slice) {
  const SettleFacts facts = factsOf(slice);
  PlanContext context{m_session, *m_setup.scripts, *m_bundle, slice.request, slice.job, m_stop};
  context.runsScripts = m_setup.access->runsScripts();
  context.takesHashes = m_setup.access->takesHashes();
  context.facts = &facts;
  context.newSha1 = slice.newSha1;
  const auto report = runPlan(context, m_spec);
  if (report) {
    m_primed = context.takesHashes;
    return ItemEnd{slice.item.seq, slice.record, ItemState::Done};
  }
  const Error &error = report.error();
  if (error.kind == ErrorKind::OutcomeUnknown || !m_session.isOpen())
    return fail(error); // it stays under way, and is settled over another connection
  if (!isOfOneJob(error))
    return ItemEnd{slice.item.seq, slice.record, ItemState::Waiting, error}; // its turn comes again
  m_primed |= context.takesHashes && endFor(error) == ItemState::Skipped;
  return ItemEnd{slice.item.seq, slice.record, endFor(error), error};
}

/// Only the script's own answer is believed. An error line may be a proxy's, after the server ran the call:
/// it is looked into, and the job is done by itself if all is as it was.
Result<ItemEnd> BulkWork::answered(SliceJob &slice, const Reply &reply) {
  if (reply.isError()) {
    const auto seen = m_spec.settle(m_session, factsOf(slice), m_stop);
    if (!seen)
      return fail(seen.error());
    if (*seen == audit::Outcome::Done)
      return ItemEnd{slice.item.seq, slice.record, ItemState::Done, std::nullopt, true};
    return *seen == audit::Outcome::Failed
               ? alone(slice)
               : Result<ItemEnd>(
                     ItemEnd{slice.item.seq, slice.record, ItemState::Unknown, *reply.error(), true});
  }
  const auto done = m_road->readAnswer(reply);
  if (done)
    return ItemEnd{slice.item.seq, slice.record, ItemState::Done};
  if (done.error().kind != ErrorKind::OutcomeUnknown)
    return ItemEnd{slice.item.seq, slice.record, endFor(done.error()), done.error()};
  m_session.giveUp();
  return fail(done.error());
}

Result<void> BulkWork::end(const std::vector<ItemEnd> &ends, ItemState from) {
  if (ends.empty())
    return {};
  if (auto written = m_journal.endSlice(m_setup.run, ends); !written)
    return written;
  m_counts[from] -= qint64(ends.size());
  for (const ItemEnd &item : ends)
    ++m_counts[item.state];
  return {};
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
