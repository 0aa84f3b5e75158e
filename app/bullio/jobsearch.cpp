// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobsearch.h"

#include "bull/fieldtext.h"
#include "bull/jobcodec.h"
#include "bullio/reader.h"
#include "bullio/scriptregistry.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <deque>

namespace oxp {

namespace {

constexpr qint64 TellEveryMs = 100;
constexpr qsizetype ColumnBytes = 256; ///< of a value that a column shows

using search::Candidate;
using search::Found;
using search::Path;

/// What the columns of the results show of one hash field.
struct Column {
  search::PathReader reader;
  size_t field; ///< in the scan's fields
  bool masked;
};

class Search {
public:
  Search(ReadSession &session, const SearchRequest &request, const std::function<void(SearchProgress)> &tell,
         std::stop_token stop)
      : m_session(session)
      , m_request(request)
      , m_tell(tell)
      , m_stop(std::move(stop))
      , m_matcher(request.query, request.refused) {
    m_matcher.setStop(m_stop);
    setupFields();
  }

  Result<SearchReport> run();

private:
  /// A hit whose light fields are on their way.
  struct Pending {
    QByteArray id, score;
    std::vector<Found> values;
  };

  void setupFields();
  Result<void> countAll();
  Result<void> tryScript();
  Result<void> searchState(const SearchScope &scope, StateLook &look);
  ScanRequest scanRequest(const SearchScope &scope, JobState state) const;
  bool visit(const ScannedJob &job, JobState state, JobScan &scan);
  void takeRow(const QueueInfo &queue, JobState state, const ScannedJob &job);
  void tellSome(bool always);
  qint64 bounded(qint64 total) const;

