// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/discovery.h"

#include "bull/queuekey.h"
#include "bullio/inspection.h"
#include "bullio/replies.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace oxp {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 TellEveryMs = 100;

/// Some milliseconds of the server at most, and not ten thousand round trips for ten million keys.
qint64 keysPerScan(qint64 keys) {
  return std::clamp<qint64>(keys / 200, 1'000, 10'000);
}

/// A key that every queue has, or nearly every: BullMQ writes meta, a Bull 4 queue may have its counter
/// alone.
struct Trail {
  QByteArray suffix;
  QByteArray type;
};

class Search {
public:
  Search(ReadSession &session, const std::vector<QByteArray> &prefixes,
         const std::function<void(Discovery::Progress)> &tell, std::stop_token stop,
         const std::vector<QueueInfo> &known)
      : m_session(session)
      , m_tell(tell)
      , m_stop(std::move(stop)) {
    if (std::find(prefixes.begin(), prefixes.end(), "*") == prefixes.end())
      m_prefixes = prefixes;
    for (const QueueInfo &queue : known)
      m_known.insert(queue.id, queue);
    // `team:eu` is looked at before `team`: the longer one is the better cut.
    std::sort(m_prefixes.begin(), m_prefixes.end(), [](auto &a, auto &b) { return a.size() > b.size(); });
  }

  Result<std::vector<QueueInfo>> run();

private:
  Result<void> follow(const Trail &trail);
  Result<Reply> scan(const Trail &trail, const QByteArray &cursor);
  QByteArray pattern(const Trail &trail) const;
  std::optional<QueueId> cut(const QByteArray &base) const;
  Result<void> look(const std::vector<QByteArray> &keys, const Trail &trail);
  void accept(const QueueEvidence &evidence);
  void settleResidue();
  void tellSome(bool always);

  ReadSession &m_session;
  const std::function<void(Discovery::Progress)> &m_tell;
  std::stop_token m_stop;
  std::vector<QByteArray> m_prefixes; ///< empty = all

  QHash<QueueId, QueueInfo> m_known;
  QSet<QByteArray> m_seen; ///< bases
  std::vector<QueueInfo> m_found;
  size_t m_told = 0;                     ///< of m_found
  std::vector<QueueEvidence> m_doubtful; ///< decided when all bases are known
  qint64 m_keysSeen = 0, m_keysTotal = 0;
  bool m_canFilterTypes = true;
  QElapsedTimer m_sinceTold;
};

QByteArray Search::pattern(const Trail &trail) const {
  const QByteArray head = m_prefixes.size() == 1 ? queuekey::escapeGlob(m_prefixes.front()) + ":*" : "*"_ba;
  return head + trail.suffix;
}

Result<Reply> Search::scan(const Trail &trail, const QByteArray &cursor) {
  const qint64 count = keysPerScan(m_keysTotal);
  Command command = Command::of("SCAN", cursor, "MATCH", pattern(trail), "COUNT", count);
  m_keysSeen += count;
  if (!m_canFilterTypes)
    return m_session.call(command, m_stop);
  auto reply = m_session.call(Command(command).add("TYPE").add(trail.type), m_stop);
  if (reply || reply.error().kind != ErrorKind::Server || reply.error().code != "ERR")
    return reply;
  m_canFilterTypes = false; // before Redis 6; inspectQueues looks at the types anyway
  return m_session.call(command, m_stop);
}

std::optional<QueueId> Search::cut(const QByteArray &base) const {
  if (m_prefixes.empty())
    return queuekey::splitBase(base);
  for (const QByteArray &prefix : m_prefixes) {
    if (const auto id = queuekey::splitBase(base, prefix))
      return id;
  }
  return std::nullopt;
}

void Search::accept(const QueueEvidence &evidence) {
  const QueueInfo info = detectFamily(evidence);
  const bool namesHaveNoColons = info.family == Family::BullMq5 || info.family == Family::BullMq6;
  if (namesHaveNoColons && info.id.name.contains(':'))
    return; // it lies under a longer prefix than the one that was asked for
  m_found.push_back(info);
}

