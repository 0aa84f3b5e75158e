// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/freeze.h"

#include "bulk/bulkroad.h"
#include "bulk/followup.h"
#include "bullio/jobscan.h"
#include "operations/attemptrecord.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <limits>
#include <map>

namespace oxp {
namespace {

using audit::ItemState;
using audit::RunItem;

constexpr size_t Batch = 5'000;      ///< rows a transaction
constexpr qint64 OldestPage = 1'000; ///< ids that are asked for in one go

/// Sets that are walked from their newest end; what failed first is done first.
bool isWalkedBackwards(JobState state) {
  return state == JobState::Completed || state == JobState::Failed || state == JobState::WaitingChildren;
}

/// Lists show a time in whole milliseconds, whatever is stored.
bool isSameTime(const QByteArray &stored, const QByteArray &seen) {
  const qint64 ms = seen.toLongLong();
  return stored == seen || (ms > 0 && qint64(stored.toDouble()) == ms);
}

void addTo(QCryptographicHash &digest, const RunItem &item) {
  for (const QByteArray &part : {item.jobId, item.timestamp, QByteArray(stateWord(item.from))}) {
    digest.addData(QByteArray::number(part.size()) + ':');
    digest.addData(part);
  }
}

audit::Run runOf(const OperationRequest &wish, const QString &profileId) {
  audit::Run run;
  run.profileId = profileId;
  run.queue = wish.queue.id;
  run.operation = wish.operation;
  run.arguments = argumentsJson(wish.arguments);
  run.reason = wish.reason;
  return run;
}

ScanRequest requestFor(const QueueId &queue, JobState state) {
  ScanRequest request;
  request.queue = queue;
  request.state = state;
  request.fields = {"timestamp", "name"};
  return request;
}

class Freezer {
public:
  Freezer(ReadSession &session, audit::RunJournal &journal, const OperationRequest &wish,
          const std::function<void(qint64, qint64)> &told, std::stop_token stop)
      : m_session(session)
      , m_journal(journal)
      , m_states(statesFor(wish))
      , m_told(told)
      , m_stop(std::move(stop)) {}

  Result<FrozenSelection> run(const Selection &selection, const audit::Run &run);

private:
  Result<void> scan(ScanRequest request);
  Result<void> chosen(const QueueId &queue, const Selection::Jobs &jobs);
  Result<void> wholeState(const QueueId &queue, const Selection::WholeState &whole);
  Result<void> oldest(const QueueId &queue, const Selection::WholeState &whole);
  void put(const QByteArray &id, std::optional<QByteArray> timestamp, JobState state);
  std::optional<Error> refusalOf(const RunItem &item, bool there) const;
  Result<void> flush();

