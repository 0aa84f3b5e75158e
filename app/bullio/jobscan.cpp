// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobscan.h"

#include "bullio/replies.h"

#include <algorithm>
#include <utility>

namespace oxp {

namespace {

using Type = Reply::Type;

constexpr size_t LeastDepth = 12, MostDepth = 32;
/// Scripts under way: the server runs those that have come one after the other, and nobody else meanwhile.
constexpr size_t LeastSifts = 2;
constexpr qint64 LeastRange = 2'000, MostRange = 8'000; ///< ids asked for at a time
constexpr qint64 ReplyOverhead = 64;                    ///< bytes a job

ReadShape jobShape(const std::vector<QByteArray> &fields, bool whole) {
  if (whole)
    return ReadShape(Command::of("HGETALL", ""));
  std::vector<QByteArray> parts{fields.size() == 1 ? "HGET" : "HMGET", ""};
  parts.insert(parts.end(), fields.begin(), fields.end());
  return ReadShape(Command(std::move(parts)));
}

/// How the fields are measured that nobody knows the size of: what people give to a job, and get from it.
std::vector<ReadShape> largeShapes(const ScanRequest &request) {
  std::vector<ReadShape> shapes;
  for (const char *field : {"data", "returnvalue"})
    if (std::find(request.fields.begin(), request.fields.end(), field) != request.fields.end())
      shapes.emplace_back(Command::of("HSTRLEN", "", field));
  return shapes;
}

WalkRequest walkRequest(const ScanRequest &request) {
  return {request.queue, request.state, request.scores, request.limit, request.min, request.max};
}

template <typename Queue>
auto moveAll(Queue &from) {
  std::vector<ScanId> all(std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
  return all;
}

} // namespace

JobScan::JobScan(ReadSession &session, ScanRequest request, std::stop_token stop)
    : m_session(session)
    , m_request(std::move(request))
    , m_stop(stop)
    , m_stream(session, std::move(stop))
    , m_partner(session.partner())
    , m_jobShape(jobShape(m_request.fields, m_request.whole))
    , m_sizeShape(Command::of("HSTRLEN", "", "data"))
    , m_largeShapes(largeShapes(m_request))
    , m_base(m_request.queue.key({})) {}

JobScan::~JobScan() {
  if (m_partner)
    m_partner->drop();
}

Result<ScanReport> JobScan::run(const Visit &visit, const Tell &tell) {
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
    if (const auto taken = takeOldest(visit, tell); !taken)
      return fail(taken.error());
  }
}

void JobScan::also(ReadBatch batch, Extra take) {
  m_extras.emplace_back(std::move(batch), std::move(take));
}

Result<void> JobScan::begin() {
  if (m_request.only) {
    for (QByteArray &id : *m_request.only)
      m_found.push_back({std::move(id), {}});
    m_request.only->clear();
    m_report.total = qint64(m_found.size());
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
  return std::clamp(qint64(depth()) * SliceJobs, LeastRange, MostRange);
}

bool JobScan::wantsRange() const {
  const qint64 ahead = qint64(m_found.size()) + m_measuring + (sieves() ? 0 : qint64(m_ready.size()));
  return m_walk && !m_walk->atEnd() && !m_rangeAsked && ahead < 2 * rangeIds();
}

Result<void> JobScan::fill() {
  // A connection each.
  const size_t most = m_partner ? 2 * depth() : depth();
  while (m_withServer < most || !m_extras.empty()) {
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
  Result<void> asked;
  const qint64 next = m_ready.empty() ? 0 : bytesOf(m_ready.front());
  const bool mayRead = !m_ready.empty() && (m_bytesAsked == 0 || m_bytesAsked + next <= MostBytes);
  if (!m_extras.empty()) {
    m_batch = std::move(m_extras.front().first);
    Extra take = std::move(m_extras.front().second);
    m_extras.pop_front();
    asked = send({std::move(take)});
  } else if (m_done) {
    return false;
  } else if (wantsRange()) {
    asked = askRange();
  } else if (!m_passed.empty()) {
    asked = askMeasure(m_passed, 1);
  } else if (!m_found.empty() && !sieves() && m_measuring == 0) {
    asked = askMeasure(m_found, m_sampleEvery);
  } else if (mayRead) {
    asked = askSlice();
  } else if (!m_found.empty() && sieves() && m_sifting < LeastSifts + depth() - LeastDepth) {
    asked = askSift();
  } else {
    return false;
  }
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

/// One job in `every` is measured. Where nothing can be large, none needs to be.
Result<void> JobScan::askMeasure(Queue &from, size_t every) {
  if (!mayBeLarge()) {
    std::move(from.begin(), from.end(), std::back_inserter(m_ready));
    from.clear();
    return {};
  }
  Measure measure{{}, every};
  const size_t most = std::min(from.size(), size_t(MostRange));
  measure.jobs.assign(std::make_move_iterator(from.begin()),
                      std::make_move_iterator(from.begin() + qsizetype(most)));
  from.erase(from.begin(), from.begin() + qsizetype(most));
  m_batch.clear();
  for (size_t i = 0; i < measure.jobs.size(); i += every)
    for (const ReadShape &shape : m_largeShapes)
      m_batch.add(shape, m_base, measure.jobs[i].id);
  m_measuring += qint64(measure.jobs.size());
  return send({std::move(measure)});
}

Result<void> JobScan::askSift() {
  Sift sift;
  const size_t count = std::min(m_found.size(), size_t(m_siftJobs));
  const ScanSieve &sieve = m_request.sieve;
  Command command = Command::of("EVAL_RO", sieve.lua, 1, m_request.queue.key("meta"), m_base, SieveMs,
                                SieveLargest, sieve.test);
  for (size_t i = 0; i < count; ++i) {
    command.add(m_found.front().id);
    sift.jobs.push_back(std::move(m_found.front()));
    m_found.pop_front();
  }
  m_batch.clear();
  m_batch.add(command);
  ++m_sifting;
  return send({std::move(sift)});
}

JobScan::Slice JobScan::cutSlice() {
  Slice slice;
  while (!m_ready.empty() && qint64(slice.jobs.size()) < SliceJobs) {
    const qint64 bytes = bytesOf(m_ready.front()) + ReplyOverhead;
    if (!slice.jobs.empty() && slice.bytes + bytes > SliceBytes)
      break;
    slice.bytes += bytes;
    slice.jobs.push_back(std::move(m_ready.front()));
    m_ready.pop_front();
  }
  return slice;
}

Result<void> JobScan::askSlice() {
  Slice slice = cutSlice();
  m_batch.clear();
  for (const ScanId &job : slice.jobs) {
    if (!m_request.fields.empty())
      m_batch.add(m_jobShape, m_base, job.id);
    if (m_request.size)
      m_batch.add(m_sizeShape, m_base, job.id);
  }
  m_bytesAsked += slice.bytes;
  return send({std::move(slice)});
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

Result<void> JobScan::takeOldest(const Visit &visit, const Tell &tell) {
  Asked asked = std::move(m_asked.front());
  m_asked.pop_front();
  std::swap(m_replies, asked.replies);
  if (const auto *take = std::get_if<Extra>(&asked.what))
    return (*take)(m_replies);
  if (const auto *slice = std::get_if<Slice>(&asked.what))
    m_bytesAsked -= slice->bytes;
  m_sifting -= std::holds_alternative<Sift>(asked.what) ? 1 : 0;
  if (m_done)
    return {};
  if (std::holds_alternative<Range>(asked.what)) {
    m_rangeAsked = false;
    const auto taken = m_walk->takeRange(m_replies, m_found);
    m_report.lostTrack = m_walk->lostTrack();
    return taken;
  }
  if (auto *measure = std::get_if<Measure>(&asked.what)) {
    takeMeasure(std::move(*measure));
    return {};
  }
  auto *sift = std::get_if<Sift>(&asked.what);
  const auto taken = sift ? takeSift(std::move(sift->jobs)) : takeSlice(std::get<Slice>(asked.what), visit);
  if (taken && tell)
    tell(m_report);
  return taken;
}

/// A key that is no hash, or may not be read, has no length; reading it will tell.
void JobScan::takeMeasure(Measure measure) {
  const auto &pieces = m_replies.pieces();
  m_measuring -= qint64(measure.jobs.size());
  qint64 largest = 0, sum = 0;
  size_t at = 0;
  for (size_t i = 0; i < measure.jobs.size(); i += measure.every) {
    qint64 size = 0;
    for (size_t field = 0; field < m_largeShapes.size(); ++field)
      size += pieces[at++].number;
    largest = std::max(largest, size);
    sum += size;
    measure.jobs[i].size = size;
  }
  const bool known = measure.every == 1 || largest <= SmallBytes;
  m_sampleEvery = known && double(largest) <= 4 * m_jobBytes ? SampleCalm : SampleEvery;
  if (known)
    m_jobBytes =
        std::max(m_jobBytes, double(sum * qint64(m_largeShapes.size())) / double(std::max<size_t>(1, at)));
  Queue &to = known ? m_ready : m_passed;
  std::move(measure.jobs.begin(), measure.jobs.end(), std::back_inserter(to));
}

/// What passed goes on to be read; what the script had no time for comes back.
Result<void> JobScan::takeSift(Jobs jobs) {
  const auto &pieces = m_replies.pieces();
  if (pieces.front().type == Type::Error)
    return fail(errorFromServer(m_replies.bytes(pieces.front()).toByteArray()));
  const qint64 dealt = pieces.size() > 1 ? pieces[1].number : 0;
  for (size_t i = 2; i < pieces.size(); ++i)
    m_passed.push_back(std::move(jobs[size_t(pieces[i].number - 1)]));
  for (size_t i = jobs.size(); i > size_t(dealt); --i)
    m_found.push_front(std::move(jobs[i - 1]));
  m_report.looked += dealt - qint64(pieces.size() - 2);
  // All dealt with: there may be time for more. Else the script has said how many it can do.
  m_siftJobs = dealt == qint64(jobs.size()) ? std::min(1.5 * double(dealt) + 1, double(SieveJobs))
                                            : std::max(1.0, 0.9 * double(dealt));
  return {};
}

/// Jobs of one queue mostly have their fields in the same order: the last job's is tried first.
void JobScan::takeHash(size_t first, size_t pairs) {
  const auto &pieces = m_replies.pieces();
  const std::vector<QByteArray> &wanted = m_request.fields;
  m_order.resize(std::max(m_order.size(), pairs), wanted.size());
  for (size_t pair = 0; pair < pairs; ++pair) {
    const QByteArrayView name = m_replies.bytes(pieces[first + 2 * pair]);
    size_t &field = m_order[pair];
    if (field == wanted.size() || wanted[field] != name)
      field = size_t(std::find(wanted.begin(), wanted.end(), name) - wanted.begin());
    if (field < wanted.size())
      m_fields[field] = m_replies.bytes(pieces[first + 2 * pair + 1]);
  }
}

/// The fields of one job, of which the first piece is at `at`; the place behind them.
Result<size_t> JobScan::takeFields(size_t at) {
  m_fields.assign(m_request.fields.size(), QByteArrayView());
  if (m_fields.empty())
    return at;
  const auto &pieces = m_replies.pieces();
  const FlatReplies::Piece &head = pieces[at++];
  if (const auto refused = replies::refusal(m_replies, head))
    return fail(*refused);
  const size_t items = head.type == Type::Array ? size_t(std::max<qint64>(0, head.number)) : 0;
  if (head.type == Type::Bytes)
    m_fields[0] = m_replies.bytes(head);
  else if (m_request.whole)
    takeHash(at, items / 2);
  else
    for (size_t field = 0; field < items; ++field)
      m_fields[field] = m_replies.bytes(pieces[at + field]);
  return at + items;
}

Result<void> JobScan::takeSlice(const Slice &slice, const Visit &visit) {
  size_t at = 0;
  for (const ScanId &job : slice.jobs) {
    const auto behind = takeFields(at);
    if (!behind)
      return fail(behind.error());
    at = *behind;
    const qint64 size = m_request.size ? m_replies.pieces()[at++].number : -1;
    ++m_report.looked;
    if (!visit({job.id, job.score, m_fields, size})) {
      leaveRest();
      return {};
    }
  }
  learnSize(slice.jobs.size());
  return {};
}

void JobScan::leaveRest() {
  m_report.stoppedEarly = m_done = true;
  if (m_walk)
    m_walk->stop();
  m_found.clear();
  m_passed.clear();
  m_ready.clear();
}

/// Quick to grow, slow to shrink: one slice of large payloads makes the next ones short.
void JobScan::learnSize(size_t jobs) {
  const double now = double(m_replies.byteCount()) / double(std::max<size_t>(1, jobs));
  m_jobBytes = now > m_jobBytes ? now : 0.75 * m_jobBytes + 0.25 * now;
}

} // namespace oxp
