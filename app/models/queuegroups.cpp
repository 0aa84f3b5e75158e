// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuegroups.h"

#include <QHash>

#include <algorithm>

namespace oxp {
namespace {

QByteArray headOf(const QByteArray &name) {
  const auto separates = [](char c) { return c == '.' || c == ':' || c == '-' || c == '_'; };
  const auto at = std::find_if(name.begin(), name.end(), separates);
  return name.first(at - name.begin());
}

bool severalPrefixes(const std::vector<QueueInfo> &queues) {
  return std::any_of(queues.begin(), queues.end(),
                     [&](const QueueInfo &queue) { return queue.id.prefix != queues.front().id.prefix; });
}

/// A prefix as a group's key; the empty one (keys such as `:name:meta`) needs one too.
QByteArray prefixKey(const QByteArray &prefix) {
  return prefix.isEmpty() ? QByteArrayLiteral(":") : prefix;
}

} // namespace

std::vector<QByteArray> queueGroups(const std::vector<QueueInfo> &queues) {
  std::vector<QByteArray> groups;
  groups.reserve(queues.size());
  if (!queues.empty() && severalPrefixes(queues)) {
    for (const QueueInfo &queue : queues)
      groups.push_back(prefixKey(queue.id.prefix));
    return groups;
  }
  QHash<QByteArray, int> members;
  for (const QueueInfo &queue : queues)
    ++members[groups.emplace_back(headOf(queue.id.name))];
  for (QByteArray &group : groups)
    if (members.value(group) < 2)
      group.clear();
  return groups;
}

} // namespace oxp
