// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobscan.h"

#include <algorithm>
#include <utility>

namespace oxp {

namespace {

constexpr size_t LeastDepth = 12, MostDepth = 32;
/// Scripts under way: the server runs those that have come one after the other, and nobody else meanwhile.
constexpr size_t LeastSifts = 2;
constexpr qint64 LeastRange = 2'000, MostRange = 8'000; ///< ids asked for at a time

WalkRequest walkRequest(const ScanRequest &request) {
  return {request.queue, request.state, request.scores, request.limit, request.min, request.max};
}

} // namespace

JobScan::JobScan(ReadSession &session, ScanRequest request, std::stop_token stop)
    : m_session(session)
    , m_request(std::move(request))
    , m_stop(stop)
    , m_stream(session, std::move(stop))
    , m_partner(session.partner())
    , m_first{JobLook(m_request.queue, {m_request.fields, m_request.whole, m_request.size}), {}} {}

JobScan::~JobScan() {
  if (m_partner)
    m_partner->drop();
}

void JobScan::setSecondLook(JobParts parts, See see) {
  m_second.emplace(Look{JobLook(m_request.queue, std::move(parts)), [see = std::move(see)](const auto &job) {
                          see(job);
                          return true;
                        }});
}

Result<ScanReport> JobScan::run(const Visit &visit, const Tell &tell) {
  m_first.visit = [this, &visit](const ScannedJob &job) {
    ++m_report.looked;
    return visit(job);
  };
  if (const auto begun = begin(); !begun)
    return fail(begun.error());
  while (true) {
    if (const auto filled = fill(); !filled)
      return fail(filled.error());
    if (m_asked.empty())
      return m_report;
    if (const auto received = receiveOne(); !received)
      return fail(received.error());
    if (!m_asked.front().received)
      continue;
    if (const auto taken = takeOldest(tell); !taken)
      return fail(taken.error());
  }
}

Result<void> JobScan::begin() {
  if (m_request.only) {
    for (QByteArray &id : *m_request.only)
      m_first.look.found().push_back({std::move(id), {}});
    m_report.total = qint64(m_request.only->size());
    m_request.only->clear();
    return {};
  }
  m_walk.emplace(walkRequest(m_request), rangeIds());
  if (const auto sent = m_stream.send(m_walk->sizes()); !sent)
    return sent;
  if (const auto received = m_stream.receive(m_replies); !received)
    return received;
  const auto taken = m_walk->takeSizes(m_replies);
  m_report.total = m_walk->total();
  return taken;
}

/// How many batches are under way: the far end should never wait for this one, nor this one for the wire.
size_t JobScan::depth() const {
  const auto milliseconds = m_session.facts().latency.count() / 1'000;
  return std::clamp(LeastDepth + size_t(std::max<qint64>(0, milliseconds)), LeastDepth, MostDepth);
}

qint64 JobScan::rangeIds() const {
  return std::clamp(qint64(depth()) * JobLook::SliceJobs, LeastRange, MostRange);
}

bool JobScan::wantsRange() const {
  const JobLook &look = m_first.look;
  const qint64 ahead = look.waiting() + look.measuring() + (sieves() ? 0 : look.ready());
  return m_walk && !m_walk->atEnd() && !m_rangeAsked && ahead < 2 * rangeIds();
}

Result<void> JobScan::fill() {
  // A connection each.
  const size_t most = m_partner ? 2 * depth() : depth();
  while (m_withServer < most) {
    const auto asked = askNext();
    if (!asked)
      return fail(asked.error());
    if (!*asked)
      break;
  }
  return {};
}

/// False when there is nothing to ask now. What comes later in a job's way comes first.
Result<bool> JobScan::askNext() {
  if (m_second) {
    const auto asked = askOf(*m_second);
    if (!asked || *asked)
      return asked;
  }
  if (m_done)
    return false;
  if (wantsRange()) {
    const auto asked = askRange();
    return asked ? Result<bool>(true) : fail(asked.error());
  }
  return askOf(m_first);
}

/// The next that brings jobs on in one of the looks.
Result<bool> JobScan::askOf(Look &of) {
  JobLook &look = of.look;
  const bool sifted = &of == &m_first && sieves();
  const bool mayRead =
      look.ready() > 0 && (m_bytesAsked == 0 || m_bytesAsked + look.nextBytes() <= MostBytes);
  Result<void> asked;
  if (!look.passed().empty())
    asked = askMeasure(of, look.passed());
  else if (!look.found().empty() && !sifted && look.measuring() == 0)
    asked = askMeasure(of, look.found());
  else if (mayRead)
    asked = askSlice(of);
  else if (!look.found().empty() && sifted && m_sifting < LeastSifts + depth() - LeastDepth)
    asked = askSift();
  else
    return false;
  return asked ? Result<bool>(true) : fail(asked.error());
}

/// Sends the batch and notes what comes back for it.
Result<void> JobScan::send(Asked asked) {
  auto *slice = std::get_if<Slice>(&asked.what);
  const bool help = slice && m_partner && 2 * m_withPartner <= m_withServer && m_partner->isReady();
  ++m_withServer;
  if (help) {
    slice->byPartner = true;
    ++m_withPartner;
    m_partner->send(std::exchange(m_batch, {})); // handed over, so that no buffer is shared
  }
  m_asked.push_back(std::move(asked));
  return help ? Result<void>{} : m_stream.send(m_batch);
}

Result<void> JobScan::askRange() {
  m_batch.clear();
  m_batch.add(m_walk->range());
  m_rangeAsked = true;
  return send({Range{}});
}

Result<void> JobScan::askMeasure(Look &of, JobLook::Queue &from) {
  m_batch.clear();
  auto sample = of.look.measure(from, m_batch);
  return sample ? send({Measure{&of, std::move(*sample)}}) : Result<void>{};
}

Result<void> JobScan::askSlice(Look &of) {
  m_batch.clear();
  Slice slice{&of, of.look.cutSlice(m_batch)};
  m_bytesAsked += slice.slice.bytes;
  return send({std::move(slice)});
}

Result<void> JobScan::askSift() {
  Sift sift;
  JobLook::Queue &found = m_first.look.found();
  const size_t count = std::min(found.size(), size_t(m_siftJobs));
  const ScanSieve &sieve = m_request.sieve;
  Command command = Command::of("EVAL_RO", sieve.lua, 1, m_request.queue.key("meta"), m_request.queue.key({}),
                                SieveMs, SieveLargest, sieve.test);
  for (size_t i = 0; i < count; ++i) {
    command.add(found.front().id);
    sift.jobs.push_back(std::move(found.front()));
    found.pop_front();
  }
  m_batch.clear();
  m_batch.add(command);
  ++m_sifting;
  return send({std::move(sift)});
}

/// The replies to the oldest batch; while the partner still works on that, those to one of our own: each
/// connection is read as soon as it has something, and jobs are looked at in their order all the same.
Result<void> JobScan::receiveOne() {
  Asked &oldest = m_asked.front();
  if (oldest.received)
    return {};
  if (oldest.isPartners() && !m_partner->hasAnswer()) {
    const auto own = std::find_if(m_asked.begin(), m_asked.end(),
                                  [](const Asked &asked) { return !asked.received && !asked.isPartners(); });
    if (own != m_asked.end())
      return receive(*own);
  }
  return receive(oldest);
}

Result<void> JobScan::receive(Asked &asked) {
  const bool partners = asked.isPartners();
  const auto received =
      partners ? m_partner->receive(asked.replies, m_stop) : m_stream.receive(asked.replies);
  asked.received = true;
  --m_withServer;
  m_withPartner -= partners ? 1 : 0;
  return received;
}

/// Of the first look, once that has ended.
bool JobScan::isUnwanted(const Asked &asked) const {
  const auto *measure = std::get_if<Measure>(&asked.what);
  const auto *slice = std::get_if<Slice>(&asked.what);
  const Look *of = measure ? measure->of : slice ? slice->of : &m_first;
  return m_done && of == &m_first;
}

Result<void> JobScan::takeOldest(const Tell &tell) {
  Asked asked = std::move(m_asked.front());
  m_asked.pop_front();
  std::swap(m_replies, asked.replies);
  const auto *slice = std::get_if<Slice>(&asked.what);
  const bool isSift = std::holds_alternative<Sift>(asked.what);
  m_bytesAsked -= slice ? slice->slice.bytes : 0;
  m_sifting -= isSift ? 1 : 0;
  if (isUnwanted(asked))
    return {};
  const auto taken = take(asked);
  if (taken && tell && (slice || isSift))
    tell(m_report);
  return taken;
}

Result<void> JobScan::take(Asked &asked) {
  if (auto *measure = std::get_if<Measure>(&asked.what)) {
    measure->of->look.takeMeasure(std::move(measure->sample), m_replies);
    return {};
  }
  if (auto *sift = std::get_if<Sift>(&asked.what))
    return takeSift(std::move(sift->jobs));
  const auto *slice = std::get_if<Slice>(&asked.what);
  return slice ? takeSlice(*slice) : takeRange();
}

Result<void> JobScan::takeRange() {
  m_rangeAsked = false;
  const auto taken = m_walk->takeRange(m_replies, m_first.look.found());
  m_report.lostTrack = m_walk->lostTrack();
  return taken;
}

/// What passed goes on to be read; what the script had no time for comes back.
Result<void> JobScan::takeSift(Jobs jobs) {
  const auto &pieces = m_replies.pieces();
  if (pieces.front().type == Reply::Type::Error)
    return fail(errorFromServer(m_replies.bytes(pieces.front()).toByteArray()));
  const qint64 dealt = pieces.size() > 1 ? pieces[1].number : 0;
  for (size_t i = 2; i < pieces.size(); ++i)
    m_first.look.passed().push_back(std::move(jobs[size_t(pieces[i].number - 1)]));
  for (size_t i = jobs.size(); i > size_t(dealt); --i)
    m_first.look.found().push_front(std::move(jobs[i - 1]));
  m_report.looked += dealt - qint64(pieces.size() - 2);
  // All dealt with: there may be time for more. Else the script has said how many it can do.
  m_siftJobs = dealt == qint64(jobs.size()) ? std::min(1.5 * double(dealt) + 1, double(SieveJobs))
                                            : std::max(1.0, 0.9 * double(dealt));
  return {};
}

Result<void> JobScan::takeSlice(const Slice &slice) {
  const auto goesOn = slice.of->look.takeSlice(slice.slice, m_replies, slice.of->visit);
  if (!goesOn)
    return fail(goesOn.error());
  if (!*goesOn)
    leaveRest();
  return {};
}

void JobScan::leaveRest() {
  m_report.stoppedEarly = m_done = true;
  if (m_walk)
    m_walk->stop();
  m_first.look.clear();
}

} // namespace oxp
