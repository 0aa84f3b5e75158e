// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "bull/job.h"
#include "bullio/scriptregistry.h"
#include "operations/operation.h"
#include "operations/scriptedplan.h"
#include "redis/session.h"

/// What the plans of the operations share. Lane thread only.
namespace oxp {

/// What WATCH protects, and what came of looking at the data under it.
struct WatchedData {
  enum Seen { AsBaseline, Changed, Gone, OtherJob };
  Seen seen = AsBaseline;
  bool asWanted = false; ///< the data are what is to be written
  bool stream = false;   ///< the queue has an event stream
  Reply maxLen;          ///< and keeps so many events
};

/// What a plan works with.
struct PlanContext {
  WriteSession &session;
  const ScriptRegistry &scripts;
  const ScriptBundle &bundle; ///< of the queue's family and version
  const OperationRequest &request;
  const JobDetail &job; ///< as read just before; empty for operations on a queue
  std::stop_token stop;
  QByteArray newSha1 = {};                                 ///< of request.newData
  std::optional<JobSnapshot> theirs = std::nullopt;        ///< a plan sets it when it ends in a Conflict
  std::optional<Result<WatchedData>> ahead = std::nullopt; ///< read before the intent, for the first try
  bool runsScripts = true;                                 ///< the server lets this user run scripts
  bool takesHashes = true;                                 ///< and send them by their hashes
  const SettleFacts *facts = nullptr; ///< what a look at how it ended needs; null: nobody looks
  bool changed = false; ///< a step of several was carried out; refused() proves nothing any more
  bool refused = false; ///< set by refused()
  /// Code of an error line on whose word alone something rests: that nothing was changed, or that another
  /// road was free. Empty: nothing does.
  QByteArray word = {};

  ScriptSubject subject() const { return {scripts, bundle, request, job, session.facts().clock.nowMs()}; }
};

/// Carries an operation out. Once bytes of a write are out, a failure that does not prove that nothing was
/// changed is an unknown outcome, and the connection is not trusted any more: it is settled over another one.
Result<OperationReport> runPlan(PlanContext &context, const OperationSpec &spec);

/// Fails with an error that proves that nothing was changed: the answer of a script or guard, or a server
/// that refuses before it runs anything. Any other failure of a plan after bytes of a write went out is an
/// unknown outcome.
tl::unexpected<Error> refused(PlanContext &context, Error error);
/// Fails with an error reply to a write: refused() where it proves that nothing was done, if it is the
/// server's own. That is a word only, so the attempt looks before it is told.
tl::unexpected<Error> writeFailed(PlanContext &context, Error error);
/// Whether what lies in Redis bears out the context's word: all is as it was, or the server says the same to
/// the look, and is in that state then. What stands between may have let the write through and said it all
/// the same.
bool isBorneOut(PlanContext &context);
/// Before a write that `refusal` is the answer to goes out again by another road. OutcomeUnknown when it may
/// have arrived. Whatever the other road ends in is looked into before it is told as a refusal.
Result<void> freeForAnotherRoad(PlanContext &context, const Error &refusal);
/// Sends a script by its hash; as a whole where the server does not hold it, or takes no hashes. It runs once
/// at most: OutcomeUnknown when it may have run already.
Result<Reply> sendScript(PlanContext &context, const Script &script, const std::vector<QByteArray> &keys,
                         const std::vector<QByteArray> &args);
/// The error of a step that goes out as a write and changes nothing: cut off, it leaves nothing unknown.
Error beforeWriting(Error error);

/// What is needed to find out later how a write ended. Kept in the record too.
struct SettleFacts {
  QByteArray operation;
  QueueInfo queue;
  QByteArray jobId, jobTimestamp;
  qint64 finished = 0, due = 0;     ///< of the job before the write
  QByteArray beforeSha1, afterSha1; ///< edits; empty when they were not kept
  bool beforePresent = true;
  ClientMark mark; ///< the connection that wrote
  qint64 run = 0;  ///< the run over many jobs that it is a part of, and which settles it; 0 = none
};

// The settling halves of the operations: Done or Failed by what lies in Redis now, Unknown when that does not
// tell.
Result<audit::Outcome> settleEdit(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settleRetry(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settlePromote(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settleRemove(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settlePause(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settleResume(ReadSession &session, const SettleFacts &facts, std::stop_token stop);

/// What a script answers when it ran; anything else is not its answer.
struct OwnAnswers {
  std::vector<qint64> codes = {};
  bool count = false;   ///< any number from 0 on
  bool nothing = false; ///< Nil, which counts as 0
  bool guarded = false; ///< and what guards answer, which comes as an error
};
/// Runs a script that changes something. OutcomeUnknown when the answer is not one of its own.
Result<qint64> runForNumber(PlanContext &context, const Script &script, const std::vector<QByteArray> &keys,
                            const std::vector<QByteArray> &args, const OwnAnswers &own);

/// Carries out a plan on the job as it was read, and only on that.
Result<void> runScripted(PlanContext &context, const ScriptedPlan &plan);

/// The report of a job's operation that went through: with the state that the job is in now.
OperationReport jobReport(PlanContext &context);

} // namespace oxp
