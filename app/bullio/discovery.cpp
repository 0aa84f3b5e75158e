// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/discovery.h"

#include "bull/queuekey.h"
#include "bullio/inspection.h"
#include "bullio/otherprefixes.h"
#include "bullio/replies.h"
#include "bullio/typeprobe.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace oxp {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 TellEveryMs = 100;
constexpr size_t QueuesPerLook = 200;

/// Some milliseconds of the server at most, and not ten thousand round trips for ten million keys.
qint64 keysPerScan(qint64 keys) {
  return std::clamp<qint64>(keys / 200, 2'500, 10'000);
}

/// A key that every queue has, or nearly every: BullMQ writes meta, a Bull 4 queue may have its counter
/// alone.
struct Trail {
  const char *suffix;
  const char *type;
};
constexpr Trail Trails[] = {{":meta", "hash"}, {":id", "string"}};
/// Lets both through and little else, so that the key space is walked once.
constexpr const char *TrailPattern = ":[mi]*[ad]";

const Trail *trailOf(const QByteArray &key) {
  for (const Trail &trail : Trails)
    if (key.endsWith(trail.suffix))
      return &trail;
  return nullptr;
}

class Search {
public:
  Search(ReadSession &session, const std::vector<QByteArray> &prefixes,
         const std::function<void(Discovery::Progress)> &tell, std::stop_token stop,
         const std::vector<QueueInfo> &known, std::optional<OtherPrefixes> others)
      : m_session(session)
      , m_tell(tell)
      , m_stop(std::move(stop)) {
    if (std::find(prefixes.begin(), prefixes.end(), "*") == prefixes.end())
      m_prefixes = prefixes;
    m_noticesOthers = others && !m_prefixes.empty();
    if (m_noticesOthers)
      m_others = *std::move(others);
    m_others.begin();
    for (const QueueInfo &queue : known)
      m_known.insert(queue.id, queue);
    // `team:eu` is looked at before `team`: the longer one is the better cut.
    std::sort(m_prefixes.begin(), m_prefixes.end(), [](auto &a, auto &b) { return a.size() > b.size(); });
  }

  Result<std::vector<QueueInfo>> run(const std::vector<QueueId> &first);

private:
  Result<void> walk();
  Result<Reply> scan(const QByteArray &cursor);
  QByteArray pattern() const;
  std::optional<QueueId> cut(const QByteArray &base) const;
  bool takeKnown(const QByteArray &base);
  Result<std::vector<Reply>> typesOf(const std::vector<QByteArray> &trails);
  Result<std::vector<QByteArray>> basesOf(const std::vector<QByteArray> &keys);
  Result<void> lookAtOthers(const std::vector<QByteArray> &keys);
  Result<void> lookAgain(const std::vector<QueueId> &first);
  Result<void> look(const std::vector<QueueId> &ids);
  void accept(const QueueEvidence &evidence);
  void settleResidue();
  void tellSome(bool always);

  ReadSession &m_session;
  const std::function<void(Discovery::Progress)> &m_tell;
  std::stop_token m_stop;
  std::vector<QByteArray> m_prefixes; ///< empty = all

  QHash<QueueId, QueueInfo> m_known;
  QSet<QByteArray> m_seen; ///< bases that were looked at
  std::vector<QueueInfo> m_found;
  size_t m_told = 0;                     ///< of m_found
  std::vector<QueueEvidence> m_doubtful; ///< decided when all bases are known
  bool m_noticesOthers = false, m_othersGrew = false;
  bool m_probesTypes = false; ///< TYPE is kept back
  RefusedCommands m_missing;
  OtherPrefixes m_others;
  qint64 m_keysSeen = 0, m_keysTotal = 0;
  QElapsedTimer m_sinceTold;
};

QByteArray Search::pattern() const {
  const QByteArray head =
      m_prefixes.size() == 1 && !m_noticesOthers ? queuekey::escapeGlob(m_prefixes.front()) + ":*" : "*"_ba;
  return head + TrailPattern;
}