  ReadSession &m_session;
  const SearchRequest &m_request;
  const std::function<void(SearchProgress)> &m_tell;
  std::stop_token m_stop;
  search::Matcher m_matcher;
  std::vector<QByteArray> m_fields; ///< of the hash, as the matcher and the columns want them
  std::vector<Column> m_columns;
  std::deque<Pending> m_pending;
  QSet<QByteArray> m_found; ///< ids in the queue that is searched now
  SearchProgress m_progress;
  SearchReport m_report;
  qint64 m_lookedBefore = 0; ///< in the states before this one
  qint64 m_totalLeft = 0;    ///< jobs in the states after this one
  bool m_sieves = false;
  QElapsedTimer m_time, m_sinceTold;
};

QByteArray hashField(search::Field root) {
  switch (root) {
  case search::Field::Opts:
    return "opts";
  case search::Field::Result:
    return "returnvalue";
  default:
    return "data";
  }
}

void Search::setupFields() {
  m_fields = m_matcher.needs().fields;
  const search::Hides hidden = [this](const QByteArray &key) {
    return (m_request.masked && m_request.masked(key)) || (m_request.refused && m_request.refused(key));
  };
  for (const Path &path : m_request.query.namedPaths()) {
    const QByteArray name = hashField(path.root);
    const auto at = std::find(m_fields.begin(), m_fields.end(), name);
    const size_t field = size_t(at - m_fields.begin());
    if (at == m_fields.end())
      m_fields.push_back(name);
    const bool masked = search::isHidden(path, hidden);
    m_columns.push_back({search::PathReader(path, ColumnBytes, hidden), field, masked});
  }
}

qint64 Search::bounded(qint64 total) const {
  return m_request.limit < 0 ? total : std::min(total, m_request.limit);
}

/// What there is to look at, for progress and time left.
Result<void> Search::countAll() {
  std::vector<QueueInfo> queues;
  for (const SearchScope &scope : m_request.scopes)
    queues.push_back(scope.queue);
  const auto counts = reader::counts(m_session, queues, m_stop);
  if (!counts)
    return fail(counts.error());
  for (size_t i = 0; i < m_request.scopes.size(); ++i) {
    for (const JobState state : m_request.scopes[i].states) {
      if (!m_matcher.mayMatch(state))
        continue;
      m_report.states.push_back({queues[i].id, state, 0, (*counts)[i].of(state)});
      m_totalLeft += bounded(m_report.states.back().total);
    }
  }
  return {};
}

/// Whether the server lets the script run, and in it what it takes to look at a job: asked with a key that is
/// always ours to read.
Result<void> Search::tryScript() {
  if (m_request.engine != SearchEngine::Script || !m_request.script || m_matcher.prefilter().isTrue() ||
      m_request.scopes.empty())
    return {};
  const QueueId &queue = m_request.scopes.front().queue.id;
  const Command probe =
      Command::of("EVAL_RO", m_request.script->lua, 1, queue.key("meta"), queue.key({}), JobScan::SieveMs,
                  JobScan::SieveLargest, m_matcher.prefilter().toJson(), "meta");
  const auto reply = m_session.call(probe, m_stop);
  m_sieves = reply.has_value();
  m_report.scriptRefused = !m_sieves;
  const bool refused =
      reply || reply.error().kind == ErrorKind::Denied || reply.error().kind == ErrorKind::Server;
  return refused ? Result<void>() : fail(reply.error());
}

Result<SearchReport> Search::run() {
  m_time.start();
  m_sinceTold.start();
  if (const auto tried = tryScript(); !tried)
    return fail(tried.error());
  if (const auto counted = countAll(); !counted)
    return fail(counted.error());
  m_progress.total = m_totalLeft;
  tellSome(true);
  size_t at = 0;
  for (const SearchScope &scope : m_request.scopes) {
    m_found.clear();
    for (; at < m_report.states.size() && m_report.states[at].queue == scope.queue.id; ++at) {
      if (m_report.capped)
        break;
      StateLook &look = m_report.states[at];
      m_totalLeft -= bounded(look.total);
      if (look.total == 0)
        continue;
      if (const auto searched = searchState(scope, look); !searched)
        return fail(searched.error());
      m_lookedBefore += look.looked;
    }
  }
  tellSome(true);
  m_report.looked = m_lookedBefore;
  m_report.found = m_progress.found;
  m_report.limitHits = m_matcher.limitHits();
  m_report.tookMs = m_time.elapsed();
  return m_report;
}

ScanRequest Search::scanRequest(const SearchScope &scope, JobState state) const {
  ScanRequest request;
  request.queue = scope.queue.id;
  request.state = state;
  request.fields = m_fields;
  request.size = m_matcher.needs().size;
  request.scores = state == JobState::Delayed;
  request.limit = m_request.limit;
  const search::ScoreBounds bounds = m_matcher.scoreBounds(state);
  request.min = bounds.min;
  request.max = bounds.max;
  if (m_sieves)
    request.sieve = {m_request.script->lua, m_matcher.prefilter().toJson()};
  return request;
}

Result<void> Search::searchState(const SearchScope &scope, StateLook &look) {
  const JobState state = look.state;
  const ScanRequest request = scanRequest(scope, state);
  m_report.usedScript = m_report.usedScript || !request.sieve.lua.isEmpty();
  JobScan scan(m_session, request, m_stop);
  scan.setSecondLook({jobcodec::hashFields(m_request.fields), false, true, false},
                     [&](const ScannedJob &job) { takeRow(scope.queue, state, job); });
  const auto tell = [&](const ScanReport &so) {
    m_progress.looked = m_lookedBefore + so.looked;
    m_progress.total = std::max(m_progress.looked, m_lookedBefore + bounded(so.total) + m_totalLeft);
    tellSome(false);
  };
  const auto report = scan.run([&](const ScannedJob &job) { return visit(job, state, scan); }, tell);
  if (!report)
    return fail(report.error());
  if (m_stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  look.looked = report->looked;
  look.total = std::max(report->total, report->looked);
  m_report.lostTrack = m_report.lostTrack || report->lostTrack;
  return {};
}

/// False once there are hits enough.
bool Search::visit(const ScannedJob &job, JobState state, JobScan &scan) {
  if (m_stop.stop_requested())
    return false; // searchState() says so
  Candidate candidate;
  candidate.id = job.id;
  candidate.state = state;
  candidate.score = job.score;
  candidate.fields = job.fields.first(m_matcher.needs().fields.size());
  candidate.size = job.size;
  if (!m_matcher.matches(candidate) || m_found.contains(job.id))
    return true;
  m_found.insert(job.id);
  Pending pending{job.id, job.score.toByteArray(), {}};
  for (Column &column : m_columns)
    pending.values.push_back(column.reader.read(job.fields[column.field]));
  m_pending.push_back(std::move(pending));
  scan.lookAgain(job.id);
  m_report.capped = m_progress.found + qint64(m_pending.size()) >= m_request.mostHits;
  return !m_report.capped;
}

/// The light fields of what was found before, in that order.
void Search::takeRow(const QueueInfo &queue, JobState state, const ScannedJob &job) {
  Pending hit = std::move(m_pending.front());
  m_pending.pop_front();
  std::vector<QByteArray> values;
  for (const QByteArrayView field : job.fields)
    values.push_back(field.isNull() ? QByteArray() : field.toByteArray());
  const bool gone = std::all_of(values.begin(), values.end(), [](auto &value) { return value.isNull(); });
  if (gone)
    return; // it left between the look and the fetch
  SearchHit out{queue, jobcodec::row(hit.id, state, m_request.fields, values), std::move(hit.values), {}};
  out.row.size = job.size;
  if (state == JobState::Delayed)
    out.row.due = fieldtext::dueFromScore(hit.score);
  for (size_t i = 0; i < m_columns.size(); ++i) {
    const bool isContainer = out.values[i].kind == Found::Kind::Container;
    // A container has no text when something in it is hidden; a hidden value counts as missing.
    out.masked.push_back(m_columns[i].masked || (isContainer && out.values[i].text.isEmpty()));
  }
  m_progress.hits.push_back(std::move(out));
  ++m_progress.found;
}

void Search::tellSome(bool always) {
  const bool firstHits = !m_progress.hits.empty() && qint64(m_progress.hits.size()) == m_progress.found;
  if (!always && !firstHits && m_sinceTold.elapsed() < TellEveryMs)
    return;
  m_sinceTold.restart();
  if (m_tell)
    m_tell(m_progress);
  m_progress.hits.clear();
}

} // namespace

Result<SearchReport> searchJobs(ReadSession &session, const SearchRequest &request,
                                const std::function<void(SearchProgress)> &tell, std::stop_token stop) {
  return Search(session, request, tell, std::move(stop)).run();
}

} // namespace oxp
