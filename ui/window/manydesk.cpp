// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/manydesk.h"

#include "bulk/bulkroad.h"
#include "bulk/followup.h"
#include "edits/codec.h"
#include "operations/specs.h"
#include "ui/dialogs/bulkeditdialog.h"
#include "ui/dialogs/manyoptionsdialog.h"
#include "ui/flows/bulkflow.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowcentre.h"
#include "workspace/profilesession.h"

#include <QCoreApplication>

namespace oxp {

ManyDesk::ManyDesk(WindowCentre *centre, BulkFlow *flow, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_centre(centre)
    , m_flow(flow) {}

bool ManyDesk::isMany() const {
  return m_centre->showsQueue() && m_centre->page()->list()->selection().chosen().isMany();
}

BulkWish ManyDesk::wishFor(const OperationSpec &spec) const {
  const QueuePage *page = m_centre->page();
  BulkWish wish;
  wish.session = page->session();
  wish.request.operation = spec.id;
  const Selection selection = page->list()->selection().selection();
  wish.request.queue = selection.queue;
  wish.over = selection;
  wish.words = page->list()->searchWords();
  return wish;
}

void ManyDesk::run(const OperationSpec &spec) {
  m_flow->start(wishFor(spec));
}

/// The dialog stays behind the preview, to go back to, until the run has begun.
void ManyDesk::edit() {
  const BulkWish wish = wishFor(updateDataSpec());
  if (!wish.session)
    return;
  auto *dialog = new BulkEditDialog(m_flow->subjectOf(wish, bulkTitle(wish.request)), *wish.session,
                                    std::get<Selection>(wish.over), m_window);
  connect(dialog, &BulkEditDialog::previewWanted, m_flow,
          [this, wish](const std::vector<edits::Change> &changes, const QByteArray &then) {
            BulkWish whole = wish;
            whole.request.arguments.insert(ChangesArgument, edits::toJson(changes));
            if (!then.isEmpty())
              whole.request.arguments.insert(ThenArgument, then);
            m_flow->start(whole);
          });
  connect(m_flow, &BulkFlow::begun, dialog, &QDialog::accept);
  dialog->open();
}

void ManyDesk::editOptions() {
  const BulkWish wish = wishFor(editOptionsSpec());
  if (!wish.session)
    return;
  DialogSubject subject = m_flow->subjectOf(wish, bulkTitle(wish.request));
  subject.sentence = QCoreApplication::translate("Operations", editOptionsSpec().help);
  auto *dialog = new ManyOptionsDialog(subject, wish.request.queue.family, m_window);
  connect(dialog, &ManyOptionsDialog::previewWanted, m_flow, [this, wish](const Arguments &fields) {
    BulkWish whole = wish;
    whole.request.arguments = fields;
    m_flow->start(whole);
  });
  connect(m_flow, &BulkFlow::begun, dialog, &QDialog::accept);
  dialog->open();
}

} // namespace oxp
