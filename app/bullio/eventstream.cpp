// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/eventstream.h"

#include "bullio/replies.h"

#include <algorithm>

namespace oxp::events {

namespace {

/// Where a stream begins that does not exist yet.
constexpr char BeforeAll[] = "0-0";
/// Of one stream in one XREAD.
constexpr int LeastEntries = 100, MostEntries = 5'000;
/// What a blocking read may take longer than it blocks.
constexpr std::chrono::milliseconds Grace = CommandTimeout;

QByteArray keyOf(const QueueId &queue) {
  return queue.key("events");
}

bool isNoSuchKey(const Reply &reply) {
  return reply.isError() && reply.bytes.contains("no such key");
}

/// The value after a name in a flat list.
QByteArray fieldOf(const std::vector<Reply> &flat, QByteArrayView name) {
  for (size_t i = 0; i + 1 < flat.size(); i += 2)
    if (flat[i].bytes == name)
      return flat[i + 1].bytes;
  return {};
}

/// An id begins with the server's time.
qint64 timeOf(const Place &place) {
  bool ok = false;
  const qint64 ms = place.lastId.first(std::max<qsizetype>(0, place.lastId.indexOf('-'))).toLongLong(&ok);
  return ok ? ms : -1;
}

class Feed {
public:
  Feed(ReadSession &session, Cursor cursor, const Options &options, std::stop_token stop)
      : m_session(session)
      , m_options(options)
      , m_stop(std::move(stop)) {
    m_batch.cursor = std::move(cursor);
  }

  Result<Batch> run(const std::vector<QueueId> &queues);

private:
  Result<void> begin(const std::vector<QueueId> &queues);
  Result<void> beginByNewest(const std::vector<QueueId> &queues);
  Result<bool> round(std::chrono::milliseconds block);
  Result<void> checkGaps(const std::vector<QueueId> &heard, const Cursor &before);
  Result<void> skip();
  bool take(const QueueId &queue, const std::vector<Reply> &entries);
  void takeEntry(QueueChange &change, const std::vector<Reply> &fields);
  QueueChange &changeOf(const QueueId &queue);
  int entriesEach() const;

