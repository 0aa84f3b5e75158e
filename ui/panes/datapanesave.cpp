// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From typed text to what is stored: saving, conflicts, taking back.
#include "ui/panes/datapane.h"

#include "audit/auditstore.h"
#include "base/background.h"
#include "models/activitymodel.h"
#include "models/format.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/validityline.h"
#include "ui/flows/errornotice.h"
#include "ui/flows/reportnote.h"
#include "ui/panes/draftguard.h"
#include "ui/widgets/banner.h"
#include "workspace/workspace.h"

#include <QPushButton>

#include <utility>

namespace oxp {
namespace {

constexpr qint64 LongSave = 1'000'000; // bytes

/// Copies of large texts mostly share their bytes: then there is nothing to read.
bool sameBytes(const QByteArray &a, const QByteArray &b) {
  return (a.constData() == b.constData() && a.size() == b.size()) || a == b;
}

} // namespace

void DataPane::edited() {
  if (m_loadingText || !m_loaded)
    return;
  m_banner->withdraw("refused");
  setUnsaved(true);
  m_drafts->touch();
}

/// Undo back to the start leaves nothing to save and no draft.
void DataPane::modifiedChanged(bool modified) {
  if (modified || m_loadingText || !m_loaded || !m_unsaved || m_restored || m_flow->busy())
    return;
  setUnsaved(false);
  dropDraft();
}

void DataPane::setUnsaved(bool unsaved) {
  m_validity->setUnsaved(unsaved);
  if (m_unsaved == unsaved)
    return;
  m_unsaved = unsaved;
  updateButtons();
  emit unsavedChanged(unsaved);
}

void DataPane::applyPulse(const JobPulse &pulse) {
  if (!m_loaded || m_flow->busy() || m_editor->isLoading() || !pulse.detail.exists)
    return;
  const bool same = pulse.sha1.isEmpty()
                        ? pulse.detail.dataSize == (m_baseline.present ? m_baseline.data.size() : -1)
                        : pulse.sha1 == m_baseline.sha1;
  if (m_gone != Gone::No)
    return; // another job's data are no version of this one's
  if (same && pulse.detail.timestamp == m_baseline.timestamp) {
    if (!m_savedInRun.isEmpty() && pulse.detail.row.state != JobState::Active)
      endRun(true);
    return m_banner->withdraw("changed");
  }
  if (m_unsaved)
    changedOnServer();
  else
    load();
}

/// The worker went on with the data of before; whether it wrote its own over the edit shows at the end.
void DataPane::endRun(bool kept) {
  m_savedInRun.clear();
  const bool completed = m_detail.row.state == JobState::Completed;
  Notice notice = okNotice(tr("The run is over, and your data are still there."),
                           completed ? QString() : tr("A retry will use them."));
  if (!kept) {
    notice.kind = NoticeKind::Warn;
    notice.what = tr("Your edit was overwritten while the job ran.");
    notice.detail = tr("History holds what you saved.");
  }
  postOutcome(notice);
}

/// What is stored came after somebody had typed on. That it changed is said only when it did; a poll would
/// take the sentence back otherwise, and with it that the text is kept.
void DataPane::keepTyped(const JobSnapshot &stored) {
  const bool same = stored.present == m_baseline.present && stored.sha1 == m_baseline.sha1 &&
                    stored.timestamp == m_baseline.timestamp;
  if (!same)
    return changedOnServer();
  m_banner->post(
      okNotice(tr("You typed on while the stored text was read."), tr("Your text is kept."), "kept"));
}

void DataPane::changedOnServer() {
  if (m_banner->holds("changed"))
    return;
  Notice notice;
  notice.id = "changed";
  notice.kind = NoticeKind::Warn;
  notice.icon = IconId::Compare;
  notice.what = tr("Changed on the server.");
  notice.detail = tr("Your text is kept.");
  notice.buttons = {{tr("Compare"), [this] { compare(); }}};
  m_banner->post(notice);
}

void DataPane::compare() {
  if (m_context.isNull())
    return;
  const SaveWish mine = wish(false);
  m_context.session->requestSnapshot(m_context.queue, m_context.jobId, this,
                                     [this, mine](const Result<JobSnapshot> &now) {
                                       if (now)
                                         openConflict(mine, *now);
                                       else
                                         m_banner->post(errorNotice(now.error(), Doing::Reading, "read"));
                                     });
}

OperationTarget DataPane::target() const {
  OperationTarget target;
  target.session = m_context.session;
  target.queue = m_context.queue;
  target.jobId = m_context.jobId;
  target.jobTimestamp = m_detail.timestamp;
  target.jobName = format::safeText(m_detail.row.name, 200);
  target.state = m_detail.row.state;
  target.locked = m_detail.locked;
  return target;
}

SaveWish DataPane::wish(bool thenRetry) const {
  SaveWish wish{target(), m_baseline, m_editor->bytes(), m_editor->elisions(), m_detail, thenRetry};
  wish.scan = m_editor->scan();
  return wish;
}

void DataPane::save(bool thenRetry) {
  if (!m_save->isEnabled())
    return;
  m_banner->withdraw("outcome");
  m_banner->withdraw("refused");
  flushDraft(); // before the first byte of the write goes out: both go through the store's thread, in order
  m_flow->save(wish(thenRetry));
}

/// The latest outcome is the one that shows, however grave an earlier one was.
void DataPane::postOutcome(Notice notice) {
  notice.id = "outcome";
  m_banner->withdraw("refused");
  m_banner->post(notice);
}

void DataPane::discard() {
  if (m_context.isNull() || !m_unsaved)
    return;
  audit::Draft typed = draftBase();
  typed.text = m_editor->elisions().expand(m_editor->bytes());
  m_banner->withdraw("draft");
  m_banner->withdraw("kept");
  setUnsaved(false);
  dropDraft();
  load();
  Notice notice;
  notice.id = "discarded";
  notice.what = tr("Your text was discarded.");
  notice.buttons = {{tr("Undo"), [this, typed] {
                       m_banner->withdraw("discarded");
                       restoreDraft(typed);
                     }}};
  m_banner->post(notice);
}

void DataPane::revert(const audit::Record &record) {
  m_flow->revert(target(), m_detail, record);
}

/// The save of a job that is not open any more: whoever watches the window hears it all the same.
bool DataPane::isElsewhere(const OperationTarget &target, const Notice &notice) {
  m_outcome = notice;
  if (m_context.session == target.session && m_context.queue.id == target.queue.id &&
      m_context.jobId == target.jobId)
    return false;
  emit toldElsewhere(target, notice);
  return true;
}

void DataPane::setupFlow() {
  connect(m_flow, &EditFlow::busyChanged, this, &DataPane::showBusy);
  connect(m_flow, &EditFlow::saved, this, &DataPane::applySaved);
  connect(m_flow, &EditFlow::conflicted, this, &DataPane::applyConflict);
  connect(m_flow, &EditFlow::gone, this, [this](const OperationTarget &target, const Notice &notice) {
    if (!isElsewhere(target, notice))
      postOutcome(notice);
  });
  connect(m_flow, &EditFlow::refused, this,
          [this](const OperationTarget &target, const Notice &notice, qsizetype offset) {
            if (isElsewhere(target, notice))
              return;
            postOutcome(notice);
            if (offset >= 0)
              m_editor->goToOffset(offset);
            if (m_context.session)
              m_context.session->pollJobNow(); // what it was refused for may be new
          });
  connect(m_flow, &EditFlow::nothingToSave, this, [this](const OperationTarget &target) {
    const Notice notice =
        okNotice(tr("Nothing to save."), tr("The data say what is stored already; nothing was written."));
    if (isElsewhere(target, notice))
      return;
    postOutcome(notice);
    setUnsaved(false);
    dropDraft();
  });
  connect(m_flow, &EditFlow::reverted, this, [this](const OperationTarget &target, const OperationReport &) {
    const Notice notice = okNotice(tr("Reverted."), tr("The data are as they were before that change."));
    if (isElsewhere(target, notice))
      return;
    postOutcome(notice);
    m_savedInRun.clear();
    if (m_unsaved) // what was typed meanwhile stays; the poll will offer to compare
      changedOnServer();
    else
      load();
    if (m_context.session)
      m_context.session->pollJobNow();
    emit stateChanged();
  });
}

/// A large save takes its time: it shows where all long work does.
void DataPane::showBusy(bool busy) {
  ActivityModel &activity = m_workspace.activity();
  if (busy && m_editor->byteCount() > LongSave) {
    m_outcome.reset();
    m_activity = activity.begin(
        tr("Saving job %1, %2")
            .arg(format::safeText(m_context.jobId, 100), format::sizeText(m_editor->byteCount())),
        {});
  } else if (!busy && m_activity > 0) {
    // The outcome is told right after the flow has come to its end.
    QMetaObject::invokeMethod(this, &DataPane::endActivity, Qt::QueuedConnection);
  }
  updateButtons();
}

void DataPane::endActivity() {
  const auto status = !m_outcome                          ? ActivityModel::Status::Cancelled
                      : m_outcome->kind == NoticeKind::Ok ? ActivityModel::Status::Done
                                                          : ActivityModel::Status::Failed;
  m_workspace.activity().end(std::exchange(m_activity, 0), status, m_outcome ? m_outcome->what : QString());
}

void DataPane::applyConflict(const SaveWish &mine, const JobSnapshot &theirs) {
  Notice notice;
  notice.kind = NoticeKind::Warn;
  notice.what = tr("Somebody else changed this job meanwhile. Nothing was changed.");
  notice.detail = tr("Your text is kept as a draft.");
  if (!isElsewhere(mine.target, notice))
    openConflict(mine, theirs);
}

void DataPane::openConflict(const SaveWish &mine, const JobSnapshot &theirs) {
  if (theirs.timestamp != mine.baseline.timestamp)
    return setGone(Gone::OtherJob);
  auto *dialog =
      new ConflictDialog(dialogSubject(ConflictDialog::tr("Job changed meanwhile"), mine.target),
                         mine.baseline.data, mine.elisions.expand(mine.text), theirs.data, m_window);
  connect(dialog, &ConflictDialog::mergedWanted, this,
          [this, mine, theirs](const QByteArray &merged, const json::Elisions &elisions) {
            SaveWish wish = mine;
            wish.baseline = theirs;
            wish.text = merged;
            wish.elisions = elisions;
            wish.merged = true;
            wish.scan.reset();
            m_flow->save(wish);
          });
  connect(dialog, &ConflictDialog::theirsWanted, this, [this] {
    setUnsaved(false);
    dropDraft();
    load();
  });
  dialog->open();
}

void DataPane::applySaved(const SaveWish &wish, const OperationReport &report,
                          const std::vector<json::Change> &changes) {
  const Notice notice = savedNotice(report, changes);
  if (isElsewhere(wish.target, notice))
    return dropSavedDraft(wish);
  if (report.after && !wish.merged) // what was merged is shown first: until then the text is the old one
    m_baseline = *report.after;
  const bool asSent = !wish.merged && sameBytes(m_editor->bytes(), wish.text);
  if (asSent)
    m_editor->setBaseBytes(wish.text);
  m_restored = m_restored && !asSent;
  m_savedInRun = report.after && report.note == "worker-has-old-data" ? report.after->sha1 : QByteArray();
  if (asSent || wish.merged) {
    setUnsaved(false);
    dropDraft();
  }
  // Typed on while it was being saved: the text goes on from what is stored now.
  if (!asSent && !wish.merged)
    m_drafts->touch();
  if (wish.merged)
    load();
  m_banner->withdraw("changed");
  m_banner->withdraw("kept");
  postOutcome(notice);
  if (m_context.session)
    m_context.session->pollJobNow();
  emit stateChanged();
  if (wish.thenRetry)
    emit retryWanted();
}

bool DataPane::applySettled(const ProfileSession &session, const OperationRequest &request,
                            audit::Outcome outcome) {
  if (m_context.session != &session || m_context.queue.id != request.queue.id ||
      m_context.jobId != request.jobId || request.operation != "job.updateData")
    return false;
  postOutcome(settledNotice({}, outcome));
  if (outcome == audit::Outcome::Done)
    adoptWritten();
  return true;
}

/// What is stored by now may be what is typed: then there is nothing left to save.
void DataPane::adoptWritten() {
  const auto compare = [this, typed = m_editor->bytes(),
                        generation = m_generation](const Result<JobSnapshot> &now) {
    if (!now || generation != m_generation || now->timestamp != m_baseline.timestamp)
      return;
    const auto same = [now = *now, typed, elisions = m_editor->elisions()] {
      const Result<SavePlan> plan = planSave(now, typed, elisions);
      return plan && plan->splices.empty();
    };
    runInBackground<bool>(this, same, [this, now = *now, typed, generation](bool stored) {
      if (!stored || generation != m_generation || m_editor->bytes() != typed)
        return;
      m_baseline = now;
      m_editor->setBaseBytes(typed);
      setUnsaved(false);
      dropDraft();
      m_banner->withdraw("changed");
    });
  };
  m_context.session->requestSnapshot(m_context.queue, m_context.jobId, this, compare);
}

Notice DataPane::savedNotice(const OperationReport &report, const std::vector<json::Change> &changes) {
  QStringList paths;
  for (const json::Change &change : changes)
    if (paths.size() < 3)
      paths << (change.pointer.isRoot() ? tr("whole document")
                                        : QString::fromUtf8(change.pointer.toString()));
  const int more = int(changes.size()) - int(paths.size());
  QString detail = paths.join(QStringLiteral(", "));
  if (more > 0)
    detail += tr(" and %n more", nullptr, more);
  if (const QString note = reportNote(report.note); !note.isEmpty())
    detail += QStringLiteral(". ") + note;
  Notice notice = okNotice(tr("Saved."), detail);
  if (report.revertible && m_workspace.audit())
    notice.buttons = {{tr("Undo"), [this, id = report.recordId] { undoSave(id); }}};
  return notice;
}

void DataPane::undoSave(qint64 recordId) {
  m_workspace.audit()->requestRecord(recordId, this, [this](const Result<audit::Record> &record) {
    if (!record)
      return m_banner->post(errorNotice(record.error(), Doing::Writing));
    if (record->jobId == m_context.jobId && record->queue == m_context.queue.id)
      revert(*record);
  });
}

/// The job was left while it was being saved. Its draft goes, unless more was typed than was saved.
void DataPane::dropSavedDraft(const SaveWish &wish) {
  if (!wish.target.session)
    return;
  const QString profile = wish.target.session->id();
  const auto compare = [this, profile, wish](const Result<std::optional<audit::Draft>> &draft) {
    if (draft && *draft && (wish.merged || (*draft)->text == wish.elisions.expand(wish.text)))
      m_workspace.drafts().drop(profile, wish.target.queue.id, wish.target.jobId);
  };
  m_workspace.drafts().request(profile, wish.target.queue.id, wish.target.jobId, this, compare);
}

} // namespace oxp
