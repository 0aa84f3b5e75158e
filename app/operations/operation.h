// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "base/result.h"
#include "bull/job.h"
#include "operations/argument.h"
#include "operations/grant.h"
#include "operations/writesample.h"
#include "json/scannedtext.h"
#include "json/splice.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace oxp {

struct OperationReport;
struct OperationRequest;
struct PlanContext;
struct ScriptedPlan;
struct SettleFacts;
class ReadSession;
namespace audit {
enum class Outcome;
}

/// How what was done is told: tr() sources in context "Receipt", with the job's or the queue's name as %1
/// (when it was done, in `byYou`).
struct DoneWords {
  const char *done = "";   ///< "Retried %1"
  const char *wished = ""; ///< "Retry: %1", where it is not known that it was done
  const char *byYou = "";  ///< "Retried by you %1."
};

/// All that is known of one operation: menus, shortcuts, palette, buttons, dialogs, what a policy asks,
/// rights, records and receipts follow from it. No other place knows an operation's id.
struct OperationSpec {
  enum class Scope { Job, Queue };
  /// In which queues it may run whose release is not known for sure (isUnsure): those where each release that
  /// it may be would have done the same, and made the same keys.
  enum class Sameness {
    None,
    FiveAndSixUnpaused, ///< while paused, 5 and 6 put jobs in different lists
    FiveAndSix,
    FourToSix,
  };
  /// What there is to be followed once it was done.
  enum class Leaves { Job, NoJob, PausedQueue, RunningQueue };
  /// Where the window offers it beside the menus.
  enum class Place { Menus, Header };
  QByteArray id;        ///< `job.retry`; the audit's name too
  const char *title;    ///< tr() source in context "Operations"; the accessible name, such as "Retry"
  const char *help;     ///< tr() source: one sentence on what it does and does not do
  const char *icon;     ///< icon name
  const char *shortcut; ///< portable key sequence, or ""
  DoneWords words;
  DoneWords takenBack = {}; ///< of a record that takes one back, for what can be
  /// tr() source in context "Operations" of a second entry, which asks for the arguments where the first runs
  /// at once; "" = none.
  const char *askTitle = "";
  /// tr() source in context "Operations" of an edit of many jobs with this right after it, such as "Edit and
  /// retry"; "" = it follows no edit. What may follow is scripted and leaves the job.
  const char *afterEditTitle = "";
  const char *historyTitle = ""; ///< tr() source in context "Operations"; empty = `title`
  Scope scope = Scope::Job;
  Place place = Place::Menus;
  std::vector<JobState> states; ///< where it applies; empty = every state
  std::optional<bool> onPaused; ///< of a queue: only while it is (not) paused
  Sameness sameness = Sameness::None;
  Leaves leaves = Leaves::Job;
  policy::Capability needs = policy::Capability::None; ///< of who wants it done; with None nobody may
  bool destructive = false;
  bool edits = false; ///< stores a field of the job: it has a baseline, is reviewed, and can be taken back
  QByteArray field = "data"; ///< the field of the job's hash that an edit stores
  bool runsAgain = false;    ///< a job that fails afterwards has failed again
  bool inMenu = true;        ///< a spec without a menu entry has a place of its own
  bool worksWithoutScripts = false;
  std::vector<ArgumentSpec> arguments = {};
  std::vector<WriteSample> writes = {}; ///< what the access check asks for
  /// What a run over many jobs sends for each; nothing for what cannot be done to many.
  const ScriptedPlan *scripted = nullptr;
  /// Of an edit: Invalid for what may not be stored there, whoever wishes it.
  Result<void> (*checkEdit)(const OperationRequest &) = nullptr;
  /// Carries it out on the command lane, after the intent has been recorded. Each lies in a file of its own.
  Result<OperationReport> (*plan)(PlanContext &) = nullptr;
  /// Reads what the plan will compare with, before the intent is recorded. Changes nothing; what it finds,
  /// and its error too, waits in the context.
  void (*lookAhead)(PlanContext &) = nullptr;
  /// Finds out afterwards how one ended whose reply never came.
  Result<audit::Outcome> (*settle)(ReadSession &, const SettleFacts &, std::stop_token) = nullptr;
};