Result<Reply> Search::scan(const QByteArray &cursor) {
  const qint64 count = keysPerScan(m_keysTotal);
  m_keysSeen += count;
  return m_session.call(Command::of("SCAN", cursor, "MATCH", pattern(), "COUNT", count), m_stop);
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
  if (!namesMayHoldColons(info.family) && info.id.name.contains(':'))
    return; // it lies under a longer prefix than the one that was asked for
  m_found.push_back(info);
}

bool Search::takeKnown(const QByteArray &base) {
  const auto id = cut(base);
  const auto known = id ? m_known.constFind(*id) : m_known.constEnd();
  if (known == m_known.constEnd())
    return false;
  m_seen.insert(base);
  m_found.push_back(*known);
  return true;
}

/// One reply a trail: by TYPE, or once that has been refused by a probe for the type that it should be of.
Result<std::vector<Reply>> Search::typesOf(const std::vector<QByteArray> &trails) {
  std::vector<Command> commands;
  for (const QByteArray &key : trails)
    commands.push_back(m_probesTypes ? typeprobe::command(trailOf(key)->type, key)
                                     : Command::of("TYPE", key));
  auto types = m_session.pipeline(commands, m_stop);
  if (!types || m_probesTypes)
    return types;
  m_probesTypes = replies::refusals(*types).commands.contains("TYPE");
  if (!m_probesTypes)
    return types;
  m_missing.insert("TYPE");
  return typesOf(trails);
}

/// The bases of keys that are a trail by name and by type, each once. Other programs may have millions of
/// keys with such names: their types cost one command each, a look at a queue two dozen.
Result<std::vector<QByteArray>> Search::basesOf(const std::vector<QByteArray> &keys) {
  std::vector<QByteArray> trails;
  for (const QByteArray &key : keys) {
    const Trail *trail = trailOf(key);
    if (!trail || m_seen.contains(key.chopped(qstrlen(trail->suffix))) ||
        takeKnown(key.chopped(qstrlen(trail->suffix))))
      continue;
    if (m_noticesOthers && !cut(key.chopped(qstrlen(trail->suffix))))
      continue; // lookAtOthers()
    trails.push_back(key);
  }
  std::vector<QByteArray> bases;
  if (trails.empty())
    return bases;
  const auto types = typesOf(trails);
  if (!types)
    return fail(types.error());
  for (size_t i = 0; i < trails.size(); ++i) {
    const Trail &trail = *trailOf(trails[i]);
    const QByteArray base = trails[i].chopped(qstrlen(trail.suffix));
    const bool fits =
        m_probesTypes ? typeprobe::shows((*types)[i]) : replies::bytes((*types)[i]) == trail.type;
    if (!fits || m_seen.contains(base))
      continue;
    m_seen.insert(base);
    bases.push_back(base);
  }
  return bases;
}

Result<void> Search::lookAtOthers(const std::vector<QByteArray> &keys) {
  std::vector<OtherPrefixes::Met> met;
  for (const QByteArray &key : keys)
    if (const Trail *trail = trailOf(key); trail && !cut(key.chopped(qstrlen(trail->suffix))))
      met.push_back({key.chopped(qstrlen(trail->suffix)),
                     trail == &Trails[0] ? OtherPrefixes::Trail::Meta : OtherPrefixes::Trail::Id});
  const auto grew = m_others.look(m_session, met, m_stop);
  if (!grew)
    return fail(grew.error());
  m_othersGrew = m_othersGrew || *grew;
  return {};
}

/// Those that are still there are found at once, however many keys there are.
Result<void> Search::lookAgain(const std::vector<QueueId> &first) {
  for (size_t begin = 0; begin < first.size(); begin += QueuesPerLook) {
    std::vector<QueueId> ids;
    for (size_t i = begin; i < std::min(begin + QueuesPerLook, first.size()); ++i)
      if (cut(first[i].base()) == first[i])
        ids.push_back(first[i]);
    if (const auto done = look(ids); !done)
      return done;
  }
  for (const QueueInfo &queue : m_found)
    m_seen.insert(queue.id.base());
  for (const QueueEvidence &evidence : m_doubtful)
    m_seen.insert(evidence.id.base());
  tellSome(!first.empty());
  return {};
}

