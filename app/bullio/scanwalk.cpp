// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/scanwalk.h"

#include "bull/fieldtext.h"
#include "bullio/replies.h"

#include <QByteArrayList>

#include <algorithm>

namespace oxp {

namespace {

bool newestLast(JobState state) {
  return state == JobState::Completed || state == JobState::Failed || state == JobState::WaitingChildren;
}

/// `5` for `(5` and the other way round: what lies outside of a bound.
QByteArray beyond(const QByteArray &bound) {
  return bound.startsWith('(') ? bound.sliced(1) : '(' + bound;
}

} // namespace

ScanWalk::ScanWalk(WalkRequest request, qint64 step)
    : m_request(std::move(request))
    , m_step(step) {
  if (m_request.state == JobState::Waiting) {
    m_walks.push_back(walkOf("wait"));
    m_walks.push_back(walkOf("paused"));
  } else {
    m_walks.push_back(walkOf(stateKey(m_request.state)));
  }
}

bool ScanWalk::isLists() const {
  return m_request.state == JobState::Waiting || m_request.state == JobState::Active;
}

bool ScanWalk::withScores() const {
  return !isLists() && (m_request.scores || m_request.bounded());
}

ScanWalk::Walk ScanWalk::walkOf(const QByteArray &key) const {
  return {m_request.queue.key(key), !isLists(), newestLast(m_request.state), RangeCursor(0, m_step)};
}

/// A list: its length. A set: how many are within the bounds, and where an end is not open how many stand
/// before them.
ReadBatch ScanWalk::sizes() const {
  ReadBatch batch;
  for (const Walk &walk : m_walks) {
    if (!walk.isSet) {
      batch.add(Command::of("LLEN", walk.key));
      continue;
    }
    batch.add(Command::of("ZCOUNT", walk.key, m_request.min, m_request.max));
    if (walk.descending && m_request.max != "+inf")
      batch.add(Command::of("ZCOUNT", walk.key, beyond(m_request.max), "+inf"));
    else if (!walk.descending && m_request.min != "-inf")
      batch.add(Command::of("ZCOUNT", walk.key, "-inf", beyond(m_request.min)));
  }
  return batch;
}

Result<void> ScanWalk::takeSizes(const FlatReplies &replies) {
  const auto &pieces = replies.pieces();
  for (const FlatReplies::Piece &piece : pieces)
    if (const auto refused = replies::refusal(replies, piece))
      return fail(*refused);
  for (size_t i = 0; i < m_walks.size(); ++i) {
    m_walks[i].length = pieces[i].number;
    m_total += pieces[i].number;
  }
  if (m_walks.front().isSet && pieces.size() > 1)
    m_walks.front().cursor = RangeCursor(pieces[1].number, m_step);
  return {};
}

Command ScanWalk::range() const {
  const Walk &walk = m_walks.front();
  const RangeCursor::Range range = walk.cursor.next();
  // Where the bounds begin may have moved since it was counted; the server finds it anew.
  if (walk.isSet && !walk.begun && m_request.bounded())
    return walk.descending ? Command::of("ZREVRANGEBYSCORE", walk.key, m_request.max, m_request.min,
                                         "WITHSCORES", "LIMIT", 0, range.count)
                           : Command::of("ZRANGEBYSCORE", walk.key, m_request.min, m_request.max,
                                         "WITHSCORES", "LIMIT", 0, range.count);
  const char *verb = !walk.isSet ? "LRANGE" : walk.descending ? "ZREVRANGE" : "ZRANGE";
  Command command = Command::of(verb, walk.key, range.offset, range.offset + range.count - 1);
  if (withScores())
    command.add("WITHSCORES");
  return command;
}

Result<void> ScanWalk::takeRange(const FlatReplies &replies, std::deque<ScanId> &into) {
  if (m_walks.empty())
    return {};
  const auto &pieces = replies.pieces();
  if (const auto refused = replies::refusal(replies, pieces.front()))
    return fail(*refused);
  std::vector<QByteArray> ids, scores;
  ids.reserve(pieces.size());
  for (size_t i = 1; i < pieces.size(); ++i) {
    ids.push_back(replies.bytes(pieces[i]).toByteArray());
    if (withScores() && ++i < pieces.size())
      scores.push_back(replies.bytes(pieces[i]).toByteArray());
  }
  keep(std::move(ids), std::move(scores), into);
  return {};
}

bool ScanWalk::isBeyond(const QByteArray &score) const {
  const QByteArray &bound = m_walks.front().descending ? m_request.min : m_request.max;
  if (bound == "-inf" || bound == "+inf")
    return false;
  const bool open = bound.startsWith('(');
  const double limit = bound.sliced(open ? 1 : 0).toDouble(), value = score.toDouble();
  return m_walks.front().descending ? (open ? value <= limit : value < limit)
                                    : (open ? value >= limit : value > limit);
}

void ScanWalk::keep(std::vector<QByteArray> ids, std::vector<QByteArray> scores, std::deque<ScanId> &into) {
  Walk &walk = m_walks.front();
  walk.begun = true;
  bool ended = false;
  for (size_t i = walk.cursor.take(ids); i < ids.size() && !ended; ++i) {
    ++walk.given;
    if (fieldtext::isMarker(ids[i]))
      continue;
    ended = (!scores.empty() && isBeyond(scores[i])) || isFull();
    if (ended)
      continue;
    into.push_back({std::move(ids[i]), scores.empty() ? QByteArray() : std::move(scores[i])});
    ++m_kept;
    ++walk.kept;
  }
  m_lost = m_lost || walk.cursor.lostTrack();
  if (walk.restarts != walk.cursor.restarts()) {
    walk.restarts = walk.cursor.restarts();
    m_kept -= std::exchange(walk.kept, 0);
  }
  if (ended || walk.cursor.atEnd())
    leaveWalk();
}

/// When a queue is resumed, `paused` becomes `wait`, which was walked before it: then it is walked again.
void ScanWalk::leaveWalk() {
  const Walk left = std::move(m_walks.front());
  m_walks.pop_front();
  if (m_request.state != JobState::Waiting || m_again)
    return;
  if (!m_walks.empty()) {
    m_waitKept = left.kept;
  } else if (left.given < left.length && !isFull()) {
    m_again = true;
    m_kept -= m_waitKept;
    m_walks.push_back(walkOf("wait"));
  }
}

} // namespace oxp
