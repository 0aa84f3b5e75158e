// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/queuekey.h"

namespace oxp::queuekey {

std::optional<QueueId> splitBase(const QByteArray &base) {
  const qsizetype colon = base.lastIndexOf(':');
  if (colon < 0 || colon + 1 == base.size())
    return std::nullopt;
  return QueueId{base.left(colon), base.mid(colon + 1)};
}

std::optional<QueueId> splitBase(const QByteArray &base, const QByteArray &prefix) {
  if (!base.startsWith(prefix + ':') || base.size() == prefix.size() + 1)
    return std::nullopt;
  return QueueId{prefix, base.mid(prefix.size() + 1)};
}

JobKeyParser::JobKeyParser(const std::vector<QueueInfo> &known) {
  for (const QueueInfo &queue : known)
    m_known.insert(queue.id);
}

std::optional<JobKey> JobKeyParser::parse(const QByteArray &key) const {
  // Every cut into base and id, the longest base first; a base may itself be cut in several ways.
  for (qsizetype end = key.lastIndexOf(':'); end > 0; end = key.lastIndexOf(':', end - 1)) {
    const QByteArray base = key.left(end);
    for (qsizetype cut = base.lastIndexOf(':'); cut >= 0; cut = cut ? base.lastIndexOf(':', cut - 1) : -1) {
      const QueueId id{base.left(cut), base.mid(cut + 1)};
      if (m_known.contains(id))
        return JobKey{id, key.mid(end + 1)};
    }
  }
  const qsizetype end = key.lastIndexOf(':');
  const std::optional<QueueId> queue = end > 0 ? splitBase(key.left(end)) : std::nullopt;
  if (!queue)
    return std::nullopt;
  return JobKey{*queue, key.mid(end + 1)};
}

QByteArray escapeGlob(const QByteArray &text) {
  QByteArray escaped;
  for (const char c : text) {
    if (c == '*' || c == '?' || c == '[' || c == ']' || c == '\\')
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

} // namespace oxp::queuekey
