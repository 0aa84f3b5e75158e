// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobscan.h"

#include "bull/fieldtext.h"
#include "bullio/replies.h"

#include <QByteArrayList>

#include <algorithm>

namespace oxp {

namespace {

using Type = Reply::Type;

bool isList(JobState state) {
  return state == JobState::Waiting || state == JobState::Active;
}

bool newestLast(JobState state) {
  return state == JobState::Completed || state == JobState::Failed || state == JobState::WaitingChildren;
}

ReadShape jobShape(const std::vector<QByteArray> &fields, bool whole) {
  if (whole)
    return ReadShape(Command::of("HGETALL", ""));
  std::vector<QByteArray> parts{fields.size() == 1 ? "HGET" : "HMGET", ""};
  parts.insert(parts.end(), fields.begin(), fields.end());
  return ReadShape(Command(std::move(parts)));
}

/// `5` for `(5` and the other way round: what lies outside of a bound.
QByteArray beyond(const QByteArray &bound) {
  return bound.startsWith('(') ? bound.sliced(1) : '(' + bound;
}

bool isRefusal(const FlatReplies &replies, const FlatReplies::Piece &piece) {
  return piece.type == Type::Error && !replies.bytes(piece).startsWith("WRONGTYPE");
}

tl::unexpected<Error> refusal(const FlatReplies &replies, const FlatReplies::Piece &piece) {
  return fail(errorFromServer(replies.bytes(piece).toByteArray()));
}

} // namespace

JobScan::JobScan(ReadSession &session, ScanRequest request, std::stop_token stop)
    : m_session(session)
    , m_request(std::move(request))
    , m_stop(stop)
    , m_stream(session, std::move(stop))
    , m_jobShape(jobShape(m_request.fields, m_request.whole))
    , m_sizeShape(Command::of("HSTRLEN", "", "data"))
    , m_base(m_request.queue.key({})) {}

Result<ScanReport> JobScan::run(const Visit &visit, const Tell &tell) {
  if (const auto begun = begin(); !begun)
    return fail(begun.error());
  while (true) {
    if (const auto filled = fill(); !filled)
      return fail(filled.error());
    if (m_asked.empty())
      return m_report;
    if (const auto taken = takeOldest(visit, tell); !taken)
      return fail(taken.error());
  }
}

void JobScan::also(ReadBatch batch, Extra take) {
  m_extras.emplace_back(std::move(batch), std::move(take));
}

void JobScan::takeList() {
  for (QByteArray &id : *m_request.only)
    m_ids.emplace_back(std::move(id), QByteArray());
  m_request.only->clear();
  m_kept = m_report.total = qint64(m_ids.size());
}

/// Where each walk starts, and how much there is.
Result<void> JobScan::begin() {
  if (m_request.only) {
    takeList();
    return {};
  }
  const QueueId &queue = m_request.queue;
  std::vector<Command> commands;
  if (isList(m_request.state)) {
    const bool waiting = m_request.state == JobState::Waiting;
    for (const QByteArray &name :
         waiting ? QByteArrayList{"wait", "paused"} : QByteArrayList{stateKey(m_request.state)}) {
      m_walks.push_back({queue.key(name)});
      commands.push_back(Command::of("LLEN", m_walks.back().key));
    }
  } else {
    m_walks.push_back({queue.key(stateKey(m_request.state)), true, newestLast(m_request.state)});
    const QByteArray &key = m_walks.back().key;
    commands.push_back(Command::of("ZCOUNT", key, m_request.min, m_request.max));
    commands.push_back(m_walks.back().descending ? Command::of("ZCOUNT", key, beyond(m_request.max), "+inf")
                                                 : Command::of("ZCOUNT", key, "-inf", beyond(m_request.min)));
  }
  // An end that is open leaves nothing outside, and `(+inf` would be one.
  if (m_walks.front().isSet &&
      (m_walks.front().descending ? m_request.max == "+inf" : m_request.min == "-inf"))
    commands.pop_back();
  ReadBatch batch;
  for (const Command &command : commands)
    batch.add(command);
  if (const auto sent = m_stream.send(batch); !sent)
    return sent;
  if (const auto received = m_stream.receive(m_replies); !received)
    return received;
  const auto &pieces = m_replies.pieces();
  for (const FlatReplies::Piece &piece : pieces) {
    if (isRefusal(m_replies, piece))
      return refusal(m_replies, piece);
  }
  if (m_walks.front().isSet) {
    m_report.total = pieces[0].number;
    m_walks.front().cursor = RangeCursor(pieces.size() > 1 ? pieces[1].number : 0, ChunkIds);
  } else {
    for (const FlatReplies::Piece &piece : pieces)
      m_report.total += piece.number;
  }
  return {};
}

/// How many batches are under way: the far end should never wait for this one, nor this one for the wire.
size_t JobScan::depth() const {
  const auto milliseconds = m_session.facts().latency.count() / 1'000;
  return size_t(std::clamp<qint64>(3 + milliseconds, 3, 24));
}

qint64 JobScan::sliceJobs() const {
  return std::clamp<qint64>(qint64(double(SliceBytes) / m_jobBytes), 1, SliceJobs);
}

bool JobScan::idsLeft() const {
  return !m_walks.empty() && (m_request.limit < 0 || m_kept < m_request.limit);
}

Result<void> JobScan::fill() {
  if (m_done)
    return sendExtras();
  while (m_asked.size() < depth()) {
    Result<void> sent;
    if (!m_extras.empty())
      sent = sendExtras();
    else if (!m_idsAsked && idsLeft() && qint64(m_ids.size()) < ChunkIds / 2)
      sent = sendIds();
    else if (!m_ids.empty() && sieves())
      sent = sendSift();
    else if (!m_ids.empty() || !m_sifted.empty())
      sent = sendSlice();
    else
      return {};
    if (!sent)
      return sent;
  }
  return {};
}

Result<void> JobScan::sendExtras() {
  for (; !m_extras.empty(); m_extras.pop_front()) {
    if (const auto sent = m_stream.send(m_extras.front().first); !sent)
      return sent;
    m_asked.push_back({std::move(m_extras.front().second)});
  }
  return {};
}

Result<void> JobScan::sendIds() {
  const Walk &walk = m_walks.front();
  const RangeCursor::Range range = walk.cursor.next();
  const qint64 last = range.offset + range.count - 1;
  const char *verb = !walk.isSet ? "LRANGE" : walk.descending ? "ZREVRANGE" : "ZRANGE";
  Command command = Command::of(verb, walk.key, range.offset, last);
  if (walk.isSet && (m_request.scores || m_request.bounded()))
    command.add("WITHSCORES");
  m_batch.clear();
  m_batch.add(command);
  m_idsAsked = true;
  m_asked.push_back({Ids{}});
  return m_stream.send(m_batch);
}

/// Takes jobs off a queue. What lies beyond the limit is dropped with the rest of the walk.
JobScan::Slice JobScan::cut(Queue &from, qint64 count) {
  Slice slice;
  for (count = std::min<qint64>(count, qint64(from.size())); count > 0; --count) {
    slice.ids.push_back(std::move(from.front().first));
    slice.scores.push_back(std::move(from.front().second));
    from.pop_front();
  }
  return slice;
}

Result<void> JobScan::sendSift() {
  Slice jobs = cut(m_ids, qint64(m_siftJobs));
  const ScanSieve &sieve = m_request.sieve;
  Command command = Command::of("EVAL_RO", sieve.lua, 1, m_request.queue.key("meta"), m_base, SieveMs,
                                SieveLargest, sieve.test);
  for (const QByteArray &id : jobs.ids)
    command.add(id);
  m_batch.clear();
  m_batch.add(command);
  m_asked.push_back({Sift{std::move(jobs)}});
  return m_stream.send(m_batch);
}

/// What passed goes on to be read; what the script had no time for comes back.
Result<void> JobScan::takeSift(Slice jobs, const FlatReplies &replies) {
  const auto &pieces = replies.pieces();
  if (pieces.front().type == Type::Error)
    return refusal(replies, pieces.front());
  if (m_done)
    return {};
  const qint64 dealt = pieces.size() > 1 ? pieces[1].number : 0;
  for (size_t i = 2; i < pieces.size(); ++i) {
    const size_t job = size_t(pieces[i].number - 1);
    m_sifted.emplace_back(std::move(jobs.ids[job]), std::move(jobs.scores[job]));
  }
  for (size_t i = jobs.ids.size(); i > size_t(dealt); --i)
    m_ids.emplace_front(std::move(jobs.ids[i - 1]), std::move(jobs.scores[i - 1]));
  m_report.looked += dealt - qint64(pieces.size() - 2);
  // All dealt with: there may be time for more. Else the script has said how many it can do.
  m_siftJobs = dealt == qint64(jobs.ids.size()) ? std::min(1.5 * double(dealt) + 1, double(SieveJobs))
                                                : std::max(1.0, 0.9 * double(dealt));
  return {};
}

Result<void> JobScan::sendSlice() {
  Slice slice = cut(sieves() ? m_sifted : m_ids, sliceJobs());
  m_batch.clear();
  for (const QByteArray &id : slice.ids) {
    if (!m_request.fields.empty())
      m_batch.add(m_jobShape, m_base, id);
    if (m_request.size)
      m_batch.add(m_sizeShape, m_base, id);
  }
  m_asked.push_back({std::move(slice)});
  return m_stream.send(m_batch);
}

Result<void> JobScan::takeOldest(const Visit &visit, const Tell &tell) {
  Asked asked = std::move(m_asked.front());
  m_asked.pop_front();
  if (const auto received = m_stream.receive(m_replies); !received)
    return received;
  if (const auto *take = std::get_if<Extra>(&asked.what))
    return (*take)(m_replies);
  if (std::holds_alternative<Ids>(asked.what))
    return takeIds(m_replies);
  Result<void> taken;
  if (auto *sift = std::get_if<Sift>(&asked.what))
    taken = takeSift(std::move(sift->jobs), m_replies);
  else if (!m_done)
    taken = takeSlice(std::get<Slice>(asked.what), m_replies, visit);
  if (taken && tell)
    tell(m_report);
  return taken;
}

Result<void> JobScan::takeIds(const FlatReplies &replies) {
  m_idsAsked = false;
  if (m_walks.empty())
    return {};
  const auto &pieces = replies.pieces();
  if (isRefusal(replies, pieces.front()))
    return refusal(replies, pieces.front());
  const bool withScores = m_walks.front().isSet && (m_request.scores || m_request.bounded());
  std::vector<QByteArray> ids, scores;
  ids.reserve(pieces.size());
  for (size_t i = 1; i < pieces.size(); ++i) {
    ids.push_back(replies.bytes(pieces[i]).toByteArray());
    if (withScores && ++i < pieces.size())
      scores.push_back(replies.bytes(pieces[i]).toByteArray());
  }
  keepIds(std::move(ids), std::move(scores));
  return {};
}

bool JobScan::isBeyond(const QByteArray &score) const {
  const QByteArray &bound = m_walks.front().descending ? m_request.min : m_request.max;
  if (bound == "-inf" || bound == "+inf")
    return false;
  const bool open = bound.startsWith('(');
  const double limit = bound.sliced(open ? 1 : 0).toDouble(), value = score.toDouble();
  return m_walks.front().descending ? (open ? value <= limit : value < limit)
                                    : (open ? value >= limit : value > limit);
}

void JobScan::keepIds(std::vector<QByteArray> ids, std::vector<QByteArray> scores) {
  Walk &walk = m_walks.front();
  bool ended = false;
  for (size_t i = walk.cursor.take(ids); i < ids.size(); ++i) {
    if (!scores.empty() && isBeyond(scores[i])) {
      ended = true;
      break;
    }
    if (fieldtext::isMarker(ids[i]))
      continue;
    if (m_request.limit >= 0 && m_kept == m_request.limit) {
      ended = true;
      break;
    }
    m_ids.emplace_back(std::move(ids[i]), scores.empty() ? QByteArray() : std::move(scores[i]));
    ++m_kept;
  }
  m_report.lostTrack = m_report.lostTrack || walk.cursor.lostTrack();
  if (ended || walk.cursor.atEnd())
    m_walks.pop_front();
}

/// Jobs of one queue mostly have their fields in the same order: the last job's is tried first.
void JobScan::takeHash(const FlatReplies &replies, size_t first, size_t pairs) {
  const auto &pieces = replies.pieces();
  const std::vector<QByteArray> &wanted = m_request.fields;
  m_order.resize(std::max(m_order.size(), pairs), wanted.size());
  for (size_t pair = 0; pair < pairs; ++pair) {
    const QByteArrayView name = replies.bytes(pieces[first + 2 * pair]);
    size_t &field = m_order[pair];
    if (field == wanted.size() || wanted[field] != name)
      field = size_t(std::find(wanted.begin(), wanted.end(), name) - wanted.begin());
    if (field < wanted.size())
      m_fields[field] = replies.bytes(pieces[first + 2 * pair + 1]);
  }
}

Result<void> JobScan::takeSlice(const Slice &slice, const FlatReplies &replies, const Visit &visit) {
  const auto &pieces = replies.pieces();
  const size_t width = m_request.fields.size();
  size_t at = 0;
  for (size_t i = 0; i < slice.ids.size(); ++i) {
    m_fields.assign(width, QByteArrayView());
    if (width > 0) {
      const FlatReplies::Piece &head = pieces[at++];
      if (isRefusal(replies, head))
        return refusal(replies, head);
      if (head.type == Type::Array && m_request.whole) {
        takeHash(replies, at, size_t(head.number) / 2);
        at += size_t(head.number);
      } else if (head.type == Type::Array) {
        for (size_t field = 0; field < size_t(head.number); ++field)
          m_fields[field] = replies.bytes(pieces[at++]);
      } else if (head.type == Type::Bytes) {
        m_fields[0] = replies.bytes(head);
      }
    }
    qint64 size = -1;
    if (m_request.size)
      size = pieces[at++].number;
    ++m_report.looked;
    if (!visit({slice.ids[i], slice.scores[i], m_fields, size})) {
      m_report.stoppedEarly = m_done = true;
      m_walks.clear();
      m_ids.clear();
      return {};
    }
  }
  // Quick to grow, slow to shrink: one slice of large payloads makes the next ones short.
  const double now = double(replies.byteCount() + 64) / double(std::max<size_t>(1, slice.ids.size()));
  m_jobBytes = now > m_jobBytes ? now : 0.75 * m_jobBytes + 0.25 * now;
  return {};
}

} // namespace oxp
