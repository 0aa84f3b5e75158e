// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From typed text to what is stored: saving, conflicts, taking back.
#include "ui/panes/datapane.h"

#include "audit/auditstore.h"
#include "base/background.h"
#include "bull/payloadhash.h"
#include "models/format.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/validityline.h"
#include "ui/flows/errornotice.h"
#include "ui/flows/reportnote.h"
#include "ui/panes/draftguard.h"
#include "ui/panes/recipebar.h"
#include "ui/panes/savewatch.h"
#include "ui/widgets/banner.h"
#include "workspace/jobrequests.h"
#include "workspace/jobwatch.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QPushButton>

#include <utility>

namespace oxp {
namespace {

constexpr qsizetype MostPaths = 3; // that a sentence names

} // namespace

void DataPane::edited() {
  if (m_loadingText || !m_loaded)
    return;
  ++m_revision;
  end(DataEvent::Edited);
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
    return end(DataEvent::Unchanged);
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

SaveWish DataPane::wish(recipes::Then then) const {
  SaveWish wish{target(), m_baseline, m_editor->bytes(), m_editor->elisions(), m_detail, then};
  wish.scan = m_editor->scan();
  wish.revision = m_revision;
  return wish;
}

void DataPane::save(recipes::Then then) {
  if (const QString why = whyNoSave(); !why.isEmpty())
    return showWhyNot(why);
  end(DataEvent::SaveAsked);
  flushDraft(); // before the first byte of the write goes out: both go through the store's thread, in order
  if (m_stale)
    compare(true, then); // its review would be of a version that is no more
  else
    startSave(wish(then));
}

void DataPane::startSave(const SaveWish &wish) {
  m_saving = m_context;
  m_ofData = m_ofData || !m_flow->busy();
  m_watch->begin(wish);
  m_flow->save(wish);
}

/// The latest outcome is the one that shows, however grave an earlier one was.
void DataPane::postOutcome(Notice notice) {
  notice.id = "outcome";
  end(DataEvent::Told);
  m_banner->post(notice);
}

void DataPane::discard() {
  if (m_context.isNull() || !m_unsaved)
    return;
  audit::Draft typed = draftBase();
  typed.text = m_editor->elisions().expand(m_editor->bytes());
  setUnsaved(false);
  dropDraft();
  load();
  Notice notice;
  notice.id = "discarded";
  notice.what = tr("Your text was discarded.");
  notice.buttons = {{tr("Undo"), [this, typed] { restoreDraft(typed); }}};
  m_banner->post(notice);
}

void DataPane::revert(const audit::Record &record) {
  m_saving = m_context;
  if (!m_flow->busy())
    m_ofData = isDataEdit(record.operation);
  m_watch->begin(wish(recipes::Then::Nothing));
  m_flow->revert(target(), m_detail, record);
}

/// The save of a job that is not open any more, or of what stands in another tab: whoever watches the window
/// hears it all the same.
bool DataPane::isElsewhere(const OperationTarget &target, const Notice &notice) {
  m_watch->note(notice);
  const bool open = m_context.session == target.session && m_context.queue.id == target.queue.id &&
                    m_context.jobId == target.jobId;
  if (open && m_ofData)
    return false;
  if (open && m_context.session)
    m_context.session->openJob().pollNow();
  emit toldElsewhere(target, notice);
  return true;
}

void DataPane::setupFlow() {
  connect(m_flow, &EditFlow::stageChanged, this, &DataPane::updateButtons);
  connect(m_watch, &SaveWatch::told, this,
          [this](const QString &headline, const QString &detail, const QString &sentence) {
            const bool here = m_saving.sameJob(m_context);
            m_validity->setWork(here ? headline : QString(), detail, sentence);
          });
  connect(m_flow, &EditFlow::saved, this, &DataPane::applySaved);
  connect(m_flow, &EditFlow::conflicted, this, &DataPane::applyConflict);
  connect(m_flow, &EditFlow::gone, this,
          [this](const OperationTarget &target, const Notice &notice, bool otherJob) {
            if (isElsewhere(target, notice))
              return;
            setGone(otherJob ? Gone::OtherJob : Gone::Removed); // before the poll says it, behind the outcome
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
              m_context.session->openJob().pollNow(); // what it was refused for may be new
          });
  connect(m_flow, &EditFlow::nothingToSave, this, [this](const OperationTarget &target) {
    const Notice notice =
        okNotice(tr("Nothing to save."), tr("The data say what is stored already; nothing was written."));
    if (isElsewhere(target, notice))
      return;
    end(DataEvent::Stored);
    postOutcome(notice);
    setUnsaved(false);
    dropDraft();
  });
  connect(m_flow, &EditFlow::reverted, this, [this](const OperationTarget &target, const OperationReport &) {
    const Notice notice =
        okNotice(tr("Reverted."), m_ofData ? tr("The data are as they were before that change.")
                                           : tr("The options are as they were before that change."));
    if (isElsewhere(target, notice))
      return;
    postOutcome(notice);
    m_savedInRun.clear();
    if (m_unsaved) // what was typed meanwhile stays; the poll will offer to compare
      changedOnServer();
    else
      load();
    if (m_context.session)
      m_context.session->openJob().pollNow();
    emit stateChanged();
  });
}

bool DataPane::typedOnSince(const SaveWish &wish) const {
  return wish.revision != m_revision &&
         m_editor->elisions().expand(m_editor->bytes()) != wish.elisions.expand(wish.text);
}

void DataPane::applySaved(const SavedEdit &edit) {
  const Notice notice = savedNotice(edit);
  if (isElsewhere(edit.wish.target, notice))
    return dropSavedDraft(edit);
  // Merged with what others wrote, or written again since: then the text is not what is stored.
  const bool stands = edit.merges == 0 && edit.report.after && edit.report.after->data == edit.sent;
  m_baseline = edit.report.after.value_or(edit.wish.baseline);
  if (!stands) {
    m_baseline.present = true;
    m_baseline.data = edit.sent;
    m_baseline.sha1 = sha1Of(edit.sent);
  }
  m_recipe->end();
  m_savedInRun = edit.report.note == "worker-has-old-data" ? edit.report.after->sha1 : QByteArray();
  end(DataEvent::Stored);
  if (typedOnSince(edit.wish)) {
    m_drafts->touch(); // it goes on from what was sent
  } else {
    m_editor->setBaseBytes(m_editor->bytes());
    m_restored = false;
    setUnsaved(false);
    dropDraft();
    if (!stands || edit.wish.merged)
      load();
  }
  postOutcome(notice);
  if (m_context.session)
    m_context.session->openJob().pollNow();
  emit stateChanged();
  if (edit.wish.then != recipes::Then::Nothing)
    emit thenWanted(edit.wish.then);
}

bool DataPane::applySettled(const ProfileSession &session, const OperationRequest &request,
                            audit::Outcome outcome) {
  if (m_context.session != &session || m_context.queue.id != request.queue.id ||
      m_context.jobId != request.jobId || !isDataEdit(request.operation))
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
      end(DataEvent::Stored);
    });
  };
  m_context.session->jobs().requestSnapshot(m_context.queue, m_context.jobId, this, compare);
}