  ReadSession &m_session;
  const Options m_options;
  const std::stop_token m_stop;
  std::vector<QueueId> m_heard; ///< whose events may be read
  std::vector<QueueId> m_full;  ///< there is more of these
  QHash<QueueId, size_t> m_changes;
  Batch m_batch;
};

QueueChange &Feed::changeOf(const QueueId &queue) {
  const auto found = m_changes.constFind(queue);
  if (found != m_changes.constEnd())
    return m_batch.changes[*found];
  m_changes.insert(queue, m_batch.changes.size());
  m_batch.changes.emplace_back().queue = queue;
  return m_batch.changes.back();
}

/// From where to read queues that are new here: the last id that their streams gave out.
Result<void> Feed::begin(const std::vector<QueueId> &queues) {
  std::vector<Command> commands;
  for (const QueueId &queue : queues)
    commands.push_back(Command::of("XINFO", "STREAM", keyOf(queue)));
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  std::vector<QueueId> unknown;
  for (size_t i = 0; i < queues.size(); ++i) {
    const Reply &reply = (*replies)[i];
    const auto error = reply.error();
    if (isNoSuchKey(reply))
      m_batch.cursor.insert(queues[i], {BeforeAll, false});
    else if (!error)
      m_batch.cursor.insert(queues[i], {fieldOf(reply.items, "last-generated-id"), true});
    else if (error->kind == ErrorKind::Denied)
      unknown.push_back(queues[i]);
    else
      m_batch.cursor.insert(queues[i], {});
  }
  return unknown.empty() ? Result<void>{} : beginByNewest(unknown);
}

/// Where XINFO is kept back the newest entry tells nearly the same.
Result<void> Feed::beginByNewest(const std::vector<QueueId> &queues) {
  std::vector<Command> commands;
  for (const QueueId &queue : queues)
    commands.push_back(Command::of("XREVRANGE", keyOf(queue), "+", "-", "COUNT", 1));
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < queues.size(); ++i) {
    const Reply &reply = (*replies)[i];
    if (reply.isError())
      m_batch.cursor.insert(queues[i], {});
    else if (reply.items.empty() || reply.items.front().items.empty())
      m_batch.cursor.insert(queues[i], {BeforeAll, false});
    else
      m_batch.cursor.insert(queues[i], {reply.items.front().items.front().bytes, true});
  }
  return {};
}

int Feed::entriesEach() const {
  return std::clamp(m_options.entries / int(m_heard.size()), LeastEntries, MostEntries);
}

/// One XREAD; true when some stream holds more than was asked for.
Result<bool> Feed::round(std::chrono::milliseconds block) {
  Command command = Command::of("XREAD", "COUNT", entriesEach());
  if (block.count() > 0)
    command.add("BLOCK").add(qint64(block.count()));
  command.add("STREAMS");
  QHash<QByteArray, QueueId> byKey;
  for (const QueueId &queue : m_heard) {
    byKey.insert(keyOf(queue), queue);
    command.add(keyOf(queue));
  }
  for (const QueueId &queue : m_heard)
    command.add(m_batch.cursor.value(queue).lastId);
  const auto reply = m_session.call(command, m_stop, {.timeout = block + Grace});
  if (!reply)
    return fail(reply.error());
  const Cursor before = m_batch.cursor;
  std::vector<QueueId> heard;
  m_full.clear();
  for (const Reply &stream : reply->items) {
    if (stream.items.size() != 2 || !byKey.contains(stream.items[0].bytes))
      return fail(ErrorKind::Protocol, QStringLiteral("XREAD answered oddly"));
    heard.push_back(byKey.value(stream.items[0].bytes));
    if (take(heard.back(), stream.items[1].items))
      m_full.push_back(heard.back());
  }
  if (const auto checked = checkGaps(heard, before); !checked)
    return fail(checked.error());
  return !m_full.empty();
}

bool Feed::take(const QueueId &queue, const std::vector<Reply> &entries) {
  QueueChange &change = changeOf(queue);
  for (const Reply &entry : entries) {
    if (entry.items.size() != 2)
      continue;
    takeEntry(change, entry.items[1].items);
    m_batch.cursor[queue] = {entry.items[0].bytes, true};
  }
  return int(entries.size()) >= entriesEach();
}

void Feed::takeEntry(QueueChange &change, const std::vector<Reply> &fields) {
  ++change.events;
  ++m_batch.events;
  const QByteArray event = fieldOf(fields, "event");
  change.failed += event == "failed";
  change.stalled += event == "stalled";
  const QByteArray job = fieldOf(fields, "jobId");
  if (job.isEmpty())
    change.allJobs = change.allJobs || event == "cleaned" || event == "bulk-data-updated";
  else if (change.jobs.size() < m_options.jobs)
    change.jobs.insert(job);
  else
    change.allJobs = change.allJobs || !change.jobs.contains(job);
  if (event == "completed" && change.jobs.contains(job))
    change.completed.insert(job);
}

/// Streams are trimmed at their beginning, so nothing was lost as long as the entry read last is still there.
/// When it is not, nobody can tell what went with it.
Result<void> Feed::checkGaps(const std::vector<QueueId> &heard, const Cursor &before) {
  std::vector<QueueId> checked;
  std::vector<Command> commands;
  for (const QueueId &queue : heard) {
    const QByteArray last = before.value(queue).lastId;
    if (last == BeforeAll)
      continue;
    checked.push_back(queue);
    commands.push_back(Command::of("XRANGE", keyOf(queue), last, last, "COUNT", 1));
  }
  if (commands.empty())
    return {};
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < checked.size(); ++i)
    if ((*replies)[i].items.empty())
      changeOf(checked[i]).resync = true;
  return {};
}

/// More comes than can be read: what is between is given up, and told.
Result<void> Feed::skip() {
  const std::vector<QueueId> behind = m_full;
  for (const QueueId &queue : behind)
    changeOf(queue).resync = true;
  return begin(behind);
}

Result<Batch> Feed::run(const std::vector<QueueId> &queues) {
  std::vector<QueueId> fresh;
  Cursor kept;
  for (const QueueId &queue : queues) {
    if (const auto place = m_batch.cursor.constFind(queue); place != m_batch.cursor.constEnd())
      kept.insert(queue, *place);
    else
      fresh.push_back(queue);
  }
  m_batch.cursor = std::move(kept);
  if (const auto begun = fresh.empty() ? Result<void>{} : begin(fresh); !begun)
    return fail(begun.error());
  for (const QueueId &queue : fresh) {
    QueueChange &change = changeOf(queue);
    change.resync = true;
    change.lastEventMs = timeOf(m_batch.cursor.value(queue));
  }
  for (const QueueId &queue : queues)
    if (!m_batch.cursor.value(queue).lastId.isEmpty())
      m_heard.push_back(queue);
  if (!fresh.empty() || m_heard.empty())
    return std::move(m_batch);
  for (int number = 0; number < m_options.rounds; ++number) {
    const auto more = round(number == 0 ? m_options.block : std::chrono::milliseconds(0));
    if (!more)
      return fail(more.error());
    if (!*more)
      return std::move(m_batch);
  }
  if (const auto skipped = skip(); !skipped)
    return fail(skipped.error());
  return std::move(m_batch);
}

} // namespace

Result<Batch> read(ReadSession &session, const std::vector<QueueId> &queues, Cursor cursor,
                   const Options &options, std::stop_token stop) {
  return Feed(session, std::move(cursor), options, std::move(stop)).run(queues);
}

} // namespace oxp::events
