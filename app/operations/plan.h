// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "bull/job.h"
#include "bullio/scriptregistry.h"
#include "operations/operation.h"
#include "redis/session.h"

#include <initializer_list>
#include <span>

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
};

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
/// For an answer to a write that is none.
Error senselessAnswer(const QByteArray &what);

/// What is needed to find out later how a write ended. Kept in the record too.
struct SettleFacts {
  QByteArray operation;
  QueueInfo queue;
  QByteArray jobId, jobTimestamp;
  qint64 finished = 0, due = 0;     ///< of the job before the write
  QByteArray beforeSha1, afterSha1; ///< job.updateData; empty when they were not kept
  bool beforePresent = true;
  ClientMark mark; ///< the connection that wrote
};

// The settling halves of the operations: Done or Failed by what lies in Redis now, Unknown when that does not
// tell.
Result<audit::Outcome> settleUpdateData(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settleRetry(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settlePromote(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settleRemove(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settlePause(ReadSession &session, const SettleFacts &facts, std::stop_token stop);
Result<audit::Outcome> settleResume(ReadSession &session, const SettleFacts &facts, std::stop_token stop);

/// The keys of a script in one family, in KEYS order. `#` is the job's own key (`#:lock` below it), `@` the
/// key of the state that the job is in, `` the queue's base with its colon; anything else a suffix of the
/// queue.
struct KeyLayout {
  Family family;
  std::vector<const char *> keys;
};
/// The keys for the script of this bundle; Unsupported when its number of keys is in no layout.
Result<std::vector<QByteArray>> keysFor(std::span<const KeyLayout> layouts, const PlanContext &context,
                                        const Script &script);

/// The script of the queue's own bundle; Unsupported when it has none.
Result<const Script *> bundleScript(const PlanContext &context, const char *name);
/// Guards of ours in front of a library's script, to run in one EVAL. Invalid when a guard is missing.
Result<Script> guarded(const PlanContext &context, const std::vector<const char *> &guards,
                       const Script &script);
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

/// What the guards answer; nothing has been changed then.
inline constexpr qint64 ListsMixed = -1001; ///< both waiting lists of a paused queue are in use
inline constexpr qint64 JobGone = -1002, OtherJob = -1003, StateMoved = -1004;
inline constexpr qint64 ReleaseMatters = -1005; ///< paused, and 5 and 6 push to different lists
/// For what the releases that the queue may be of would do differently.
Error unsureFamily();
/// The two last arguments that guardPush reads.
std::vector<QByteArray> withPushGuard(const PlanContext &context, std::vector<QByteArray> args);

/// Runs a library's script on the job as it was read, and only on that: guardJob stands before `guards` and
/// the script, in one EVAL with them. No job can take the place of another, or move, between the look and the
/// write. Guards' answers come as errors. `codes` are the script's own answers.
Result<qint64> runOnJob(PlanContext &context, std::initializer_list<const char *> guards,
                        const Script &script, const std::vector<QByteArray> &keys,
                        std::vector<QByteArray> args, std::vector<qint64> codes);

/// The report of a job's operation that went through: with the state that the job is in now.
OperationReport jobReport(PlanContext &context);

} // namespace oxp
