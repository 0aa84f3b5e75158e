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

Result<void> OtherPrefixes::look(ReadSession &session, const std::vector<QByteArray> &bases,
                                 std::stop_token stop) {
  std::vector<Command> commands;
  std::vector<QueueId> ids;
  for (const QByteArray &base : bases) {
    const auto id = queuekey::splitBase(base);
    if (!id || base.contains("::relay:") || m_seen.size() >= MostLooks || m_seen.contains(base))
      continue;
    m_seen.insert(base);
    append(commands, *id);
    ids.push_back(*id);
  }
  if (commands.empty())
    return {};
  const auto replies = session.pipeline(commands, std::move(stop));
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < ids.size(); ++i)
    if (isQueue(std::span(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue)))
      m_found.push_back(ids[i]);
  return {};
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
