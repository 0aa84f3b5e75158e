// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/otherprefixes.h"

#include "bull/queuekey.h"
#include "bullio/replies.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr size_t CommandsPerQueue = 3;

void append(std::vector<Command> &commands, const QueueId &id) {
  commands.push_back(Command::of("HMGET", id.key("meta"), "version", "opts.maxLenEvents"));
  commands.push_back(Command::of("TYPE", id.key("id")));
  commands.push_back(Command::of("EXISTS", id.key("wait"), id.key("active"), id.key("delayed"),
                                 id.key("completed"), id.key("failed"), id.key("paused")));
}

/// The fields that only BullMQ writes, or a list of jobs beside a counter.
bool isQueue(std::span<const Reply> replies) {
  const std::vector<QByteArray> meta = replies::list(replies[0]);
  const bool isBullMq = meta.size() == 2 && (meta[0].startsWith("bullmq") || !meta[1].isNull());
  return isBullMq || (replies::bytes(replies[1]) == "string" && replies::integer(replies[2]) > 0);
}

} // namespace

Result<bool> OtherPrefixes::look(ReadSession &session, const std::vector<Met> &met, std::stop_token stop) {
  std::vector<Command> commands;
  std::vector<QueueId> ids;
  for (const auto &[base, trail] : met) {
    const auto kind = size_t(trail);
    if (m_known.contains(base)) {
      m_met.insert(base);
      continue;
    }
    const auto id = queuekey::splitBase(base);
    if (!id || base.contains("::relay:") || m_misses[kind].contains(base) || m_looks[kind] >= MostLooks)
      continue;
    ++m_looks[kind];
    m_misses[kind].insert(base);
    append(commands, *id);
    ids.push_back(*id);
  }
  if (commands.empty())
    return false;
  const auto replies = session.pipeline(commands, std::move(stop));
  if (!replies)
    return fail(replies.error());
  const size_t before = m_found.size();
  for (size_t i = 0; i < ids.size(); ++i)
    if (isQueue(std::span(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue)))
      take(ids[i]);
  return m_found.size() > before;
}

/// Both of its keys may have been met in one go.
void OtherPrefixes::take(const QueueId &id) {
  const QByteArray base = id.base();
  m_met.insert(base);
  if (m_known.contains(base))
    return;
  m_known.insert(base);
  m_found.push_back(id);
  for (QSet<QByteArray> &misses : m_misses)
    misses.remove(base);
}

void OtherPrefixes::end() {
  std::erase_if(m_found, [this](const QueueId &id) { return !m_met.contains(id.base()); });
  m_known.intersect(m_met);
}

void OtherPrefixes::forgetMisses() {
  m_misses = {};
  m_looks = {};
}

bool OtherPrefixes::isFull() const {
  return std::ranges::any_of(m_looks, [](qsizetype looks) { return looks >= MostLooks; });
}

std::vector<QueueId> OtherPrefixes::settled() const {
  std::vector<QueueId> settled;
  for (const QueueId &id : m_found) {
    const auto holds = [&](const QueueId &other) { return id.base().startsWith(other.base() + ':'); };
    if (std::none_of(m_found.begin(), m_found.end(), holds))
      settled.push_back(id);
  }
  std::sort(settled.begin(), settled.end());
  return settled;
}

} // namespace oxp