/// All operations, in menu order. One line each.
const std::vector<OperationSpec> &operationCatalogue();
const OperationSpec *findOperation(const QByteArray &id);
/// The id of the entry that asks for an operation's arguments.
QByteArray askId(const OperationSpec &spec);
/// Whether an operation of this id stores a field of a job, as a save does; false for ids that nobody knows.
bool isEdit(const QByteArray &id);
/// The field of the job's hash that an edit of this id stores; empty for all other operations.
QByteArray fieldStoredBy(const QByteArray &id);
/// Whether an operation of this id stores a job's data.
bool isDataEdit(const QByteArray &id);
/// Whether all releases that a queue may be of do the same here; always true where the release is known.
bool isSameInAll(const OperationSpec &spec, Family family, bool paused);
/// Whether a spec may be offered for a job in this state, or for this queue, to somebody who may do so much.
bool offers(const OperationSpec &spec, const QueueInfo &queue, JobState state, policy::Capabilities may,
            bool paused);

/// One wish to change something. A value: made on the GUI thread, run on the command lane.
struct OperationRequest {
  QByteArray operation; ///< spec id
  QueueInfo queue;
  QByteArray jobId;                           ///< empty for Scope::Queue
  JobState expectedState = JobState::Unknown; ///< as the person saw it; another one now refuses all but edits
  /// The hash's `timestamp` as the person saw it ("" when it has none): which job of that id is meant. An
  /// edit has it in its baseline; what is destructive does not run without.
  std::optional<QByteArray> jobTimestamp;
  Arguments arguments;
  // Edits only:
  std::optional<JobSnapshot> baseline; ///< of the field that the operation stores
  QByteArray newData;                  ///< the whole new field, splices already applied to baseline.data
  std::vector<json::Splice> splices;
  /// What the splices change, as json::diff tells it. For the dialog's decide(), which must not scan a large
  /// text on the GUI thread; the runner looks for itself before it writes.
  std::vector<json::Change> changes;
  /// baseline.data with its token table, where somebody has made it already. Not part of the request's hash.
  std::shared_ptr<const json::ScannedText> scanned;
  QString reason;
  std::vector<Grant> grants; ///< what a decision may require; not part of the hash
  qint64 revertOf = 0;
  /// Of a run over many jobs, which names none: SHA-256 over the chosen ones. What a person agrees to is
  /// bound to it.
  QByteArray selection;

  /// Invalid (argument) for one that the operation does not take, or not so.
  Result<void> checkArguments(const OperationSpec &spec) const;
  /// SHA-256 over all that matters (not the grants). The new data counts by baseline and splices, so that
  /// this is quick for large payloads too.
  QByteArray hash() const;
};

/// How it ended.
struct OperationReport {
  QByteArray operation;
  qint64 recordId = 0;
  bool revertible = false;            ///< the record holds what is needed to take it back
  std::optional<JobSnapshot> after;   ///< read back (edits)
  std::optional<JobSnapshot> theirs;  ///< on Conflict: what is in Redis now
  JobState state = JobState::Unknown; ///< where the job is now
  bool announced = false;
  /// Stable word for something to tell: `no-worker-will-read` (completed job), `becomes-template` (BullMQ 5
  /// scheduler without a template: all later runs), `may-become-template` (the same, where it may be 5 or 6),
  /// `this-run-only` (scheduler's pending job), `worker-has-old-data` (running), `over-size-limit`,
  /// `worker-has-old-options`, `scheduler-takes-over` (all later runs get the options too), `not-announced`
  /// (no right to XADD), `already` (paused or resumed before), `will-fail-again` (retry with no attempts
  /// left).
  QByteArray note;
  qint64 count = 0;
};

} // namespace oxp
