// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/channels.h"

#include "bull/queuekey.h"

#include <QHash>

namespace oxp::channels {

namespace {

constexpr std::chrono::milliseconds TellEvery{250};
constexpr int MostJobs = 200;
/// The id stands at the head or the tail of a message; between may lie a large result.
constexpr qsizetype LookAt = 256;

/// The value of `"jobId":` in a JSON object that the library wrote; empty when it is not where it looks.
QByteArray idIn(QByteArrayView text) {
  constexpr QByteArrayView Name = "\"jobId\":";
  const qsizetype at = text.indexOf(Name);
  if (at < 0)
    return {};
  QByteArrayView value = text.sliced(at + Name.size());
  const bool quoted = value.startsWith('"');
  value = value.sliced(quoted ? 1 : 0);
  for (qsizetype end = 0; end < value.size(); ++end) {
    const char c = value[end];
    if (c == '\\')
      return {};
    if (quoted ? c == '"' : c < '0' || c > '9')
      return value.first(end).toByteArray();
  }
  return {};
}

QByteArray jobOf(const QByteArray &event, const QByteArray &payload) {
  if (event == "waiting" || event == "active" || event == "stalled" || event == "duplicated" ||
      event == "removed")
    return payload;
  const QByteArray head = idIn(QByteArrayView(payload).first(std::min(LookAt, payload.size())));
  return head.isEmpty() ? idIn(QByteArrayView(payload).last(std::min(LookAt, payload.size()))) : head;
}

/// `active` of `bull:videos:active@3f2a…`.
QByteArray eventOf(const QByteArray &channel, const QueueId &queue) {
  const QByteArray name = channel.sliced(queue.base().size() + 1);
  const qsizetype at = name.indexOf('@');
  return at < 0 ? name : name.first(at);
}

QByteArray patternOf(const QByteArray &head) {
  return queuekey::escapeGlob(head) + ":*";
}

class Folder {
public:
  Folder(const std::vector<QueueId> &queues, const std::function<void(std::vector<QueueChange>)> &tell)
      : m_queues(queues)
      , m_tell(tell) {}

  /// Whom a pattern lets us hear is told once as a resync.
  void subscribed(const QByteArray &pattern) {
    for (const QueueId &queue : m_queues) {
      const bool own = pattern == patternOf(queue.base());
      if (!own && pattern != patternOf(queue.prefix))
        continue;
      if (own || !m_heardBy.contains(queue))
        m_heardBy.insert(queue, pattern);
      QueueChange &change = m_changes[queue];
      change.queue = queue;
      change.resync = true;
    }
  }

  /// An ACL compares a pattern with its own as they are written: where `&bull:*` is granted, `bull:videos:*`
  /// is refused, and `bull:*` is not.
  std::optional<QByteArray> instead(const QByteArray &pattern) const {
    for (const QueueId &queue : m_queues)
      if (pattern == patternOf(queue.base()))
        return patternOf(queue.prefix);
    return std::nullopt;
  }

  /// One that fits several patterns comes by each of them, and is taken by the one that its queue is heard
  /// by: of `bull:videos` and `bull:videos:hd` both hear what is said of the latter.
  void message(const QByteArray &pattern, const QByteArray &channel, const QByteArray &payload) {
    const QueueId *longest = nullptr;
    for (const QueueId &queue : m_queues)
      if (channel.startsWith(queue.base() + ':') &&
          (!longest || queue.base().size() > longest->base().size()))
        longest = &queue;
    if (!longest || m_heardBy.value(*longest) != pattern)
      return;
    const QByteArray event = eventOf(channel, *longest);
    if (event.contains(':'))
      return; // of a queue of a longer name, to which nobody listens
    QueueChange &change = m_changes[*longest];
    change.queue = *longest;
    take(change, event, payload);
  }

  void beat() {
    if (m_changes.isEmpty() || SteadyClock::now() < m_next)
      return;
    m_next = SteadyClock::now() + TellEvery;
    const QList<QueueChange> changes = std::exchange(m_changes, {}).values();
    m_tell({changes.begin(), changes.end()});
  }

private:
  const std::vector<QueueId> m_queues;
  const std::function<void(std::vector<QueueChange>)> &m_tell;
  QHash<QueueId, QueueChange> m_changes;
  QHash<QueueId, QByteArray> m_heardBy; ///< its own pattern where that is granted, else its prefix's
  SteadyTime m_next;
};

} // namespace

void take(QueueChange &change, const QByteArray &event, const QByteArray &payload) {
  ++change.events;
  change.failed += event == "failed";
  change.stalled += event == "stalled";
  if (event == "paused" || event == "resumed" || event == "drained" || event == "delayed")
    return; // of the queue, or a time
  const QByteArray job = jobOf(event, payload);
  if (!job.isEmpty() && change.jobs.size() < MostJobs)
    change.jobs.insert(job);
  else
    change.allJobs = change.allJobs || job.isEmpty() || !change.jobs.contains(job);
  if (event == "completed" && change.jobs.contains(job))
    change.completed.insert(job);
}

Result<void> listen(ReadSession &session, const std::vector<QueueId> &queues,
                    const std::function<void(std::vector<QueueChange>)> &tell, const std::stop_token &stop) {
  std::vector<QByteArray> patterns;
  for (const QueueId &queue : queues)
    patterns.push_back(patternOf(queue.base()));
  Folder folder(queues, tell);
  Listener listener;
  listener.every = TellEvery;
  listener.message = [&](const QByteArray &pattern, const QByteArray &channel, const QByteArray &payload) {
    folder.message(pattern, channel, payload);
  };
  listener.subscribed = [&](const QByteArray &pattern) { folder.subscribed(pattern); };
  listener.instead = [&](const QByteArray &pattern) { return folder.instead(pattern); };
  listener.beat = [&] { folder.beat(); };
  return session.listen(patterns, listener, stop);
}

} // namespace oxp::channels
