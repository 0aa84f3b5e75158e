// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/stateprobe.h"

#include "bullio/replies.h"

#include <QVersionNumber>

#include <algorithm>

namespace oxp {

namespace {

constexpr std::array SetStates = {JobState::Completed, JobState::Failed, JobState::Delayed,
                                  JobState::Prioritized, JobState::WaitingChildren};

bool knowsLpos(const ServerFacts &facts) {
  const auto version = QVersionNumber::fromString(QString::fromLatin1(facts.version));
  return facts.kind != ServerKind::Redis || version.isNull() || version >= QVersionNumber(6, 0, 6);
}

} // namespace

StateProbe::StateProbe(const ReadSession &session, int depth)
    : StateProbe(knowsLpos(session.facts()), depth) {}

StateProbe::StateProbe(bool hasLpos, int depth)
    : m_hasLpos(hasLpos)
    , m_depth(depth) {}

void StateProbe::appendListSearch(std::vector<Command> &commands, const QByteArray &key,
                                  const QByteArray &id) const {
  if (m_hasLpos) {
    commands.push_back(Command::of("LPOS", key, id, "RANK", -1, "MAXLEN", m_depth));
    commands.push_back(Command::of("LPOS", key, id, "RANK", 1, "MAXLEN", m_depth));
  } else {
    commands.push_back(Command::of("LRANGE", key, -m_depth, -1));
    commands.push_back(Command::of("LRANGE", key, 0, m_depth - 1));
  }
}

bool StateProbe::foundInList(std::span<const Reply> replies, const QByteArray &id) const {
  return std::any_of(replies.begin(), replies.end(), [&](const Reply &reply) {
    if (m_hasLpos)
      return replies::has(reply);
    return std::any_of(reply.items.begin(), reply.items.end(),
                       [&](const Reply &item) { return item.bytes == id; });
  });
}

void StateProbe::append(std::vector<Command> &commands, const QueueId &queue, const QByteArray &jobId) const {
  commands.push_back(Command::of("EXISTS", queue.key(jobId)));
  for (const JobState state : SetStates)
    commands.push_back(Command::of("ZSCORE", queue.key(stateKey(state)), jobId));
  for (const char *list : {"wait", "paused"})
    commands.push_back(Command::of("LLEN", queue.key(list)));
  for (const char *list : {"active", "wait", "paused"})
    appendListSearch(commands, queue.key(list), jobId);
}

StateProbe::Found StateProbe::read(std::span<const Reply> replies, const QByteArray &jobId) const {
  Found found;
  found.exists = replies::integer(replies[0]) > 0;
  const auto stands = [&found](JobState state) {
    if (found.state == JobState::Unknown)
      found.state = state;
    else
      found.alsoIn.push_back(state);
  };
  for (size_t i = 0; i < SetStates.size(); ++i) {
    if (!replies::has(replies[1 + i]))
      continue;
    if (found.state == JobState::Unknown)
      found.score = replies::bytes(replies[1 + i]);
    stands(SetStates[i]);
  }
  const qint64 longest = std::max(replies::integer(replies[6]), replies::integer(replies[7]));
  const auto lists = replies.subspan(8);
  if (foundInList(lists.subspan(0, 2), jobId))
    stands(JobState::Active);
  const bool farInside = found.state == JobState::Unknown && found.exists && longest > 2 * qint64(m_depth);
  if (foundInList(lists.subspan(2, 4), jobId) || farInside)
    stands(JobState::Waiting);
  return found;
}

} // namespace oxp
