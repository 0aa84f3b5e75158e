// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/receiptkeeper.h"

#include "audit/record.h"
#include "base/clock.h"
#include "models/receiptsmodel.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"

namespace oxp {
namespace {

using Kind = Whereabouts::Kind;

/// As the operation itself leaves it; a job that stays is looked at.
Kind afterwards(const QByteArray &operation) {
  const OperationSpec *spec = findOperation(operation);
  switch (spec ? spec->leaves : OperationSpec::Leaves::Job) {
  case OperationSpec::Leaves::NoJob:
    return Kind::Removed;
  case OperationSpec::Leaves::PausedQueue:
    return Kind::QueuePaused;
  case OperationSpec::Leaves::RunningQueue:
    return Kind::QueueRuns;
  case OperationSpec::Leaves::Job:
    break;
  }
  return Kind::Looking;
}

} // namespace

ReceiptKeeper::ReceiptKeeper(ReceiptsModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model) {
  connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
    for (ReceiptFollower *follower : std::as_const(m_followers))
      follower->followAgain();
  });
}

void ReceiptKeeper::addSession(ProfileSession *session) {
  if (m_followers.contains(session->id()))
    return;
  m_followers.insert(session->id(), new ReceiptFollower(m_model, *session, this));
  connect(&session->runner(), &SessionRunner::finished, this,
          [this, session](const OperationRequest &request, const OperationReport &report) {
            Receipt receipt = receiptOf(*session, request, report.recordId);
            receipt.revertible = report.revertible;
            receipt.note = report.note;
            receipt.where.kind = afterwards(request.operation);
            add(session, receipt);
          });
  connect(&session->runner(), &SessionRunner::unsettled, this,
          [this, session](qint64 record, const OperationRequest &request) {
            Receipt receipt = receiptOf(*session, request, record);
            receipt.where.kind = Kind::NotSettled;
            add(session, receipt);
          });
  connect(&session->runner(), &SessionRunner::settled, this,
          [this, session](qint64 record, audit::Outcome outcome) { settle(session, record, outcome); });
}

void ReceiptKeeper::removeSession(const QString &profileId) {
  delete m_followers.take(profileId);
  m_model.update([&profileId](Receipt &receipt) {
    const bool open = receipt.profile == profileId && receipt.isDone() && !receipt.isFinal();
    if (open)
      receipt.where = {Kind::NotKnown, JobState::Unknown, 0, -1, {}};
    return open;
  });
}

Receipt ReceiptKeeper::receiptOf(const ProfileSession &session, const OperationRequest &request,
                                 qint64 record) const {
  Receipt receipt;
  receipt.operation = request.operation;
  receipt.isRevert = request.revertOf > 0;
  receipt.profile = session.id();
  receipt.queue = request.queue;
  receipt.jobId = request.jobId;
  receipt.timestamp =
      request.baseline ? request.baseline->timestamp : request.jobTimestamp.value_or(QByteArray());
  receipt.jobName =
      m_nameOf && receipt.isOfJob() ? m_nameOf(session.id(), request.queue.id, request.jobId) : QString();
  receipt.record = record;
  receipt.at = wallClockMs();
  return receipt;
}

void ReceiptKeeper::add(ProfileSession *session, const Receipt &receipt) {
  m_model.add(receipt);
  m_followers.value(session->id())->look(receipt);
}

void ReceiptKeeper::settle(ProfileSession *session, qint64 record, audit::Outcome outcome) {
  std::optional<Receipt> settled;
  m_model.update([&](Receipt &receipt) {
    if (receipt.profile != session->id() || receipt.record != record ||
        receipt.where.kind != Kind::NotSettled)
      return false;
    receipt.where.kind = outcome == audit::Outcome::Done     ? afterwards(receipt.operation)
                         : outcome == audit::Outcome::Failed ? Kind::NotArrived
                                                             : Kind::NeverKnown;
    settled = receipt;
    return true;
  });
  if (settled)
    m_followers.value(session->id())->look(*settled);
}

} // namespace oxp
