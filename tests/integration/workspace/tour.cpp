// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/workspace/tour.h"

#include "integration/operations/operationsfixture.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/sessionrunner.h"
#include "workspace/surveyrequests.h"

#include <QSignalSpy>
#include <QTest>

namespace oxp::test {
namespace {

constexpr int PatienceMs = 30'000;

} // namespace

void Tour::note(const char *what, const Error &error) {
  const QString words = QStringLiteral("%1: %2 %3 %4")
                            .arg(QLatin1String(what), QLatin1String(errorKindName(error.kind)),
                                 QLatin1String(error.code), error.detail);
  (error.kind == ErrorKind::Denied ? m_refused : m_broken) << words;
}

void Tour::note(const char *what, const RefusedCommands &commands) {
  for (const QByteArray &command : commands)
    m_refused << QStringLiteral("%1: without %2").arg(QLatin1String(what), QLatin1String(command));
}

template <typename T, typename Ask>
std::optional<T> Tour::await(const char *what, Ask ask) {
  auto answer = std::make_shared<std::optional<Result<T>>>();
  ask([answer](Result<T> result) { *answer = std::move(result); });
  if (!QTest::qWaitFor([&] { return answer->has_value(); }, PatienceMs)) {
    m_broken << QStringLiteral("%1 never ended").arg(QLatin1String(what));
    return std::nullopt;
  }
  if (**answer)
    return std::move(***answer);
  note(what, (*answer)->error());
  return std::nullopt;
}

void Tour::read() {
  const std::vector<QueueInfo> queues = m_session.queues().all();
  for (const QueueInfo &queue : queues)
    readQueue(queue);
  await<std::vector<reader::Workers>>(
      "all workers", [&](auto handler) { m_session.surveys().requestAllWorkers(queues, this, handler); });
  await<std::vector<reader::Backlog>>(
      "backlogs", [&](auto handler) { m_session.surveys().requestBacklogs(queues, this, handler); });
  await<FailureReport>(
      "failures", [&](auto handler) { m_session.longReads().requestFailures(queues, this, {}, handler); });
}

void Tour::readQueue(const QueueInfo &queue) {
  m_session.live().setOpenQueue(queue.id);
  for (const JobState state : ShownStates) {
    const auto page = await<reader::Page>("page", [&](auto handler) {
      m_session.jobs().requestPage({queue, state, 0, 5, false, AllJobFields}, this, handler);
    });
    if (page)
      note("page", page->refused);
    if (page && !page->rows.empty())
      readJob(queue, page->rows.front());
  }
  const auto latest = await<reader::Latest>("latest", [&](auto handler) {
    m_session.jobs().requestLatest(queue, AllJobFields, {}, this, handler);
  });
  if (latest)
    note("latest", latest->refused);
  await<std::vector<Scheduler>>(
      "schedulers", [&](auto handler) { m_session.jobs().requestSchedulers(queue, this, handler); });
  await<reader::Workers>("workers",
                         [&](auto handler) { m_session.jobs().requestWorkers(queue, this, handler); });
  readLong(queue);
}

void Tour::readJob(const QueueInfo &queue, const JobRow &row) {
  const QByteArray &id = row.id;
  await<JobDetail>("detail", [&](auto handler) { m_session.jobs().requestDetail(queue, id, this, handler); });
  await<JobSnapshot>("snapshot",
                     [&](auto handler) { m_session.jobs().requestSnapshot(queue, id, this, handler); });
  await<reader::LogPage>(
      "logs", [&](auto handler) { m_session.jobs().requestLogs(queue, id, 0, 10, this, handler); });
  await<FlowNode>("flow", [&](auto handler) { m_session.jobs().requestFlow(queue, id, this, handler); });
  await<QByteArray>("field",
                    [&](auto handler) { m_session.jobs().requestField(queue, id, "opts", this, handler); });
  await<JobState>("state", [&](auto handler) { m_session.jobs().requestState(queue, id, this, handler); });
  await<std::vector<JobRow>>("rows", [&](auto handler) {
    m_session.jobs().requestRows(queue, JobState::Unknown, {id}, AllJobFields, this, handler);
  });
}

void Tour::readLong(const QueueInfo &queue) {
  SearchRequest search;
  search.scopes = {{queue, {ShownStates.begin(), ShownStates.end()}}};
  search.query = *search::parse(u"order or data.n > 1"_qs, 0);
  for (const SearchEngine engine : {SearchEngine::Reading, SearchEngine::Script}) {
    search.engine = engine;
    await<SearchReport>(
        "search", [&](auto handler) { m_session.longReads().requestSearch(search, this, {}, handler); });
  }
  await<search::FieldPaths>(
      "field paths", [&](auto handler) { m_session.longReads().requestFieldPaths(queue, this, handler); });
  await<SortedIds>("sort", [&](auto handler) {
    const SortRequest sort{queue, JobState::Waiting, *search::parsePath(u"data.n"), false, {}};
    m_session.longReads().requestSort(sort, this, {}, handler);
  });
  await<ExportReport>("export", [&](auto handler) {
    ExportRequest wish;
    wish.parts = {{queue, JobState::Waiting, {}}};
    wish.path = m_folder.filePath(u"jobs.ndjson"_qs);
    m_session.longReads().requestExport(wish, false, this, {}, handler);
  });
}

bool Tour::run(const OperationRequest &request) {
  const auto done = await<OperationReport>(request.operation.constData(), [&](auto handler) {
    m_session.runner().run(request, this, [handler](Result<OperationReport> report, const OperationReport &) {
      handler(std::move(report));
    });
  });
  return done.has_value();
}

void Tour::write() {
  for (const QueueInfo &queue : m_session.queues().all())
    if (!queue.id.name.endsWith("-children"))
      writeQueue(queue);
}

void Tour::writeQueue(const QueueInfo &queue) {
  for (const QByteArray &data : {QByteArray(R"({"edited":true})"), '"' + QByteArray(1'500'000, 'x') + '"'}) {
    const auto before = await<JobSnapshot>(
        "snapshot", [&](auto handler) { m_session.jobs().requestSnapshot(queue, "kept", this, handler); });
    if (before)
      run(editRequest(queue, *before, data));
  }
  run(operation("job.retry", queue, "failed-job"));
  run(operation("job.promote", queue, "delayed-job"));
  const auto detail = await<JobDetail>(
      "detail", [&](auto handler) { m_session.jobs().requestDetail(queue, "waiting-job", this, handler); });
  OperationRequest remove = operation("job.remove", queue, "waiting-job");
  if (detail)
    remove.jobTimestamp = detail->timestamp;
  agree(remove, {}, u"tester@here"_qs);
  run(remove);
  run(operation("queue.pause", queue));
  run(operation("queue.resume", queue));
}

} // namespace oxp::test
