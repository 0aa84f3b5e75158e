// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/bulkflow.h"

#include "bulk/bulkroad.h"
#include "bulk/followup.h"
#include "models/format.h"
#include "models/operationtitle.h"
#include "ui/dialogs/bulkpreviewdialog.h"
#include "ui/errortext.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"
#include "workspace/sessionruns.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QWidget>

#include <algorithm>
#include <climits>
#include <utility>

namespace oxp {
namespace {

using audit::ItemState;

QString jobCount(qint64 jobs) {
  return BulkFlow::tr("%Ln job(s)", nullptr, int(std::min<qint64>(jobs, INT_MAX)));
}

/// How many jobs the wish names, as far as that is known before anybody looks; at least two.
qint64 expected(const BulkWish &wish) {
  const auto *selection = std::get_if<Selection>(&wish.over);
  const auto *jobs = selection ? std::get_if<Selection::Jobs>(&selection->of) : nullptr;
  return jobs ? std::max<qint64>(qint64(jobs->size()), 2) : 2;
}

QString undoWords(const OperationRequest &request) {
  const OperationSpec &spec = *findOperation(request.operation);
  if (spec.edits && request.arguments.contains(ThenArgument))
    return BulkFlow::tr(
        "The edits, job by job, as long as nobody has changed the same places again; not what "
        "follows them: workers may take these jobs at once.");
  if (spec.edits)
    return BulkFlow::tr("The edits, job by job, as long as nobody has changed the same places again.");
  return spec.leaves == OperationSpec::Leaves::NoJob
             ? BulkFlow::tr("None: what is removed cannot be brought back.")
             : BulkFlow::tr("None: workers may take these jobs at once.");
}

QString sentenceOf(const OperationRequest &request) {
  const OperationSpec &spec = *findOperation(request.operation);
  if (const QByteArray then = request.arguments.value(ThenArgument); !then.isEmpty())
    return BulkFlow::tr(
               "Each job is edited by itself, then this is done to it: %1. It is done to no job that "
               "was not edited, and every other byte stays.")
        .arg(operationTitle(then));
  return spec.edits ? BulkFlow::tr("Each job is edited by itself, and every other byte of it stays. One that "
                                   "somebody else changes meanwhile is left as it is.")
                    : BulkFlow::tr("Each job is dealt with by itself. One that has moved meanwhile, or is "
                                   "another job of the same id by then, is left alone.");
}

BulkWords wordsFor(const BulkWish &wish) {
  const OperationRequest &request = wish.request;
  const OperationSpec &spec = *findOperation(request.operation);
  BulkWords words;
  words.title = bulkTitle(request);
  words.done = spec.edits ? BulkFlow::tr("would change") : BulkFlow::tr("would be done");
  words.destructive = spec.destructive;
  words.undoable = spec.edits;
  words.usualSpeed = wish.session ? usualRate(wish.session->profile().environment) : 0;
  words.undo = undoWords(request);
  words.given = request.arguments;
  const auto *selection = std::get_if<Selection>(&wish.over);
  if (const auto *whole = selection ? std::get_if<Selection::WholeState>(&selection->of) : nullptr)
    words.wholeState = whole->state;
  return words;
}

/// What became of those that were not done.
QString othersText(const audit::RunCounts &counts, audit::RunState state, bool then) {
  QStringList others;
  const auto add = [&](qint64 jobs, const QString &words) {
    if (jobs > 0)
      others << words.arg(format::number(jobs));
  };
  add(counts[ItemState::Skipped],
      then ? BulkFlow::tr("%1 left alone, or edited only") : BulkFlow::tr("%1 left alone"));
  add(counts[ItemState::Conflict], BulkFlow::tr("%1 changed by somebody else and kept"));
  add(counts[ItemState::Failed], BulkFlow::tr("%1 refused"));
  add(counts[ItemState::Unknown], BulkFlow::tr("%1 that nobody can tell about"));
  add(counts.total() - counts.ended(), state == audit::RunState::Cancelled
                                           ? BulkFlow::tr("%1 not done")
                                           : BulkFlow::tr("%1 still to be done"));
  return format::joined(others);
}

} // namespace

QString bulkTitle(const OperationRequest &request) {
  const OperationSpec &spec = *findOperation(request.operation);
  if (request.arguments.contains(UndoesArgument))
    return BulkFlow::tr("Undo");
  return isDataEdit(spec.id) ? bulkEditTitle(request.arguments.value(ThenArgument))
                             : QCoreApplication::translate("Operations", spec.title);
}

/// One that somebody looks at.
struct BulkFlow::Wait {
  BulkWish wish;
  QPointer<BulkPreviewDialog> dialog;
  LaneHandle reading;
  FrozenSelection chosen; ///< its run is 0 before there is one
  QDateTime at;           ///< of the choice
  int turn = 0;           ///< tells the answers about an earlier choice
};

BulkFlow::BulkFlow(QWidget *window, QObject *parent)
    : QObject(parent)
    , m_window(window) {}

DialogSubject BulkFlow::subjectOf(const BulkWish &wish, const QString &title) {
  const OperationSpec &spec = *findOperation(wish.request.operation);
  DialogSubject subject;
  subject.title = title;
  subject.environment = wish.session->profile().environment;
  subject.profile = wish.session->profile().name;
  subject.object = format::safeText(wish.request.queue.id.name, 100);
  subject.mark = spec.edits ? IconId::Edit : iconNamed(spec.icon);
  subject.aside = format::bounded(wish.words, format::LineLimit);
  return subject;
}

void BulkFlow::start(const BulkWish &wish) {
  if (!wish.session)
    return;
  const OperationSpec &spec = *findOperation(wish.request.operation);
  DialogSubject subject = subjectOf(wish, bulkTitle(wish.request));
  subject.sentence = sentenceOf(wish.request);
  const std::vector<ArgumentSpec> asked =
      spec.edits ? std::vector<ArgumentSpec>() : argumentsFor(spec.arguments, wish.request.queue.family);
  auto wait = std::make_shared<Wait>();
  wait->wish = wish;
  wait->dialog = new BulkPreviewDialog(subject, wordsFor(wish), asked,
                                       wish.session->runs().rate().perSecond(), m_window);
  connect(wait->dialog, &BulkPreviewDialog::agreed, this,
          [this, wait](const Answer &answer, const Arguments &arguments, int jobsPerSecond) {
            begin(wait, answer, arguments, jobsPerSecond);
          });
  connect(wait->dialog, &BulkPreviewDialog::scopeChanged, this, [this, wait](const auto &scope) {
    std::get<Selection>(wait->wish.over).of = scope;
    forget(wait);
    if (wait->wish.session)
      choose(wait);
  });
  connect(wait->dialog, &QDialog::rejected, this, [this, wait] { giveUp(wait); });
  wait->dialog->open();
  if (const auto refusal = refusalOf(wish.session->runs().decide(wish.request, expected(wish))))
    wait->dialog->setRefusal(errorText(*refusal, Doing::Writing).oneLine());
  else
    choose(wait);
}

void BulkFlow::choose(const Waiting &wait) {
  SessionRuns &runs = wait->wish.session->runs();
  wait->at = QDateTime::currentDateTime();
  wait->wish.request.arguments.remove(SensitiveArgument); // it is asked for where these jobs need it
  ++wait->turn;
  const auto chosen = [this, wait, turn = wait->turn](const Result<FrozenSelection> &found) {
    if (turn == wait->turn && found)
      return foresee(wait, *found);
    if (turn == wait->turn)
      return wait->dialog->setRefusal(errorText(found.error(), Doing::Reading).oneLine());
    if (found && wait->wish.session) // other jobs are meant since
      wait->wish.session->runs().forget(found->run);
  };
  if (const auto *run = std::get_if<audit::Run>(&wait->wish.over))
    wait->reading = runs.chooseUndo(*run, wait->wish.request, wait->dialog, chosen);
  else
    wait->reading = runs.choose(std::get<Selection>(wait->wish.over), wait->wish.request, wait->dialog,
                                countedFor(wait), chosen);
}

/// Shows how many have been looked at, as long as these jobs are meant.
std::function<void(qint64)> BulkFlow::countedFor(const Waiting &wait) {
  return [wait, turn = wait->turn](qint64 jobs) {
    if (wait->dialog && turn == wait->turn)
      wait->dialog->setCounting(jobs);
  };
}

void BulkFlow::foresee(const Waiting &wait, const FrozenSelection &chosen) {
  wait->chosen = chosen;
  if (!wait->wish.session)
    return;
  wait->reading = wait->wish.session->runs().foresee(
      chosen, wait->wish.request, wait->dialog, countedFor(wait),
      [this, wait, turn = wait->turn](const Result<Forecast> &seen) {
        if (turn != wait->turn)
          return;
        if (seen)
          return show(wait, *seen);
        wait->dialog->setRefusal(errorText(seen.error(), Doing::Reading).oneLine());
      });
}

void BulkFlow::show(const Waiting &wait, const Forecast &forecast) {
  ProfileSession *session = wait->wish.session;
  if (!session)
    return;
  OperationRequest &request = wait->wish.request;
  if (forecast.sensitive > 0)
    request.arguments.insert(SensitiveArgument, "1");
  const policy::Decision decision = session->runs().decide(request, wait->chosen.jobs);
  if (const auto refusal = refusalOf(decision))
    return wait->dialog->setRefusal(errorText(*refusal, Doing::Writing).oneLine());
  if (forecast.bytes > forecast.room) // the oldest part of it would be dropped before it could be taken back
    return wait->dialog->setRefusal(
        tr("The local store would need about %1 for this run, and keeps %2. Choose fewer jobs.")
            .arg(format::sizeText(forecast.bytes), format::sizeText(forecast.room)));
  wait->dialog->setForecast(forecast, decision, session->rules(), wait->at);
}

/// The person's word is on just these jobs, and just this.
void BulkFlow::begin(const Waiting &wait, const Answer &answer, const Arguments &arguments,
                     int jobsPerSecond) {
  ProfileSession *session = wait->wish.session;
  if (!session)
    return;
  OperationRequest request = wait->wish.request;
  for (const ArgumentSpec &asked : findOperation(request.operation)->arguments)
    request.arguments.remove(asked.id); // as the form has them, and not as a run before had
  request.arguments.insert(arguments);
  request.reason = answer.reason;
  request.selection = wait->chosen.digest;
  request.grants =
      consents(answer, request.hash(), session->runner().who(), QDateTime::currentMSecsSinceEpoch());
  session->runs().rate().set(jobsPerSecond);
  follow(session);
  const FrozenSelection chosen = std::exchange(wait->chosen, {}); // it is a run from here on
  m_begun.insert_or_assign({session, chosen.run}, request);
  session->runs().start(std::move(request), chosen);
  emit begun(session, chosen.run);
}

/// What is being looked at, and what was chosen.
void BulkFlow::forget(const Waiting &wait) {
  wait->reading.cancel();
  if (wait->wish.session && wait->chosen.run > 0)
    wait->wish.session->runs().forget(wait->chosen.run);
  wait->chosen = {};
}

void BulkFlow::giveUp(const Waiting &wait) {
  forget(wait);
  ++wait->turn; // an answer may be on its way
  emit givenUp();
}

void BulkFlow::follow(ProfileSession *session) {
  if (!m_followed.insert(session).second)
    return;
  connect(&session->runs(), &SessionRuns::stopped, this,
          [this, session](qint64 run, audit::RunState state, const Result<audit::RunCounts> &counts) {
            if (const auto begun = m_begun.extract({session, run}))
              end(session, run, begun.mapped(), state, counts);
          });
  connect(session, &QObject::destroyed, this, [this, session] {
    m_followed.erase(session);
    std::erase_if(m_begun, [session](const auto &run) { return run.first.first == session; });
  });
}

void BulkFlow::end(ProfileSession *session, qint64 run, const OperationRequest &request,
                   audit::RunState state, const Result<audit::RunCounts> &counts) {
  session->refresh();
  const auto &runs = session->runs().runs();
  const bool begun =
      std::any_of(runs.begin(), runs.end(), [run](const audit::Run &each) { return each.id == run; });
  if (!counts && begun)
    return; // who reminds of it says why, and offers to go on
  Notice notice;
  notice.id = "run";
  notice.subject = {session->id(), request.queue.id, {}};
  const QString title = bulkTitle(request);
  if (counts) {
    notice.kind = (*counts)[ItemState::Done] == counts->total() ? NoticeKind::Ok : NoticeKind::Warn;
    notice.what = tr("%1: done for %2.").arg(title, jobCount((*counts)[ItemState::Done]));
    notice.detail = othersText(*counts, state, request.arguments.contains(ThenArgument));
  } else {
    notice.kind = NoticeKind::Err;
    notice.what = tr("%1 was broken off.").arg(title);
    notice.detail = errorText(counts.error(), Doing::Writing).oneLine();
  }
  notice.buttons = {{tr("Show"), [this, session = QPointer<ProfileSession>(session), run] {
                       if (session)
                         emit runWanted(session, run);
                     }}};
  emit told(notice);
}

} // namespace oxp