Notice DataPane::savedNotice(const SavedEdit &edit) {
  const OperationReport &report = edit.report;
  QStringList paths;
  for (const json::Change &change : edit.changes)
    if (paths.size() < MostPaths)
      paths << (change.pointer.isRoot() ? tr("whole document")
                                        : format::safeText(change.pointer.head(201), 200));
  const int more = int(edit.changes.size()) - int(paths.size());
  QString detail = format::listed(paths);
  if (more > 0)
    detail += tr(" and %n more", nullptr, more);
  if (const QString note = reportNote(report.note); !note.isEmpty())
    detail += QStringLiteral(". ") + note;
  if (edit.merges > 0)
    detail +=
        QStringLiteral(". ") +
        tr("It was written %n more time(s) meanwhile, at other places; that is kept.", nullptr, edit.merges);
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
void DataPane::dropSavedDraft(const SavedEdit &edit) {
  const OperationTarget target = edit.wish.target;
  if (!target.session)
    return;
  const QString profile = target.session->id();
  const auto compare = [this, profile, target, saved = edit.wish.elisions.expand(edit.wish.text)](
                           const Result<std::optional<audit::Draft>> &draft) {
    if (draft && *draft && (*draft)->text == saved)
      m_workspace.drafts().drop(profile, target.queue.id, target.jobId);
  };
  m_workspace.drafts().request(profile, target.queue.id, target.jobId, this, compare);
}

} // namespace oxp
