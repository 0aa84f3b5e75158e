// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/idpage.h"
#include "bullio/reader.h"
#include "bullio/replies.h"

#include "bull/fieldtext.h"
#include "bull/jobopts.h"

#include <algorithm>
#include <optional>

namespace oxp::reader {

namespace {

constexpr size_t CommandsPerQueue = 10;
constexpr size_t CommandsPerJob = 3;
constexpr int MostQuestions = 2;          ///< one after the other
constexpr qint64 Level = qint64(1) << 32; ///< what a priority adds to the score of BullMQ 4 to 6
constexpr qint64 Drift = 2; ///< by how many places a list of Bull 4 may move between two questions
constexpr const char *WaitingFields[] = {"timestamp", "opts",         "processedOn", "retriedOn",
                                         "atm",       "attemptsMade", "ats"};

/// Whether jobs with a priority stand in the list, before the others, and in `priority` as well.
bool ordersInList(const QueueInfo &queue) {
  return queue.family == Family::Bull4;
}

size_t commandsOf(const QueueInfo &queue) {
  return CommandsPerQueue + (ordersInList(queue) ? 2 : 0);
}

void appendQueue(std::vector<Command> &commands, const QueueInfo &info) {
  const QueueId &queue = info.id;
  for (const char *list : {"wait", "paused"}) {
    commands.push_back(Command::of("LLEN", queue.key(list)));
    commands.push_back(Command::of("LRANGE", queue.key(list), -MarkerWindow, -1));
    commands.push_back(Command::of("LRANGE", queue.key(list), 0, MarkerWindow - 1));
  }
  commands.push_back(Command::of("ZCARD", queue.key("prioritized")));
  commands.push_back(Command::of("ZRANGE", queue.key("prioritized"), 0, 0, "WITHSCORES"));
  commands.push_back(Command::of("ZRANGE", queue.key("prioritized"), -1, -1, "WITHSCORES"));
  commands.push_back(Command::of("ZCARD", queue.key("failed")));
  if (!ordersInList(info))
    return;
  commands.push_back(Command::of("ZCARD", queue.key("priority")));
  commands.push_back(Command::of("ZRANGE", queue.key("priority"), -1, -1, "WITHSCORES"));
}

/// A list's jobs without the markers of BullMQ 4, and those at its ends.
struct Ends {
  qint64 length = 0;
  QByteArray tail, head; ///< empty = none

  explicit Ends(std::span<const Reply> replies) {
    const std::vector<QByteArray> last = replies::list(replies[1]), first = replies::list(replies[2]);
    length = replies::integer(replies[0]) - qint64(markerPositions(last).size());
    if (const auto job = std::find_if_not(last.rbegin(), last.rend(), fieldtext::isMarker);
        job != last.rend())
      tail = *job;
    if (const auto job = std::find_if_not(first.begin(), first.end(), fieldtext::isMarker);
        job != first.end())
      head = *job;
  }
};

/// A member of a set and its score.
struct Scored {
  QByteArray id; ///< empty = none
  qint64 score = 0;

  explicit Scored(const Reply &reply) {
    if (const std::vector<QByteArray> pair = replies::list(reply); pair.size() == 2) {
      id = pair[0];
      score = fieldtext::number(pair[1]);
    }
  }
};

/// What is known of a queue, and the question that is still open.
struct Look {
  Backlog backlog;
  std::vector<QByteArray> ids;     ///< of the jobs to look at
  std::optional<Command> question; ///< answered by more of them, or by how many stand before those
  QByteArray list;                 ///< where Bull 4 keeps its jobs

