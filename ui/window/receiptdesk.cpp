// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/receiptdesk.h"

#include "audit/auditstore.h"
#include "models/format.h"
#include "ui/flows/errornotice.h"
#include "ui/noticedesk.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/views/receiptspanel.h"
#include "ui/window/navigator.h"
#include "workspace/receiptkeeper.h"
#include "workspace/workspace.h"

#include <utility>

namespace oxp {
namespace {

NoticeSubject subjectOf(const Receipt &receipt) {
  return {receipt.profile, receipt.queue.id, receipt.jobId};
}

} // namespace

ReceiptDesk::ReceiptDesk(Workspace &workspace, QueuePage *page, Navigator *navigator, NoticeDesk &notices,
                         QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_page(page)
    , m_navigator(navigator)
    , m_notices(notices) {
  connect(m_page->receipts(), &ReceiptsPanel::showWanted, this, &ReceiptDesk::show);
  connect(m_page->receipts(), &ReceiptsPanel::undoWanted, this, &ReceiptDesk::undo);
  connect(m_page->pane(), &JobPane::detailChanged, this, &ReceiptDesk::undoWanted);
  m_workspace.receiptKeeper().setNames(
      [pane = m_page->pane()](const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
        return pane->context().subject() == NoticeSubject{profileId, queue, jobId}
                   ? format::safeText(pane->detail().row.name, 200)
                   : QString();
      });
}

bool ReceiptDesk::isOpen(const Receipt &receipt) const {
  return m_page->pane()->context().subject() == subjectOf(receipt);
}

/// In the list of the state in which it is now.
void ReceiptDesk::show(const Receipt &receipt) {
  const bool placed =
      receipt.where.kind == Whereabouts::Kind::InState && receipt.where.state != JobState::Unknown;
  m_navigator->openQueue(receipt.profile, receipt.queue.id,
                         placed ? tabOf(receipt.where.state) : StateTab::Latest, receipt.jobId);
}

/// By the road of every save, which wants the job to be open.
void ReceiptDesk::undo(const Receipt &receipt) {
  m_undo = receipt;
  if (!isOpen(receipt))
    show(receipt);
  undoWanted();
}

void ReceiptDesk::undoWanted() {
  if (!m_undo || !m_page->pane()->detail().exists || !isOpen(*m_undo))
    return;
  const Receipt receipt = *std::exchange(m_undo, std::nullopt);
  m_workspace.audit()->requestRecord(
      receipt.record, this, [this, receipt](const Result<audit::Record> &record) {
        if (!isOpen(receipt))
          return;
        if (!record) {
          Notice notice = errorNotice(record.error(), Doing::Writing);
          notice.subject = subjectOf(receipt);
          return m_notices.post(notice);
        }
        m_page->pane()->showTab(isDataEdit(receipt.operation) ? JobPane::Data : JobPane::Options);
        m_page->pane()->dataPane()->revert(*record);
      });
}

} // namespace oxp
