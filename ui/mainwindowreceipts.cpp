// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does once an operation is under way: its notices, its receipt, and the pane that stays.
#include "ui/mainwindow.h"

#include "audit/auditstore.h"
#include "models/format.h"
#include "ui/flows/errornotice.h"
#include "ui/panes/datapane.h"
#include "ui/panes/historypane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/views/receiptspanel.h"
#include "workspace/profilesession.h"
#include "workspace/receiptkeeper.h"
#include "workspace/workspace.h"

#include <utility>

namespace oxp {
namespace {

NoticeSubject subjectOf(const Receipt &receipt) {
  return {receipt.profile, receipt.queue.id, receipt.jobId};
}

NoticeSubject subjectOf(const JobContext &open) {
  return open.session ? NoticeSubject{open.session->id(), open.queue.id, open.jobId} : NoticeSubject();
}

} // namespace

void MainWindow::setupOperations() {
  connect(m_operations, &OperationFlow::begun, this, [this](const OperationTarget &target) {
    m_desk.withdraw("outcome", target.subject()); // of the attempt before
    updateActions();
  });
  connect(m_operations, &OperationFlow::told, this, &MainWindow::tell);
  connect(m_operations, &OperationFlow::done, this, &MainWindow::endOperation);
  connect(m_operations, &OperationFlow::ended, this, &MainWindow::updateActions);
  m_commands["job.nextFailed"] = [this](bool) { m_page->list()->selectNextFailed(); };
  setupReceipts();
}

void MainWindow::setupReceipts() {
  m_workspace.receiptKeeper().setNames(
      [this](const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
        const JobPane *pane = m_page->pane();
        return subjectOf(pane->context()) == NoticeSubject{profileId, queue, jobId}
                   ? format::safeText(pane->detail().row.name, 200)
                   : QString();
      });
  connect(m_page->receipts(), &ReceiptsPanel::showWanted, this, &MainWindow::showReceipt);
  connect(m_page->receipts(), &ReceiptsPanel::undoWanted, this, &MainWindow::undoReceipt);
  connect(m_page->pane(), &JobPane::detailChanged, this, &MainWindow::undoWanted);
}

/// The selection stays where it is: what was under the pointer or a key must not become another job's.
void MainWindow::endOperation(const OperationTarget &target, const QByteArray &operation,
                              const OperationReport &report) {
  JobPane *pane = m_page->pane();
  if (!target.jobId.isEmpty() && target.subject() == subjectOf(pane->context()))
    pane->noteDeed(operation, report);
  if (target.session)
    target.session->refresh();
  pane->reload();
  pane->historyPane()->reload();
}

/// In the list of the state in which it is now.
void MainWindow::showReceipt(const Receipt &receipt) {
  const bool placed =
      receipt.where.kind == Whereabouts::Kind::InState && receipt.where.state != JobState::Unknown;
  openQueue(receipt.profile, receipt.queue.id, placed ? tabOf(receipt.where.state) : StateTab::Latest,
            receipt.jobId);
}

/// By the road of every save, which wants the job to be open.
void MainWindow::undoReceipt(const Receipt &receipt) {
  m_undo = receipt;
  if (subjectOf(m_page->pane()->context()) != subjectOf(receipt))
    showReceipt(receipt);
  undoWanted();
}

void MainWindow::undoWanted() {
  const JobPane *pane = m_page->pane();
  if (!m_undo || !pane->detail().exists || subjectOf(pane->context()) != subjectOf(*m_undo))
    return;
  const Receipt receipt = *std::exchange(m_undo, std::nullopt);
  m_workspace.audit()->requestRecord(receipt.record, this,
                                     [this, receipt](const Result<audit::Record> &record) {
                                       JobPane *open = m_page->pane();
                                       if (subjectOf(open->context()) != subjectOf(receipt))
                                         return;
                                       if (!record) {
                                         Notice notice = errorNotice(record.error(), Doing::Writing);
                                         notice.subject = subjectOf(receipt);
                                         return tell(notice);
                                       }
                                       open->showTab(JobPane::Data);
                                       open->dataPane()->revert(*record);
                                     });
}

} // namespace oxp