  void add(const QByteArray &id) {
    if (!id.isEmpty() && !fieldtext::isMarker(id) && std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  }
  /// Asks for the job behind so many others, and for those around it.
  void askBehind(qint64 count) {
    question = Command::of("LRANGE", list, -(count + 1 + Drift), -std::max<qint64>(1, count + 1 - Drift));
  }
  void takeAnswer(const Reply &reply);
};

void Look::takeAnswer(const Reply &reply) {
  question.reset();
  if (reply.isError())
    backlog.known = backlog.known && replies::isWrongType(reply);
  else if (!reply.isArray())
    askBehind(replies::integer(reply));
  for (const QByteArray &id : replies::list(reply))
    add(id);
}

/// BullMQ 4 to 6: where the last priority begins, unless it is the first as well.
void askPrioritized(Look &look, const QueueId &queue, const Scored &first, const Scored &last) {
  const qint64 level = last.score / Level * Level;
  if (!last.id.isEmpty() && first.score < level)
    look.question = Command::of("ZRANGEBYSCORE", queue.key("prioritized"), level, "+inf", "LIMIT", 0, 1);
}

/// Bull 4: `priority` only tells how many they are, as it sorts a priority's jobs by the text of their ids.
void askOrdered(Look &look, const QueueId &queue, qint64 length, qint64 prioritized, const Scored &last) {
  if (prioritized > 0 && length > prioritized)
    look.askBehind(prioritized);
  else if (prioritized > 0)
    look.question =
        Command::of("ZCOUNT", queue.key("priority"), "-inf", '(' + QByteArray::number(last.score));
}

/// Takes the replies to appendQueue().
Look takeQueue(const QueueInfo &queue, std::span<const Reply> replies) {
  Look look;
  look.backlog.known = !replies::refusal(replies);
  const Ends wait(replies.subspan(0, 3));
  // Bull 4 and BullMQ 4 and 5 move the list here while the queue is paused.
  const Ends paused(replies.subspan(3, 3));
  look.backlog.waiting = wait.length + paused.length + replies::integer(replies[6]);
  look.backlog.failed = replies::integer(replies[9]);
  const Scored first(replies[7]);
  for (const QByteArray &id : {wait.tail, wait.head, paused.tail, paused.head, first.id})
    look.add(id);
  look.list = queue.id.key(wait.length > 0 ? "wait" : "paused");
  if (ordersInList(queue))
    askOrdered(look, queue.id, wait.length > 0 ? wait.length : paused.length, replies::integer(replies[10]),
               Scored(replies[11]));
  else
    askPrioritized(look, queue.id, first, Scored(replies[8]));
  return look;
}

void appendJob(std::vector<Command> &commands, const QByteArray &key) {
  Command fields = Command::of("HMGET", key);
  for (const char *name : WaitingFields)
    fields.add(name);
  commands.push_back(std::move(fields));
  commands.push_back(Command::of("HEXISTS", key, "stacktrace"));
  commands.push_back(Command::of("EXISTS", key + ":processed", key + ":failed", key + ":unsuccessful"));
}

/// Since when a job waits, as far as it tells: when it was made, and where it was delayed when that was over.
/// Where it has run or waited for its children before, that was long ago, and nothing keeps when it came
/// back, but for Bull 4, which keeps when somebody retried it.
WaitingJob waitingJob(const QByteArray &id, std::span<const Reply> replies) {
  std::vector<QByteArray> fields = replies::list(replies[0]);
  fields.resize(std::size(WaitingFields));
  const auto number = [&](size_t at) { return fieldtext::number(fields[at]); };
  const auto &[made, processed, retried] = std::array{number(0), number(2), number(3)};
  const bool ran = processed > 0 || number(4) > 0 || number(5) > 0 || number(6) > 0;
  const bool stoodElsewhere = ran || replies::integer(replies[1]) > 0 || replies::integer(replies[2]) > 0;
  WaitingJob job;
  job.mark = id;
  for (const size_t at : {0, 2, 3, 4, 5, 6})
    job.mark += ' ' + fields[at];
  if (retried > 0 && processed == 0)
    job.since = retried;
  else if (made > 0 && !stoodElsewhere)
    job.since = made + std::max<qint64>(0, jobopts::number(fields[1], {"delay"}));
  return job;
}

/// Sends the open questions of all queues together.
Result<void> askOnce(ReadSession &session, std::vector<Look> &looks, std::stop_token stop) {
  std::vector<Command> commands;
  std::vector<Look *> asking;
  for (Look &look : looks)
    if (look.question) {
      commands.push_back(*look.question);
      asking.push_back(&look);
    }
  if (asking.empty())
    return {};
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < asking.size(); ++i)
    asking[i]->takeAnswer((*replies)[i]);
  return {};
}

/// Since when the jobs wait that were found.
Result<void> readJobs(ReadSession &session, const std::vector<QueueInfo> &queues, std::vector<Look> &looks,
                      std::stop_token stop) {
  std::vector<Command> commands;
  for (size_t i = 0; i < looks.size(); ++i)
    for (const QByteArray &id : looks[i].ids)
      appendJob(commands, queues[i].id.key(id));
  if (commands.empty())
    return {};
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  std::span<const Reply> rest(*replies);
  for (Look &look : looks)
    for (const QByteArray &id : look.ids) {
      look.backlog.oldest.push_back(waitingJob(id, rest.first(CommandsPerJob)));
      rest = rest.subspan(CommandsPerJob);
    }
  return {};
}

} // namespace

Result<std::vector<Backlog>> backlogs(ReadSession &session, const std::vector<QueueInfo> &queues,
                                      std::stop_token stop) {
  std::vector<Command> commands;
  for (const QueueInfo &queue : queues)
    appendQueue(commands, queue);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  std::vector<Look> looks;
  std::span<const Reply> rest(*replies);
  for (const QueueInfo &queue : queues) {
    looks.push_back(takeQueue(queue, rest.first(commandsOf(queue))));
    rest = rest.subspan(commandsOf(queue));
  }
  for (int questions = 0; questions < MostQuestions; ++questions)
    if (const auto asked = askOnce(session, looks, stop); !asked)
      return fail(asked.error());
  if (const auto read = readJobs(session, queues, looks, stop); !read)
    return fail(read.error());
  std::vector<Backlog> all;
  for (Look &look : looks)
    all.push_back(std::move(look.backlog));
  return all;
}

} // namespace oxp::reader