Result<void> Search::look(const std::vector<QueueId> &ids) {
  auto all = inspectQueues(m_session, ids, m_stop);
  if (!all)
    return fail(all.error());
  m_missing.merge(all->refused);
  for (const auto &evidence : all->evidence) {
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

Result<void> Search::walk() {
  QByteArray cursor = "0";
  do {
    const auto reply = scan(cursor);
    if (!reply)
      return fail(reply.error());
    if (reply->items.size() != 2)
      return fail(ErrorKind::Protocol, u"SCAN did not answer with a cursor and keys"_qs);
    cursor = reply->items[0].bytes;
    const std::vector<QByteArray> keys = replies::list(reply->items[1]);
    const auto bases = basesOf(keys);
    if (!bases)
      return fail(bases.error());
    if (const auto noticed = m_noticesOthers ? lookAtOthers(keys) : Result<void>(); !noticed)
      return noticed;
    std::vector<QueueId> ids;
    for (const QByteArray &base : *bases)
      if (const auto id = cut(base))
        ids.push_back(*id);
    if (const auto done = look(ids); !done)
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
  progress.missing = m_missing;
  progress.keysSeen = std::min(m_keysSeen, m_keysTotal);
  if (std::exchange(m_othersGrew, false))
    progress.others = m_others;
  m_tell(std::move(progress));
}

Result<std::vector<QueueInfo>> Search::run(const std::vector<QueueId> &first) {
  m_sinceTold.start();
  if (const auto size = m_session.call(Command::of("DBSIZE"), m_stop))
    m_keysTotal = size->asInt().value_or(0);
  if (const auto done = lookAgain(first); !done)
    return fail(done.error());
  if (const auto done = walk(); !done)
    return fail(done.error());
  settleResidue();
  m_keysSeen = m_keysTotal;
  m_others.end();
  m_othersGrew = m_noticesOthers;
  tellSome(true);
  std::sort(m_found.begin(), m_found.end(),
            [](const QueueInfo &a, const QueueInfo &b) { return a.id < b.id; });
  return m_found;
}

Result<QueueEvidence> evidenceOf(ReadSession &session, const QueueId &id, std::stop_token stop) {
  const auto all = inspectQueues(session, {&id, 1}, std::move(stop));
  if (!all)
    return fail(all.error());
  if (!all->evidence.front())
    return fail(ErrorKind::Denied, u"this user may not read the queue's keys"_qs, "NOPERM");
  return *all->evidence.front();
}

} // namespace

Result<std::vector<QueueInfo>> Discovery::run(ReadSession &session, const std::vector<QByteArray> &prefixes,
                                              const std::function<void(Progress)> &tell, std::stop_token stop,
                                              const std::vector<QueueInfo> &known,
                                              const std::vector<QueueId> &first,
                                              std::optional<OtherPrefixes> others) {
  return Search(session, prefixes, tell, std::move(stop), known, std::move(others)).run(first);
}

qint64 Discovery::scansFor(qint64 keys) {
  return keys / keysPerScan(keys) + 1;
}

Result<QueueInfo> Discovery::inspect(ReadSession &session, const QueueId &id, std::stop_token stop) {
  const auto evidence = evidenceOf(session, id, std::move(stop));
  return evidence ? Result<QueueInfo>(detectFamily(*evidence)) : fail(evidence.error());
}

Result<QueueInfo> Discovery::find(ReadSession &session, const QueueId &id, std::stop_token stop) {
  const auto evidence = evidenceOf(session, id, std::move(stop));
  if (!evidence)
    return fail(evidence.error());
  if (!looksLikeQueue(*evidence, true) && !evidence->jobs)
    return fail(ErrorKind::NotFound, u"there are no keys of such a queue"_qs, "no-queue");
  return detectFamily(*evidence);
}

} // namespace oxp
