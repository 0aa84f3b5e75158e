// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/operationflow.h"

#include "models/format.h"
#include "ui/dialogs/confirmdialog.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QWidget>

namespace oxp {
namespace {

QString specTitle(const OperationSpec &spec) {
  return QCoreApplication::translate("Operations", spec.title);
}
QString specHelp(const OperationSpec &spec) {
  return QCoreApplication::translate("Operations", spec.help);
}

Doing doingTo(const OperationTarget &target) {
  return target.saved ? Doing::RetryingSaved : Doing::Writing;
}

} // namespace

DialogSubject dialogSubject(const QString &title, const OperationTarget &target) {
  DialogSubject subject;
  subject.title = title;
  if (target.session) {
    subject.environment = target.session->profile().environment;
    subject.profile = target.session->profile().name;
  }
  subject.object = format::safeText(target.queue.id.name, 100);
  if (!target.jobId.isEmpty()) {
    subject.object += QStringLiteral(" / ") + format::bounded(target.jobName, format::LineLimit);
    subject.jobId = format::safeText(target.jobId, 200);
    subject.state = target.state;
  }
  return subject;
}

NoticeSubject OperationTarget::subject() const {
  return session ? NoticeSubject{session->id(), queue.id, jobId} : NoticeSubject();
}

OperationFlow::OperationFlow(QWidget *window)
    : QObject(window)
    , m_window(window) {}

void OperationFlow::start(const OperationSpec &spec, const OperationTarget &target, Ask asking) {
  if (!target.session)
    return;
  OperationRequest request;
  request.operation = spec.id;
  request.queue = target.queue;
  if (spec.scope == OperationSpec::Scope::Job) {
    request.jobId = target.jobId;
    request.jobTimestamp = target.jobTimestamp;
    request.expectedState = target.state;
  }
  const policy::Decision decision = target.session->runner().decide(request, target.locked);
  if (const auto refusal = refusalOf(decision))
    tell(target, errorNotice(*refusal, doingTo(target)));
  else if (!decision.asks() && asking == Ask::AsPolicy)
    run(spec, target, request);
  else
    ask(spec, target, request, decision);
}

void OperationFlow::ask(const OperationSpec &spec, const OperationTarget &target, OperationRequest request,
                        const policy::Decision &decision) {
  OperationTarget about = target;
  if (spec.scope == OperationSpec::Scope::Queue)
    about.jobId.clear();
  DialogSubject subject = dialogSubject(specTitle(spec), about);
  subject.sentence = specHelp(spec);
  auto *dialog = new ConfirmDialog(subject, decision, spec.destructive,
                                   argumentsFor(spec.arguments, target.queue.family), m_window);
  connect(dialog, &ConfirmDialog::agreed, this,
          [this, spec, target, request,
           who = target.session->runner().who()](const Answer &answer, const Arguments &arguments) mutable {
            request.arguments = arguments;
            request.reason = answer.reason;
            request.grants = consents(answer, request.hash(), who, QDateTime::currentMSecsSinceEpoch());
            run(spec, target, request);
          });
  dialog->open();
}

void OperationFlow::run(const OperationSpec &spec, const OperationTarget &target, OperationRequest request) {
  if (!target.session)
    return;
  m_running << target.subject();
  emit begun(target);
  target.session->runner().run(std::move(request), this,
                               [this, spec, target, subject = target.subject()](
                                   const Result<OperationReport> &result, const OperationReport &detail) {
                                 m_running.removeOne(subject);
                                 if (result)
                                   emit done(target, spec.id, *result); // its receipt tells of it
                                 else
                                   tell(target, errorNotice(result.error(), doingTo(target)),
                                        detail.recordId);
                                 emit ended(target);
                               });
}

void OperationFlow::tell(const OperationTarget &target, Notice notice, qint64 record) {
  notice.subject = target.subject();
  notice.record = record;
  emit told(notice);
}

} // namespace oxp