  ReadSession &m_session;
  audit::RunJournal &m_journal;
  std::vector<JobState> m_states; ///< that the wish is for; empty = every one
  const std::function<void(qint64, qint64)> &m_told;
  std::stop_token m_stop;
  FrozenSelection m_frozen;
  QCryptographicHash m_digest{QCryptographicHash::Sha256};
  std::vector<RunItem> m_items;
  QHash<QByteArray, QByteArray> m_timestamps; ///< by id, where the person has seen which job it is
  qint64 m_step = 1;
  Result<void> m_written;
};

Result<FrozenSelection> Freezer::run(const Selection &selection, const audit::Run &run) {
  const auto id = m_journal.create(run);
  if (!id)
    return fail(id.error());
  m_frozen.run = *id;
  m_told(m_frozen.run, 0);
  const auto *state = std::get_if<Selection::WholeState>(&selection.of);
  auto read = state ? wholeState(selection.queue.id, *state)
                    : chosen(selection.queue.id, std::get<Selection::Jobs>(selection.of));
  if (read)
    read = flush();
  if (!read)
    return fail(read.error());
  m_frozen.digest = m_digest.result();
  return m_frozen;
}

Result<void> Freezer::scan(ScanRequest request) {
  const JobState state = request.state;
  JobScan scan(m_session, std::move(request), m_stop);
  const auto report = scan.run([&](const ScannedJob &job) {
    const bool there = !job.fields[0].isNull() || !job.fields[1].isNull();
    put(job.id, there ? std::optional(job.fields[0].toByteArray()) : std::nullopt, state);
    return m_written.has_value();
  });
  if (!m_written)
    return m_written;
  return report ? Result<void>() : fail(report.error());
}

/// What finished first is done first.
Result<void> Freezer::oldest(const QueueId &queue, const Selection::WholeState &whole) {
  if (whole.state != JobState::Completed && whole.state != JobState::Failed)
    return fail(ErrorKind::Invalid, QStringLiteral("only finished jobs have oldest ones"),
                QByteArrayLiteral("selection"));
  for (qint64 from = 0; from < whole.limit; from += OldestPage) {
    const qint64 to = std::min(from + OldestPage, whole.limit) - 1;
    const auto page =
        m_session.call(Command::of("ZRANGE", queue.key(stateKey(whole.state)), from, to), m_stop);
    if (!page)
      return fail(page.error());
    auto ids = page->asBytesList();
    if (!ids)
      return fail(page->error().value_or(ids.error()));
    const qint64 got = qint64(ids->size());
    ScanRequest request = requestFor(queue, whole.state);
    request.only = std::move(*ids);
    if (auto read = scan(std::move(request)); !read || got < to + 1 - from)
      return read;
  }
  return {};
}

Result<void> Freezer::wholeState(const QueueId &queue, const Selection::WholeState &whole) {
  if (whole.oldest)
    return oldest(queue, whole);
  m_step = isWalkedBackwards(whole.state) ? -1 : 1;
  ScanRequest request = requestFor(queue, whole.state);
  request.limit = whole.limit;
  request.min = whole.min;
  request.max = whole.max;
  return scan(std::move(request));
}

/// By state, each in the order in which they were chosen.
Result<void> Freezer::chosen(const QueueId &queue, const Selection::Jobs &jobs) {
  std::map<JobState, std::vector<QByteArray>> byState;
  for (const Selection::Job &job : jobs) {
    byState[job.state].push_back(job.id);
    if (!job.timestamp.isEmpty())
      m_timestamps.insert(job.id, job.timestamp);
  }
  for (auto &[state, ids] : byState) {
    ScanRequest request = requestFor(queue, state);
    request.only = std::move(ids);
    if (auto read = scan(std::move(request)); !read)
      return read;
  }
  return {};
}

/// Why a job is put aside at once.
std::optional<Error> Freezer::refusalOf(const RunItem &item, bool there) const {
  if (!there)
    return Error{ErrorKind::NotFound, "gone", {}};
  if (const auto seen = m_timestamps.find(item.jobId);
      seen != m_timestamps.end() && !isSameTime(item.timestamp, *seen))
    return Error{ErrorKind::NotFound, "other-job", {}};
  if (!m_states.empty() && std::find(m_states.begin(), m_states.end(), item.from) == m_states.end())
    return Error{ErrorKind::WrongState, "other-state", {}};
  return {};
}

void Freezer::put(const QByteArray &id, std::optional<QByteArray> timestamp, JobState state) {
  RunItem item;
  item.seq = m_step * ++m_frozen.jobs;
  item.jobId = id;
  item.timestamp = timestamp.value_or(QByteArray());
  item.from = state;
  if (const auto refusal = refusalOf(item, timestamp.has_value())) {
    ++(refusal->kind == ErrorKind::NotFound ? m_frozen.gone : m_frozen.passed);
    item.state = ItemState::Skipped;
    item.errorKind = errorKindName(refusal->kind);
    item.errorCode = refusal->code;
  }
  addTo(m_digest, item);
  m_items.push_back(std::move(item));
  if (m_items.size() >= Batch)
    m_written = flush();
}

Result<void> Freezer::flush() {
  if (m_items.empty())
    return {};
  auto written = m_journal.add(m_frozen.run, m_items);
  m_items.clear();
  m_told(m_frozen.run, m_frozen.jobs);
  return written;
}

} // namespace

Result<FrozenSelection> freeze(ReadSession &session, audit::RunJournal &journal, const Selection &selection,
                               const OperationRequest &wish, const QString &profileId, std::stop_token stop,
                               const std::function<void(qint64 run, qint64 jobs)> &told) {
  const OperationSpec *spec = findOperation(wish.operation);
  if (!spec || !goesToMany(*spec))
    return fail(ErrorKind::Invalid, QStringLiteral("not an operation for many jobs"),
                QByteArrayLiteral("operation"));
  return Freezer(session, journal, wish, told, std::move(stop)).run(selection, runOf(wish, profileId));
}

Result<FrozenSelection> freezeUndo(audit::RunJournal &journal, qint64 undone, const OperationRequest &wish,
                                   const QString &profileId, std::stop_token stop,
                                   const std::function<void(qint64 run, qint64 jobs)> &told) {
  const auto run = journal.create(runOf(wish, profileId));
  if (!run)
    return fail(run.error());
  FrozenSelection frozen;
  frozen.run = *run;
  told(frozen.run, 0);
  QCryptographicHash digest(QCryptographicHash::Sha256);
  for (qint64 after = std::numeric_limits<qint64>::min();;) {
    auto items = journal.items(undone, {.written = true}, after, int(Batch));
    if (!items)
      return fail(items.error());
    if (items->empty())
      break;
    if (stop.stop_requested())
      return fail(ErrorKind::Cancelled);
    after = items->back().seq;
    for (RunItem &item : *items) {
      item.state = ItemState::Waiting;
      item.errorKind = item.errorCode = {};
      addTo(digest, item);
    }
    if (auto added = journal.add(*run, *items); !added)
      return fail(added.error());
    frozen.jobs += qint64(items->size());
    told(frozen.run, frozen.jobs);
  }
  frozen.digest = digest.result();
  return frozen;
}

} // namespace oxp
