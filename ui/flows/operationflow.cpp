// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/operationflow.h"

#include "models/format.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/reviewdialog.h"
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

OperationRequest requestOf(const OperationSpec &spec, const OperationTarget &target) {
  OperationRequest request;
  request.operation = spec.id;
  request.queue = target.queue;
  if (spec.scope == OperationSpec::Scope::Job) {
    request.jobId = target.jobId;
    request.jobTimestamp = target.jobTimestamp;
    request.expectedState = target.state;
  }
  return request;
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

OperationFlow::OperationFlow(QWidget *window, QObject *parent)
    : QObject(parent)
    , m_window(window) {}

void OperationFlow::start(const OperationSpec &spec, const OperationTarget &target, Ask asking) {
  start({target, requestOf(spec, target)}, asking);
}

void OperationFlow::start(const OperationWish &wish, Ask asking) {
  const OperationTarget &target = wish.target;
  OperationSteps steps;
  steps.sent = [this, target] {
    m_running << target.subject();
    emit begun(target);
  };
  steps.refused = [this, target](const Error &error) { tell(target, errorNotice(error, doingTo(target))); };
  steps.ended = [this, target, subject = target.subject()](const OperationOutcome &outcome) {
    m_running.removeOne(subject);
    end(target, outcome);
  };
  carryOut(wish, steps, asking);
}

void OperationFlow::end(const OperationTarget &target, const OperationOutcome &outcome) {
  if (outcome.result)
    emit done(target, outcome.result->operation, *outcome.result); // its receipt tells of it
  else
    tell(target, errorNotice(outcome.result.error(), doingTo(target)), outcome.detail.recordId);
  emit ended(target);
}

void OperationFlow::carryOut(const OperationWish &wish, const OperationSteps &steps, Ask asking) {
  if (!wish.target.session)
    return steps.givenUp();
  const policy::Decision decision = wish.target.session->runner().decide(wish.request, wish.target.locked);
  if (const auto refusal = refusalOf(decision))
    return steps.refused(*refusal);
  if (!decision.asks() && asking == Ask::AsPolicy)
    return send(wish, steps);
  // Asked before, of just these changes: another version underneath makes no other question of it.
  if (wish.agreement && wish.agreement->covers(wish.request.changes, decision))
    return agree(wish, *wish.agreement, steps);
  ask(wish, decision, steps);
}

void OperationFlow::ask(const OperationWish &wish, const policy::Decision &decision,
                        const OperationSteps &steps) {
  steps.asking();
  QDialog *dialog =
      isEdit(wish.request.operation) ? review(wish, decision, steps) : confirm(wish, decision, steps);
  connect(dialog, &QDialog::rejected, this, steps.givenUp);
  dialog->open();
}

QDialog *OperationFlow::review(const OperationWish &wish, const policy::Decision &decision,
                               const OperationSteps &steps) {
  auto *dialog =
      new ReviewDialog(dialogSubject(ReviewDialog::tr("Review changes"), wish.target), wish.request.changes,
                       wish.target.session->rules(), decision, wish.notes, m_window);
  if (wish.agreement)
    dialog->setReason(wish.agreement->answer.reason);
  connect(dialog, &ReviewDialog::agreed, this, [this, wish, decision, steps](const Answer &answer) {
    agree(wish, {wish.request.changes, decision, answer, QDateTime::currentMSecsSinceEpoch()}, steps);
  });
  return dialog;
}

QDialog *OperationFlow::confirm(const OperationWish &wish, const policy::Decision &decision,
                                const OperationSteps &steps) {
  const OperationSpec &spec = *findOperation(wish.request.operation);
  OperationTarget about = wish.target;
  about.jobId = wish.request.jobId;
  DialogSubject subject = dialogSubject(specTitle(spec), about);
  subject.sentence = specHelp(spec);
  auto *dialog = new ConfirmDialog(subject, decision, spec.destructive,
                                   argumentsFor(spec.arguments, wish.request.queue.family), m_window);
  connect(dialog, &ConfirmDialog::agreed, this,
          [this, wish, decision, steps](const Answer &answer, const Arguments &arguments) {
            OperationWish filled = wish;
            filled.request.arguments = arguments;
            agree(std::move(filled), {{}, decision, answer, QDateTime::currentMSecsSinceEpoch()}, steps);
          });
  return dialog;
}

/// The person's word on a request: of this hash, and as old as it is.
void OperationFlow::agree(OperationWish wish, const Agreement &agreement, const OperationSteps &steps) {
  if (!wish.target.session)
    return steps.givenUp();
  OperationRequest &request = wish.request;
  request.reason = agreement.answer.reason;
  request.grants =
      consents(agreement.answer, request.hash(), wish.target.session->runner().who(), agreement.at);
  wish.agreement = agreement;
  send(wish, steps);
}

void OperationFlow::send(const OperationWish &wish, const OperationSteps &steps) {
  steps.sent();
  wish.target.session->runner().run(wish.request, this,
                                    [steps, agreement = wish.agreement](const Result<OperationReport> &result,
                                                                        const OperationReport &detail) {
                                      steps.ended({result, detail, agreement});
                                    });
}

void OperationFlow::tell(const OperationTarget &target, Notice notice, qint64 record) {
  notice.subject = target.subject();
  notice.record = record;
  emit told(notice);
}

} // namespace oxp
