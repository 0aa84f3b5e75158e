// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Typed text that is not saved yet: kept, offered again, taken up.
#include "ui/panes/datapane.h"

#include "base/background.h"
#include "bull/payloadhash.h"
#include "models/format.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/validityline.h"
#include "ui/panes/draftguard.h"
#include "ui/panes/recipebar.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QDateTime>
#include <QStackedWidget>

namespace oxp {
void DataPane::lookForDraft() {
  const JobContext asked = m_context;
  m_workspace.drafts().request(asked.session->id(), asked.queue.id, asked.jobId, this,
                               [this, asked](const Result<std::optional<audit::Draft>> &draft) {
                                 if (m_context.sameJob(asked) && draft && *draft && !m_unsaved)
                                   weighDraft(**draft);
                               });
}

/// A draft that says what is stored by now was saved, and the program ended before it could be forgotten.
void DataPane::weighDraft(const audit::Draft &draft) {
  if (m_gone != Gone::No || draft.baseTimestamp != m_baseline.timestamp)
    return offerDraft(draft);
  const auto isStored = [draft, stored = m_baseline] {
    const Result<SavePlan> plan = planSave(stored, draft.text, {});
    return plan && plan->splices.empty();
  };
  const auto go = [this, draft, generation = m_generation](bool stored) {
    if (generation != m_generation || m_unsaved)
      return;
    if (stored)
      dropDraft();
    else
      offerDraft(draft);
  };
  if (draft.text.size() <= DraftGuard::LargeText && m_baseline.data.size() <= DraftGuard::LargeText)
    go(isStored());
  else
    runInBackground<bool>(this, isStored, go);
}

void DataPane::offerDraft(const audit::Draft &draft) {
  Notice notice;
  notice.id = "draft";
  notice.kind = NoticeKind::Info;
  notice.what =
      tr("Unsaved text from %1.").arg(format::pastTime(draft.savedAt, QDateTime::currentMSecsSinceEpoch()));
  const bool sameJob = m_gone == Gone::No && draft.baseTimestamp == m_baseline.timestamp;
  notice.detail = !sameJob ? tr("The job that it was typed on is gone; it can be read and copied.")
                  : draft.baseData == m_baseline.data
                      ? tr("The job has not changed since.")
                      : tr("The job has changed since; saving compares both.");
  notice.closable = false;
  notice.buttons = {{tr("Restore draft"), [this, draft] { restoreDraft(draft); }},
                    {tr("Discard draft"), [this] {
                       dropDraft();
                       closeOffer();
                     }}};
  // Typing beside it would take its place in the store.
  m_offered = true;
  applyReadOnly();
  updateButtons();
  m_banner->post(notice);
}

void DataPane::closeOffer() {
  end(DataEvent::Answered);
  m_offered = false;
  applyReadOnly();
  updateButtons();
}

/// The draft goes on from the version that it was typed on: what changed since shows when it is saved. It is
/// masked as any text is; both texts share one table, so that equal values have equal marks.
void DataPane::restoreDraft(const audit::Draft &draft) {
  closeOffer();
  struct Restored {
    ShownPayload base, text;
    QByteArray sha1;
  };
  const auto make = [draft, mask = m_context.masks(), columns = m_editor->columns()]() -> Restored {
    Restored made{showPayload(draft.baseData, draft.basePresent, mask, columns), {}, sha1Of(draft.baseData)};
    made.text = showTyped(draft.text, made.base.elisions, mask);
    return made;
  };
  const auto go = [this, draft, generation = m_generation](const Restored &made) {
    if (generation != m_generation)
      return;
    if (made.text.hidden && !m_context.mayReveal())
      return showRefusal(mayNotReveal());
    m_baseline.data = draft.baseData;
    m_baseline.present = draft.basePresent;
    m_baseline.timestamp = draft.baseTimestamp;
    m_baseline.sha1 = made.sha1;
    m_form = made.base.form;
    m_loaded = true;
    m_stack->setCurrentIndex(EditorPage);
    m_hidden = false;
    m_restored = true;
    m_recipe->end();
    applyReadOnly();
    end(DataEvent::Restored);
    m_loadingText = true;
    m_validity->setStoredLayout(made.base.layout);
    m_editor->setBytes(made.text.text, made.text.elisions);
    m_editor->setBaseBytes(made.base.text);
    setUnsaved(true);
    m_drafts->touch();
    flushDraft();
    followExistence();
  };
  if (draft.text.size() <= DraftGuard::LargeText && draft.baseData.size() <= DraftGuard::LargeText)
    return go(make());
  m_editor->setReadOnly(true); // what is typed until then would be gone with the text
  runInBackground<Restored>(this, make, go);
}

/// Whose text is in the editor, and what it is based on.
audit::Draft DataPane::draftBase() const {
  audit::Draft draft;
  draft.profileId = m_context.session->id();
  draft.queue = m_context.queue.id;
  draft.jobId = m_context.jobId;
  draft.baseData = m_baseline.data;
  draft.basePresent = m_baseline.present;
  draft.baseTimestamp = m_baseline.timestamp;
  return draft;
}

void DataPane::flushDraft() {
  m_drafts->flush();
}

void DataPane::dropDraft() {
  m_drafts->stop();
  if (!m_context.isNull())
    m_workspace.drafts().drop(m_context.session->id(), m_context.queue.id, m_context.jobId);
}

} // namespace oxp
