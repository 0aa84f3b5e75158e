// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkwriter.h"

#include "operations/plan.h"

#include <utility>

namespace oxp {

using audit::ItemEnd;
using audit::ItemState;

namespace {

/// Whether an error is about one job. All else would meet the other jobs too, and breaks a run off.
bool isOfOneJob(const Error &error) {
  return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::WrongState ||
         error.kind == ErrorKind::Conflict || error.code == "unsure-family";
}

} // namespace

BulkWriter::BulkWriter(const BulkSetup &setup, WriteSession &session, const ScriptBundle &bundle,
                       std::stop_token stop)
    : m_setup(setup)
    , m_session(session)
    , m_bundle(bundle)
    , m_stop(std::move(stop))
    , m_spec(*findOperation(setup.wish.operation)) {}

Result<std::unique_ptr<BulkWriter>> BulkWriter::make(const BulkSetup &setup, WriteSession &session,
                                                     std::stop_token stop) {
  const OperationSpec *spec = findOperation(setup.wish.operation);
  if (!spec || !goesToMany(*spec) || !spec->settle)
    return fail(ErrorKind::Invalid, QStringLiteral("not an operation for many jobs"),
                QByteArrayLiteral("operation"));
  const auto bundle = setup.scripts->bundleFor(setup.wish.queue.family, setup.wish.queue.version);
  if (!bundle)
    return fail(bundle.error());
  std::unique_ptr<BulkWriter> writer(new BulkWriter(setup, session, **bundle, std::move(stop)));
  if (auto ready = writer->prepare(); !ready)
    return fail(ready.error());
  return writer;
}

/// What one job of these would be refused for, whichever it is.
Result<void> BulkWriter::prepare() {
  const OperationRequest &wish = m_setup.wish;
  if (!isSameInAll(m_spec, wish.queue.family, false)) // while paused: guardPush refuses
    return fail(unsureFamily());
  if (auto fits = m_spec.edits ? Result<void>() : wish.checkArguments(m_spec); !fits)
    return fits; // an edit's are read by its road
  auto road = roadFor(m_setup, m_bundle);
  if (!road)
    return fail(road.error());
  m_road = std::move(*road);
  return m_setup.access->check(m_session, m_spec, wish, true, m_stop);
}

Result<std::vector<SliceJob>> BulkWriter::lookAt(std::vector<audit::RunItem> items) {
  std::vector<SliceJob> jobs = sliceOf(m_setup.wish, std::move(items));
  if (auto seen = oxp::lookAt(m_session, jobs, m_stop); !seen)
    return fail(seen.error());
  refuseOthers(jobs);
  if (auto filled = m_road->fillIn(m_session, jobs, m_stop); !filled)
    return fail(filled.error());
  refuseUnagreed(jobs);
  return jobs;
}

/// Data may have become sensitive since somebody looked.
void BulkWriter::refuseUnagreed(std::vector<SliceJob> &jobs) const {
  if (m_setup.wish.arguments.contains(SensitiveArgument))
    return;
  for (SliceJob &job : jobs)
    if (!job.refusal && job.sensitive)
      job.refusal =
          Error{ErrorKind::Denied, "sensitive", QStringLiteral("nobody agreed to sensitive changes")};
}

audit::ItemBegin BulkWriter::intentOf(const SliceJob &slice) const {
  return {slice.item.seq, recordFor(m_setup.author, slice.request, factsOf(slice))};
}

SettleFacts BulkWriter::factsOf(const SliceJob &slice) const {
  SettleFacts facts = settleFacts(slice.request, slice.job, m_session.mark());
  facts.afterSha1 = slice.newSha1;
  facts.run = m_setup.run;
  return facts;
}

Result<void> BulkWriter::write(std::vector<SliceJob> &jobs, std::vector<ItemEnd> &ends) {
  std::vector<SliceJob *> together;
  for (size_t i = 0; i < jobs.size(); ++i) {
    SliceJob &job = jobs[i];
    if (job.refusal)
      continue;
    if (!job.alone && m_primed) {
      together.push_back(&job);
    } else if (auto done = take(alone(job), ends); !done) {
      for (const SliceJob *unsent : together)
        leave({unsent, 1}, done.error(), ends);
      leave(std::span(jobs).subspan(i + 1), done.error(), ends);
      return done;
    }
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

void BulkWriter::leave(std::span<const SliceJob> jobs, const Error &why, std::vector<ItemEnd> &ends) {
  for (const SliceJob &job : jobs) {
    if (!job.refusal)
      ends.push_back({job.item.seq, job.record, ItemState::Waiting, why});
  }
}

/// Adds an end; fails when it is one that meets the other jobs too.
Result<void> BulkWriter::take(Result<ItemEnd> ended, std::vector<ItemEnd> &ends) {
  if (!ended)
    return fail(ended.error());
  ends.push_back(*ended);
  return ended->state == ItemState::Waiting ? Result<void>(fail(*ended->error)) : Result<void>();
}

/// A pause lets it come to its end. Only the end of the lane cuts it off, which nobody may have to wait for;
/// what became of it is found out when the run is carried on.
Result<std::vector<Reply>> BulkWriter::send(const std::vector<SliceJob *> &jobs) {
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
Result<ItemEnd> BulkWriter::alone(SliceJob &slice) {
  const SettleFacts facts = factsOf(slice);
  PlanContext context{m_session, *m_setup.scripts, m_bundle, slice.request, slice.job, m_stop};
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
Result<ItemEnd> BulkWriter::answered(SliceJob &slice, const Reply &reply) {
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

} // namespace oxp
