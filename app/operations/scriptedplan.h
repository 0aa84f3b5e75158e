// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/job.h"
#include "bullio/scriptregistry.h"
#include "operations/familyset.h"
#include "redis/reply.h"

#include <optional>
#include <span>
#include <vector>

namespace oxp {

struct OperationRequest;

/// What a script is filled in with.
struct ScriptSubject {
  const ScriptRegistry &scripts;
  const ScriptBundle &bundle; ///< of the queue's family and version
  const OperationRequest &request;
  const JobDetail &job; ///< as read just before; empty for operations on a queue
  qint64 now = 0;       ///< ms since the epoch, by the server's clock
};

/// The keys of a script in one family, in KEYS order. `#` is the job's own key (`#:lock` below it), `@` the
/// key of the state that the job is in, `` the queue's base with its colon; anything else a suffix of the
/// queue.
struct KeyLayout {
  Family family;
  std::vector<const char *> keys;
};

/// What one answer of a script means.
struct ScriptAnswer {
  enum Meaning {
    Done,
    Gone,         ///< there is no such job
    Moved,        ///< it has left the state in which it was read
    Locked,       ///< a worker holds it
    SchedulerJob, ///< a scheduler would stop without it
  };
  qint64 code;
  Meaning meaning = Done;
  int families = AnyFamily; ///< FamilySet: whose script answers so
};

/// How a refusal of this meaning is told.
Error errorOf(ScriptAnswer::Meaning meaning);

/// What is done to a job by a script of its queue's own library: a value that single runs and runs over many
/// jobs share. Guards of ours stand in front of the script, in one EVAL: no job can take the place of
/// another, or move, between the look and the write.
struct ScriptedPlan {
  const char *script = ""; ///< its name in the library's bundle
  std::vector<KeyLayout> layouts = {};
  bool pushes = false; ///< puts the job into a waiting list, which guardPush judges first
  std::vector<QByteArray> (*arguments)(const ScriptSubject &) = nullptr;
  std::vector<ScriptAnswer> answers = {};
  /// Why it is not for this job, where that shows without asking the server.
  std::optional<Error> (*refusal)(const ScriptSubject &) = nullptr;
};

/// What the guards answer; nothing has been changed then.
inline constexpr qint64 ListsMixed = -1001; ///< both waiting lists of a paused queue are in use
inline constexpr qint64 JobGone = -1002, OtherJob = -1003, StateMoved = -1004;
inline constexpr qint64 ReleaseMatters = -1005; ///< paused, and 5 and 6 push to different lists

/// The script of the queue's own bundle; Unsupported when it has none.
Result<const Script *> bundleScript(const ScriptBundle &bundle, const char *name);
/// Guards of ours in front of a library's script, to run in one EVAL. Invalid when a guard is missing.
Result<Script> guarded(const ScriptRegistry &scripts, const std::vector<const char *> &guards,
                       const Script &script);
/// The keys for this script; Unsupported when its number of keys is in no layout.
Result<std::vector<QByteArray>> keysFor(std::span<const KeyLayout> layouts, const ScriptSubject &subject,
                                        const Script &script);

/// The plan's script with its guards: the same for all jobs of a queue.
Result<Script> scriptOf(const ScriptedPlan &plan, const ScriptRegistry &scripts, const ScriptBundle &bundle);
/// What that script is called with for one job.
struct ScriptCall {
  std::vector<QByteArray> keys, args;
};
Result<ScriptCall> callFor(const ScriptedPlan &plan, const ScriptSubject &subject, const Script &script);

/// What an answer of the script proves. An error proves that nothing was done to the job, but for
/// OutcomeUnknown: it was no answer of the script.
Result<void> readAnswer(const ScriptedPlan &plan, Family family, const Reply &reply);
/// The error of a guard's answer; nothing for any other.
std::optional<Error> guardError(qint64 code);

/// For what the releases that the queue may be of would do differently.
Error unsureFamily();
/// For an answer to a write that is none.
Error senselessAnswer(const QByteArray &what);

} // namespace oxp
