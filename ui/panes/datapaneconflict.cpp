// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Other data are stored than the text is based on.
#include "ui/panes/datapane.h"

#include "ui/dialogs/conflictdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/flows/errornotice.h"
#include "ui/widgets/banner.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"
#include "workspace/workspace.h"

#include <utility>

namespace oxp {

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
  if (std::exchange(m_stale, true))
    return;
  Notice notice;
  notice.id = "changed";
  notice.kind = NoticeKind::Warn;
  notice.icon = IconId::Compare;
  notice.what = tr("Changed on the server.");
  notice.detail = tr("Your text is kept.");
  notice.buttons = {{tr("Compare"), [this] { compare(false, recipes::Then::Nothing); }}};
  m_banner->post(notice);
}

/// Reads what is stored now. Where that is what the text is based on, a save goes its way; else both are
/// shown beside each other.
void DataPane::compare(bool saving, recipes::Then then) {
  if (m_context.isNull() || m_comparing || m_flow->busy())
    return;
  const SaveWish mine = wish(then);
  m_comparing = true;
  m_saving = m_context;
  updateButtons();
  m_context.session->jobs().requestSnapshot(
      m_context.queue, m_context.jobId, this,
      [this, mine, saving, asked = m_context](const Result<JobSnapshot> &now) {
        if (m_context.sameJob(asked) && std::exchange(m_comparing, false))
          applyCompared(mine, saving, now);
      });
}

void DataPane::applyCompared(const SaveWish &mine, bool saving, const Result<JobSnapshot> &now) {
  updateButtons();
  if (!now)
    return m_banner->post(errorNotice(now.error(), Doing::Reading, "read"));
  end(DataEvent::Read);
  if (now->present != mine.baseline.present || now->sha1 != mine.baseline.sha1 ||
      now->timestamp != mine.baseline.timestamp)
    return openConflict(mine, *now);
  end(DataEvent::Unchanged);
  if (saving)
    startSave(mine);
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
  SaveWish rebased = mine;
  rebased.baseline = theirs;
  rebased.merged = true;
  rebased.scan.reset();
  rebased.facts.row.state = rebased.target.state = theirs.state;
  rebased.facts.locked = rebased.target.locked = theirs.locked;
  ConflictAsk ask;
  ask.decide = [rebased](const SavePlan &plan) {
    policy::Decision denied;
    denied.verdict = policy::Verdict::Deny;
    return rebased.target.session ? rebased.target.session->runner().decide(
                                        EditFlow::requestFor(rebased, plan), rebased.facts.locked)
                                  : denied;
  };
  ask.notes = reviewNotes(rebased.facts, rebased.target.queue, rebased.text.size());
  ask.reason = mine.agreement ? mine.agreement->answer.reason : QString();
  auto *dialog =
      new ConflictDialog(dialogSubject(ConflictDialog::tr("Job changed meanwhile"), rebased.target),
                         {mine.baseline.data, mine.elisions.expand(mine.text), theirs}, m_context.masks(),
                         std::move(ask), m_window);
  connect(
      dialog, &ConflictDialog::mergedWanted, this,
      [this, rebased](const QByteArray &merged, const json::Elisions &elisions, const Agreement &agreement) {
        SaveWish wish = rebased;
        wish.text = merged;
        wish.elisions = elisions;
        wish.agreement = agreement;
        saveMerged(std::move(wish));
      });
  connect(dialog, &ConflictDialog::theirsWanted, this, [this] {
    setUnsaved(false);
    dropDraft();
    load();
  });
  dialog->open();
}

/// From here on the merge is the person's text, on top of what is in Redis now: kept like all that is typed,
/// and still there when it cannot be written.
void DataPane::saveMerged(SaveWish wish) {
  if (m_context.isNull() || m_flow->busy())
    return;
  m_baseline = wish.baseline;
  audit::Draft draft = draftBase();
  draft.text = wish.elisions.expand(wish.text);
  m_workspace.drafts().note(draft);
  restoreDraft(draft);
  end(DataEvent::Unchanged);
  wish.revision = m_revision;
  end(DataEvent::SaveAsked);
  startSave(wish);
}

} // namespace oxp
