// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/receiptfollower.h"

#include "models/format.h"
#include "models/receiptsmodel.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/serverlink.h"

#include <algorithm>

namespace oxp {
namespace {

using Kind = Whereabouts::Kind;

constexpr int RestMs = 500;
constexpr qint64 LateMs = 10'000;       ///< within which an event may come after what it tells of
constexpr qsizetype ReasonLength = 300; ///< bytes of a failure's first line
constexpr JobFields Fields = JobField::Name | JobField::Created | JobField::Processed | JobField::Finished |
                             JobField::Due | JobField::Error;

/// In a state of which it is not known how it goes on.
bool isOpen(const Receipt &receipt) {
  return receipt.isOfJob() && !receipt.isFinal() && receipt.where.kind != Kind::NotSettled;
}

bool isOtherJob(const Receipt &receipt, const JobRow &row) {
  return !receipt.timestamp.isEmpty() && row.created != receipt.timestamp.toLongLong();
}

Whereabouts placeOf(const JobRow &row) {
  Whereabouts where{Kind::InState, row.state, 0, -1, {}};
  switch (row.state) {
  case JobState::Active:
    where.since = row.processed;
    break;
  case JobState::Delayed:
    where.since = row.due;
    break;
  case JobState::Completed:
  case JobState::Failed:
    where.since = row.finished;
    where.ranMs = row.processed > 0 && row.finished >= row.processed ? row.finished - row.processed : -1;
    break;
  default:
    break;
  }
  if (row.state == JobState::Failed)
    where.reason = format::safeText(row.error.left(ReasonLength).split('\n').front());
  return where;
}

} // namespace

ReceiptFollower::ReceiptFollower(ReceiptsModel &model, ProfileSession &session, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_session(session) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(RestMs);
  connect(&m_rest, &QTimer::timeout, this, &ReceiptFollower::ask);
  connect(&session.live(), &LiveWatch::queuesMoved, this, &ReceiptFollower::note);
  connect(&session.live(), &LiveWatch::pollTick, this, &ReceiptFollower::noteSilent);
  connect(&session, &ProfileSession::refreshed, this, &ReceiptFollower::noteAll);
  connect(&session.link(), &ServerLink::statusChanged, this, &ReceiptFollower::applyStatus);
  connect(&session.counts(), &QueueCounter::countsChanged, this, &ReceiptFollower::applyCounts);
}

bool ReceiptFollower::isMine(const Receipt &receipt) const {
  return receipt.profile == m_session.id();
}

std::vector<ReceiptFollower::Followed> ReceiptFollower::followed() const {
  std::vector<Followed> followed;
  for (int row = 0; row < m_model.rowCount() && int(followed.size()) < MostFollowed; ++row) {
    const Receipt &receipt = m_model.at(row);
    if (isMine(receipt) && (isOpen(receipt) || !receipt.isOfJob()))
      followed.push_back({receipt.queue, receipt.jobId});
  }
  return followed;
}

void ReceiptFollower::followAgain() {
  std::vector<QueueId> queues;
  for (const Followed &each : followed())
    if (std::find(queues.begin(), queues.end(), each.queue.id) == queues.end())
      queues.push_back(each.queue.id);
  m_session.live().setAwaitedQueues(std::move(queues));
}

void ReceiptFollower::look(const Receipt &receipt) {
  followAgain();
  m_completed.remove(receipt.queue.id.key(receipt.jobId)); // of its life before
  m_due.insert(receipt.queue.id.key(receipt.jobId));
  ask();
}

void ReceiptFollower::note(const std::vector<QueueChange> &changes) {
  for (const QueueChange &change : changes)
    for (const Followed &each : followed()) {
      if (each.queue.id != change.queue || each.jobId.isEmpty() || !change.concerns(each.jobId))
        continue;
      m_due.insert(each.queue.id.key(each.jobId));
      if (change.completed.contains(each.jobId))
        m_completed.insert(each.queue.id.key(each.jobId));
    }
  for (const QueueChange &change : changes)
    explain(change);
  ask();
}

/// That a job completed may be told after somebody saw that it was gone. Much later it is told of another job
/// of its id.
void ReceiptFollower::explain(const QueueChange &change) {
  if (change.completed.isEmpty())
    return;
  m_model.update([&](Receipt &receipt) {
    const bool meant = isMine(receipt) && receipt.queue.id == change.queue &&
                       receipt.where.kind == Kind::Gone && receipt.where.state == JobState::Unknown &&
                       change.completed.contains(receipt.jobId) &&
                       m_session.link().serverNow() - receipt.where.since < LateMs;
    if (meant)
      receipt.where.state = JobState::Completed;
    return meant;
  });
}

void ReceiptFollower::noteSilent() {
  for (const Followed &each : followed())
    if (!each.jobId.isEmpty() && !m_session.live().speaks(each.queue.id))
      m_due.insert(each.queue.id.key(each.jobId));
  ask();
}

void ReceiptFollower::noteAll() {
  for (const Followed &each : followed())
    if (!each.jobId.isEmpty())
      m_due.insert(each.queue.id.key(each.jobId));
  applyCounts();
  ask();
}

/// While the server is away nobody can say where a job is; what has come to its end stays so.
void ReceiptFollower::applyStatus() {
  if (m_session.isConnected())
    return noteAll();
  m_request.cancel();
  m_busy = false;
  m_model.update([this](Receipt &receipt) {
    const bool open = isMine(receipt) && (isOpen(receipt) || !receipt.isOfJob()) && receipt.isDone();
    if (!open || receipt.where.kind == Kind::NotKnown)
      return false;
    receipt.where = {Kind::NotKnown, JobState::Unknown, 0, -1, {}};
    return true;
  });
}

void ReceiptFollower::applyCounts() {
  m_model.update([this](Receipt &receipt) {
    const auto counts = isMine(receipt) && !receipt.isOfJob() && receipt.isDone()
                            ? m_session.counts().of(receipt.queue.id)
                            : std::nullopt;
    const Kind now = counts && counts->paused ? Kind::QueuePaused : Kind::QueueRuns;
    if (!counts || receipt.where.kind == now)
      return false;
    receipt.where.kind = now;
    return true;
  });
}

/// All jobs of one queue that are due; another's have their turn next.
void ReceiptFollower::ask() {
  if (m_busy || m_rest.isActive() || !m_session.isConnected())
    return;
  std::optional<QueueInfo> queue;
  std::vector<QByteArray> ids;
  for (const Followed &each : followed()) {
    if (!m_due.contains(each.queue.id.key(each.jobId)) || (queue && queue->id != each.queue.id))
      continue;
    queue = each.queue;
    ids.push_back(each.jobId);
  }
  if (!queue)
    return m_due.clear(); // of receipts that went
  for (const QByteArray &id : ids)
    m_due.remove(queue->id.key(id));
  m_busy = true;
  m_rest.start();
  m_request = m_session.jobs().requestRows(
      *queue, JobState::Unknown, ids, Fields, this,
      [this, id = queue->id, ids](const Result<std::vector<JobRow>> &rows) { take(id, ids, rows); });
}

void ReceiptFollower::take(const QueueId &queue, const std::vector<QByteArray> &ids,
                           const Result<std::vector<JobRow>> &rows) {
  m_busy = false;
  if (rows && rows->size() == ids.size())
    m_model.update([&](Receipt &receipt) {
      const auto place = std::find(ids.begin(), ids.end(), receipt.jobId);
      if (!isMine(receipt) || receipt.queue.id != queue || !isOpen(receipt) || place == ids.end())
        return false;
      const Receipt before = receipt;
      applyRow(receipt, (*rows)[size_t(place - ids.begin())]);
      return receipt.where != before.where || receipt.jobName != before.jobName;
    });
  followAgain();
  if (!m_rest.isActive())
    ask();
}

void ReceiptFollower::applyRow(Receipt &receipt, const JobRow &row) {
  if (row.missing)
    return applyMissing(receipt);
  if (isOtherJob(receipt, row)) {
    receipt.where = {Kind::OtherJob, JobState::Unknown, 0, -1, {}};
    return;
  }
  receipt.jobName = format::safeText(row.name, 200);
  receipt.where = placeOf(row);
}

/// Looked at twice: what its last event told may be on its way.
void ReceiptFollower::applyMissing(Receipt &receipt) {
  const QByteArray key = receipt.queue.id.key(receipt.jobId);
  const bool told = m_completed.contains(key);
  if (!told && !m_missed.remove(key)) {
    m_missed.insert(key);
    m_due.insert(key);
    return;
  }
  m_missed.remove(key);
  receipt.where = {
      Kind::Gone, told ? JobState::Completed : JobState::Unknown, m_session.link().serverNow(), -1, {}};
}

} // namespace oxp