Result<void> Search::look(const std::vector<QByteArray> &keys, const Trail &trail) {
  std::vector<QueueId> ids;
  for (const QByteArray &key : keys) {
    const QByteArray base = key.chopped(trail.suffix.size());
    const auto id = m_seen.contains(base) ? std::nullopt : cut(base);
    m_seen.insert(base);
    if (const auto known = id ? m_known.constFind(*id) : m_known.constEnd(); known != m_known.constEnd())
      m_found.push_back(*known);
    else if (id)
      ids.push_back(*id);
  }
  const auto all = inspectQueues(m_session, ids, m_stop);
  if (!all)
    return fail(all.error());
  for (const auto &evidence : *all) {
    if (!evidence)
      continue;
    const bool asked = !m_prefixes.empty() || evidence->id.prefix == "bull";
    if (!looksLikeQueue(*evidence, asked))
      continue;
    if (mayBeResidue(*evidence))
      m_doubtful.push_back(*evidence);
    else
      accept(*evidence);
  }
  return {};
}

Result<void> Search::follow(const Trail &trail) {
  QByteArray cursor = "0";
  do {
    const auto reply = scan(trail, cursor);
    if (!reply)
      return fail(reply.error());
    if (reply->items.size() != 2)
      return fail(ErrorKind::Protocol, u"SCAN did not answer with a cursor and keys"_qs);
    cursor = reply->items[0].bytes;
    if (const auto done = look(replies::list(reply->items[1]), trail); !done)
      return done;
    if (m_stop.stop_requested())
      return fail(ErrorKind::Cancelled);
    tellSome(false);
  } while (cursor != "0");
  return {};
}

/// Removing a parent whose child's id holds a colon leaves meta and events under that id: inside a queue that
/// is there.
void Search::settleResidue() {
  for (const QueueEvidence &evidence : m_doubtful) {
    const QByteArray base = evidence.id.base();
    const bool isInside = std::any_of(m_found.begin(), m_found.end(), [&](const QueueInfo &queue) {
      return base.startsWith(queue.id.base() + ':');
    });
    if (!isInside)
      accept(evidence);
  }
}

void Search::tellSome(bool always) {
  if (!m_tell || (!always && m_sinceTold.elapsed() < TellEveryMs))
    return;
  m_sinceTold.restart();
  Discovery::Progress progress;
  progress.found.assign(m_found.begin() + qsizetype(m_told), m_found.end());
  m_told = m_found.size();
  progress.keysTotal = m_keysTotal;
  progress.keysSeen = std::min(m_keysSeen / 2, m_keysTotal); // the key space is walked twice
  m_tell(std::move(progress));
}

Result<std::vector<QueueInfo>> Search::run() {
  m_sinceTold.start();
  if (const auto size = m_session.call(Command::of("DBSIZE"), m_stop))
    m_keysTotal = size->asInt().value_or(0);
  const Trail trails[] = {{":meta", "hash"}, {":id", "string"}};
  for (const Trail &trail : trails) {
    if (const auto done = follow(trail); !done)
      return fail(done.error());
  }
  settleResidue();
  m_keysSeen = 2 * m_keysTotal;
  tellSome(true);
  std::sort(m_found.begin(), m_found.end(),
            [](const QueueInfo &a, const QueueInfo &b) { return a.id < b.id; });
  return m_found;
}

} // namespace

Result<std::vector<QueueInfo>> Discovery::run(ReadSession &session, const std::vector<QByteArray> &prefixes,
                                              const std::function<void(Progress)> &tell, std::stop_token stop,
                                              const std::vector<QueueInfo> &known) {
  return Search(session, prefixes, tell, std::move(stop), known).run();
}

qint64 Discovery::scansFor(qint64 keys) {
  return 2 * (keys / keysPerScan(keys) + 1);
}

Result<QueueInfo> Discovery::inspect(ReadSession &session, const QueueId &id, std::stop_token stop) {
  const auto all = inspectQueues(session, {&id, 1}, stop);
  if (!all)
    return fail(all.error());
  const auto &evidence = all->front();
  if (!evidence)
    return fail(ErrorKind::Denied, u"this user may not read the queue's keys"_qs, "NOPERM");
  return detectFamily(*evidence);
}

} // namespace oxp
