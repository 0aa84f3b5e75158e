// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/idpage.h"
#include "bullio/reader.h"
#include "bullio/replies.h"

#include "bull/fieldtext.h"
#include "bull/jobopts.h"

#include <algorithm>

namespace oxp::reader {

namespace {

constexpr size_t CommandsPerQueue = 7;
constexpr size_t CommandsPerJob = 3;
constexpr const char *NextFields[] = {"timestamp", "opts",         "processedOn", "retriedOn",
                                      "atm",       "attemptsMade", "ats"};

void appendQueue(std::vector<Command> &commands, const QueueId &queue) {
  for (const char *list : {"wait", "paused"}) {
    commands.push_back(Command::of("LLEN", queue.key(list)));
    commands.push_back(Command::of("LRANGE", queue.key(list), -MarkerWindow, -1));
  }
  commands.push_back(Command::of("ZCARD", queue.key("prioritized")));
  commands.push_back(Command::of("ZRANGE", queue.key("prioritized"), 0, 0));
  commands.push_back(Command::of("ZCARD", queue.key("failed")));
}

/// A list's jobs without the markers of BullMQ 4, and the one at its tail.
struct Tail {
  qint64 length = 0;
  QByteArray next; ///< empty = none

  Tail(const Reply &count, const Reply &range) {
    const std::vector<QByteArray> ids = replies::list(range);
    length = replies::integer(count) - qint64(markerPositions(ids).size());
    const auto job = std::find_if_not(ids.rbegin(), ids.rend(), fieldtext::isMarker);
    if (job != ids.rend())
      next = *job;
  }
};

/// Takes the replies to appendQueue(); the ids of the jobs that are next.
std::vector<QByteArray> takeQueue(Backlog &backlog, std::span<const Reply> replies) {
  backlog.known = !replies::refusal(replies);
  const Tail wait(replies[0], replies[1]);
  // Bull 4 and BullMQ 4 and 5 move the list here while the queue is paused.
  const Tail paused(replies[2], replies[3]);
  backlog.waiting = wait.length + paused.length + replies::integer(replies[4]);
  backlog.failed = replies::integer(replies[6]);
  std::vector<QByteArray> ids = replies::list(replies[5]);
  ids.insert(ids.begin(), wait.next.isEmpty() ? paused.next : wait.next);
  std::erase_if(ids, [](const QByteArray &id) { return id.isEmpty(); });
  return ids;
}

void appendJob(std::vector<Command> &commands, const QByteArray &key) {
  Command fields = Command::of("HMGET", key);
  for (const char *name : NextFields)
    fields.add(name);
  commands.push_back(std::move(fields));
  commands.push_back(Command::of("HEXISTS", key, "stacktrace"));
  commands.push_back(Command::of("EXISTS", key + ":processed", key + ":failed", key + ":unsuccessful"));
}

/// Since when a job waits, as far as it tells: when it was made, and where it was delayed when that was over.
/// Where it has run or waited for its children before, that was long ago, and nothing keeps when it came
/// back, but for Bull 4, which keeps when somebody retried it.
NextJob nextJob(const QByteArray &id, std::span<const Reply> replies) {
  std::vector<QByteArray> fields = replies::list(replies[0]);
  fields.resize(std::size(NextFields));
  const auto number = [&](size_t at) { return fieldtext::number(fields[at]); };
  const auto &[made, processed, retried] = std::array{number(0), number(2), number(3)};
  const bool ran = processed > 0 || number(4) > 0 || number(5) > 0 || number(6) > 0;
  const bool stoodElsewhere = ran || replies::integer(replies[1]) > 0 || replies::integer(replies[2]) > 0;
  NextJob job;
  job.mark = id;
  for (const size_t at : {0, 2, 3, 4, 5, 6})
    job.mark += ' ' + fields[at];
  if (retried > 0 && processed == 0)
    job.since = retried;
  else if (made > 0 && !stoodElsewhere)
    job.since = made + std::max<qint64>(0, jobopts::number(fields[1], {"delay"}));
  return job;
}

/// A job that is next, and whose it is.
struct Place {
  size_t queue;
  QByteArray id;
};

} // namespace

Result<std::vector<Backlog>> backlogs(ReadSession &session, const std::vector<QueueInfo> &queues,
                                      std::stop_token stop) {
  std::vector<Command> commands, jobCommands;
  for (const QueueInfo &queue : queues)
    appendQueue(commands, queue.id);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  std::vector<Backlog> all(queues.size());
  std::vector<Place> places;
  for (size_t i = 0; i < queues.size(); ++i)
    for (const QByteArray &id :
         takeQueue(all[i], std::span(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue))) {
      places.push_back({i, id});
      appendJob(jobCommands, queues[i].id.key(id));
    }
  if (places.empty())
    return all;
  const auto jobs = session.pipeline(jobCommands, stop);
  if (!jobs)
    return fail(jobs.error());
  for (size_t i = 0; i < places.size(); ++i)
    all[places[i].queue].next.push_back(
        nextJob(places[i].id, std::span(*jobs).subspan(i * CommandsPerJob, CommandsPerJob)));
  return all;
}

} // namespace oxp::reader
