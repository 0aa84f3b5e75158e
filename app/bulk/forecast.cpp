// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/forecast.h"

#include "bulk/bulkroad.h"

#include <algorithm>
#include <limits>
#include <map>

namespace oxp {
namespace {

using audit::ItemState;

constexpr int SliceJobs = 200;
constexpr int PageJobs = 2'000;
constexpr qint64 RecordBytes = 1'000; ///< a job's record and its row of the run, without payloads
constexpr qint64 FromTheStart = std::numeric_limits<qint64>::min();

class Forecaster {
public:
  Forecaster(const BulkSetup &setup, ReadSession &session, std::stop_token stop)
      : m_setup(setup)
      , m_session(session)
      , m_stop(std::move(stop))
      , m_journal(*setup.audit) {}

  Result<Forecast> run(BulkRoad &road, const std::function<void(qint64 jobs)> &told);

private:
  Result<bool> addLeftOut();
  Result<bool> slice(BulkRoad &road);
  void add(const SliceJob &job);
  void refuse(ItemState end, const QByteArray &code, const QByteArray &jobId);

  const BulkSetup &m_setup;
  ReadSession &m_session;
  std::stop_token m_stop;
  audit::RunJournal m_journal;
  qint64 m_after = FromTheStart;
  Forecast m_forecast;
  std::map<std::pair<ItemState, QByteArray>, Forecast::Refusal> m_refusals;
};

Result<Forecast> Forecaster::run(BulkRoad &road, const std::function<void(qint64 jobs)> &told) {
  for (Result<bool> more = true; *more;) {
    if (more = addLeftOut(); !more)
      return fail(more.error());
  }
  m_after = FromTheStart;
  for (Result<bool> more = true; *more;) {
    told(m_forecast.jobs);
    if (more = slice(road); !more)
      return fail(more.error());
  }
  m_forecast.room = m_setup.audit->limit();
  for (auto &[reason, refusal] : m_refusals)
    m_forecast.refusals.push_back(std::move(refusal));
  std::stable_sort(m_forecast.refusals.begin(), m_forecast.refusals.end(),
                   [](const auto &a, const auto &b) { return a.jobs > b.jobs; });
  return std::move(m_forecast);
}

/// Those that the choice has put aside already.
Result<bool> Forecaster::addLeftOut() {
  const auto items = m_journal.items(m_setup.run, {.state = ItemState::Skipped}, m_after, PageJobs);
  if (!items)
    return fail(items.error());
  for (const audit::RunItem &item : *items)
    refuse(item.state, item.errorCode, item.jobId);
  if (!items->empty())
    m_after = items->back().seq;
  return !items->empty();
}

Result<bool> Forecaster::slice(BulkRoad &road) {
  if (m_stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  auto items = m_journal.items(m_setup.run, {.state = ItemState::Waiting}, m_after, SliceJobs);
  if (!items)
    return fail(items.error());
  if (items->empty())
    return false;
  std::vector<SliceJob> jobs = sliceOf(m_setup.wish, std::move(*items));
  if (auto seen = lookAt(m_session, jobs, m_stop); !seen)
    return fail(seen.error());
  refuseOthers(jobs);
  if (auto filled = road.fillIn(m_session, jobs, m_stop); !filled)
    return fail(filled.error());
  for (const SliceJob &job : jobs)
    add(job);
  m_after = jobs.back().item.seq; // the road may have left the last ones to the next slice
  return true;
}

void Forecaster::add(const SliceJob &job) {
  if (job.refusal)
    return refuse(endFor(*job.refusal), job.refusal->code, job.item.jobId);
  ++m_forecast.jobs;
  ++m_forecast.done;
  m_forecast.sensitive += job.sensitive;
  m_forecast.bytes += RecordBytes + (job.request.baseline ? job.request.baseline->data.size() : 0) +
                      job.request.newData.size();
  const bool large = job.request.baseline && job.request.baseline->data.size() > Forecast::LargestSample;
  if (!large && m_forecast.samples.size() < Forecast::MostSamples)
    m_forecast.samples.push_back({job.item.jobId, job.job.row.name, job.item.from, job.request.changes});
}

void Forecaster::refuse(ItemState end, const QByteArray &code, const QByteArray &jobId) {
  ++m_forecast.jobs;
  Forecast::Refusal &refusal = m_refusals[{end, code}];
  if (refusal.jobs++ == 0) {
    refusal.end = end;
    refusal.code = code;
    refusal.example = jobId;
  }
}

} // namespace

Result<Forecast> forecast(const BulkSetup &setup, ReadSession &session, std::stop_token stop,
                          const std::function<void(qint64 jobs)> &told) {
  const auto bundle = setup.scripts->bundleFor(setup.wish.queue.family, setup.wish.queue.version);
  if (!bundle)
    return fail(bundle.error());
  const auto road = roadFor(setup, **bundle);
  if (!road)
    return fail(road.error());
  return Forecaster(setup, session, std::move(stop)).run(**road, told);
}

} // namespace oxp
