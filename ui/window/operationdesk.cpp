// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/operationdesk.h"

#include "bull/payloadhash.h"
#include "models/format.h"
#include "operations/specs.h"
#include "ui/dialogs/optionsdialog.h"
#include "ui/flows/optionnotes.h"
#include "ui/flows/reportnote.h"
#include "ui/noticedesk.h"
#include "ui/panes/datapane.h"
#include "ui/panes/historypane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowcentre.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"
#include "json/diff.h"

#include <QCoreApplication>

namespace oxp {

OperationDesk::OperationDesk(WindowCentre *centre, NoticeDesk &notices, QWidget *window)
    : QObject(window)
    , m_centre(centre)
    , m_notices(notices)
    , m_window(window)
    , m_flow(new OperationFlow(window, window)) {
  connect(m_flow, &OperationFlow::begun, this, [this](const OperationTarget &target) {
    m_notices.withdraw("outcome", target.subject()); // of the attempt before
    emit runningChanged();
  });
  connect(m_flow, &OperationFlow::told, this, [this](const Notice &notice) { m_notices.post(notice); });
  connect(m_flow, &OperationFlow::done, this, &OperationDesk::end);
  connect(m_flow, &OperationFlow::ended, this, &OperationDesk::runningChanged);
  connect(m_centre->page()->pane()->dataPane(), &DataPane::thenWanted, this, [this](recipes::Then then) {
    run(then == recipes::Then::Retry ? retryJobSpec() : promoteJobSpec(), OperationFlow::Ask::AsPolicy, true);
  });
}

OperationTarget OperationDesk::job() const {
  OperationTarget target;
  const JobPane *pane = m_centre->page()->pane();
  if (!m_centre->page()->isOpen() || !pane->isOpen() || !pane->detail().exists)
    return target;
  target.session = pane->context().session;
  target.queue = pane->context().queue;
  target.jobId = pane->context().jobId;
  target.jobTimestamp = pane->detail().timestamp;
  target.jobName = format::safeText(pane->detail().row.name, 200);
  target.state = pane->detail().row.state;
  target.locked = pane->detail().locked;
  return target;
}

OperationTarget OperationDesk::queue() const {
  OperationTarget target;
  target.session = m_centre->page()->session();
  target.queue = m_centre->page()->queue();
  return target;
}

void OperationDesk::run(const OperationSpec &spec, OperationFlow::Ask ask, bool saved) {
  OperationTarget target = spec.scope == OperationSpec::Scope::Job ? job() : queue();
  target.saved = saved;
  if (target.session)
    m_flow->start(spec, target, ask);
}

/// The form is about the job as it is shown; what changes before it is stored is refused there.
void OperationDesk::editOptions() {
  const OperationTarget target = job();
  const JobDetail facts = m_centre->page()->pane()->detail();
  if (!target.session)
    return;
  const OperationSpec &spec = *findOperation(editOptionsSpec().id);
  DialogSubject subject = dialogSubject(QCoreApplication::translate("Operations", spec.title), target);
  subject.sentence = QCoreApplication::translate("Operations", spec.help);
  auto *dialog = new OptionsDialog(subject, facts.opts, target.queue.family, optionNotes(facts), m_window);
  connect(dialog, &OptionsDialog::agreed, this,
          [this, target, facts](const QByteArray &opts) { storeOptions(target, facts, opts); });
  dialog->open();
}

void OperationDesk::storeOptions(const OperationTarget &target, const JobDetail &facts,
                                 const QByteArray &opts) {
  OperationRequest request;
  request.operation = editOptionsSpec().id;
  request.queue = target.queue;
  request.jobId = target.jobId;
  request.expectedState = target.state;
  JobSnapshot &base = request.baseline.emplace();
  base.queue = target.queue.id;
  base.jobId = target.jobId;
  base.data = facts.opts;
  base.present = true;
  base.sha1 = sha1Of(facts.opts);
  base.timestamp = facts.timestamp;
  base.state = target.state;
  base.locked = target.locked;
  request.newData = opts;
  request.splices = json::splicesFor(facts.opts, opts).value_or(std::vector<json::Splice>());
  request.changes = json::diff(facts.opts, opts);
  m_flow->start({target, request, optionNotes(facts)});
}

/// The selection stays where it is: what was under the pointer or a key must not become another job's.
void OperationDesk::end(const OperationTarget &target, const QByteArray &operation,
                        const OperationReport &report) {
  JobPane *pane = m_centre->page()->pane();
  if (!target.jobId.isEmpty() && target.subject() == pane->context().subject())
    pane->noteDeed(operation, report);
  if (target.session)
    target.session->refresh();
  pane->reload();
  pane->historyPane()->reload();
}

void OperationDesk::follow(ProfileSession *session) {
  connect(&session->runner(), &SessionRunner::settled, this,
          [this, session](qint64 record, audit::Outcome outcome, const OperationRequest &request) {
            settle(*session, record, outcome, request);
          });
}

void OperationDesk::settle(ProfileSession &session, qint64 record, audit::Outcome outcome,
                           const OperationRequest &request) {
  const NoticeSubject subject{session.id(), request.queue.id, request.jobId};
  Notice notice = settledNotice(subject, outcome);
  notice.record = record;
  JobPane *pane = m_centre->page()->pane();
  if (pane->dataPane()->applySettled(session, request, outcome))
    m_notices.withdraw("outcome", subject);
  else
    m_notices.answer(notice);
  session.refresh();
  pane->historyPane()->reload();
}

} // namespace oxp
