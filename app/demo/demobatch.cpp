// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demobatch.h"

#include "base/clock.h"

namespace oxp::demo {

namespace {

constexpr qint64 LockMs = 30'000;

QByteArray number(qint64 value) {
  return QByteArray::number(value);
}

QByteArray listOfStrings(const std::vector<QByteArray> &texts) {
  QByteArray out("[");
  for (const QByteArray &text : texts)
    out += (out.size() > 1 ? "," : "") + quoted(text);
  return out + ']';
}

} // namespace

QByteArray quoted(const QByteArray &text) {
  QByteArray out("\"");
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + '"';
}

QueueBatch::QueueBatch(Library library, QByteArray name, std::vector<Command> &out)
    : m_library(library)
    , m_base("bull:" + std::move(name))
    , m_out(out) {}

QByteArray QueueBatch::nextId() {
  return number(++m_lastId);
}

void QueueBatch::pause() {
  m_paused = true;
  if (m_library == Library::Bull4)
    push(Command::of("SET", key("meta-paused"), "1"));
  else
    push(Command::of("HSET", key("meta"), "paused", "1"));
}

QByteArray QueueBatch::add(Job job) {
  if (job.id.isEmpty())
    job.id = nextId();
  addHash(job);
  addPlace(job);
  if (!job.logs.empty()) {
    Command command = Command::of("RPUSH", key(job.id + ":logs"));
    for (const QByteArray &row : job.logs)
      command.add(row);
    push(std::move(command));
  }
  if (m_library != Library::Bull4)
    addEvents(job);
  return job.id;
}

/// BullMQ re-encodes opts from its own map; Bull stores the producer's text.
QByteArray QueueBatch::options(const Job &job) const {
  QByteArray out = "{\"attempts\":" + number(job.attempts);
  if (job.attempts > 1)
    out += ",\"backoff\":{\"type\":\"exponential\",\"delay\":1000}";
  if (job.delay > 0)
    out += ",\"delay\":" + number(job.delay);
  if (job.priority > 0)
    out += ",\"priority\":" + number(job.priority);
  if (!job.parentId.isEmpty())
    out += ",\"parent\":{\"id\":" + quoted(job.parentId) + ",\"queue\":" + quoted(job.parentQueue) + '}';
  if (m_library == Library::Bull4)
    out += ",\"timestamp\":" + number(job.added);
  if (!job.moreOptions.isEmpty())
    out += ',' + job.moreOptions;
  return out + '}';
}

void QueueBatch::addHash(const Job &job) {
  const bool bull4 = m_library == Library::Bull4;
  Command command =
      Command::of("HSET", key(job.id), "name", job.name, "data", job.data, "opts", options(job), "timestamp",
                  job.added, "delay", job.place == Place::Delayed ? job.delay : 0, "priority", job.priority);
  if (!job.parentId.isEmpty()) {
    command.add("parentKey").add(job.parentQueue + ':' + job.parentId).add("parent");
    command.add("{\"id\":" + quoted(job.parentId) + ",\"queueKey\":" + quoted(job.parentQueue) + '}');
  }
  if (!job.scheduler.isEmpty())
    command.add("rjk").add(job.scheduler);
  if (job.started > 0)
    command.add("processedOn").add(job.started);
  if (job.started > 0 && !bull4)
    command.add("ats").add(qMax(1, job.attemptsMade)).add("pb").add(job.worker);
  if (job.attemptsMade > 0)
    command.add(bull4 ? "attemptsMade" : "atm").add(job.attemptsMade);
  if (!job.progress.isEmpty())
    command.add("progress").add(job.progress);
  addFinishedFields(command, job);
  push(std::move(command));
}

void QueueBatch::addFinishedFields(Command &command, const Job &job) const {
  if (!job.reason.isEmpty())
    command.add("failedReason").add(job.reason);
  if (!job.stacks.empty())
    command.add("stacktrace").add(listOfStrings(job.stacks));
  if (job.ended > 0)
    command.add("finishedOn").add(job.ended);
  if (job.place == Place::Completed)
    command.add("returnvalue").add(job.result.isEmpty() ? QByteArray("null") : job.result);
}

void QueueBatch::addPlace(const Job &job) {
  switch (job.place) {
  case Place::Wait:
    // Up to version 5 the whole list is renamed while a queue is paused; version 6 only notes it in meta.
    push(Command::of("LPUSH", key(m_paused && m_library != Library::BullMq6 ? "paused" : "wait"), job.id));
    m_waiting = true;
    break;
  case Place::Active:
    push(Command::of("LPUSH", key("active"), job.id));
    push(Command::of("SET", key(job.id + ":lock"), "demo:" + job.id, "PX", LockMs));
    break;
  case Place::Delayed: {
    const double due = double(job.added + job.delay);
    push(Command::of("ZADD", key("delayed"), number(qint64(due) * 4096), job.id));
    m_nextDue = m_nextDue == 0 ? due : qMin(m_nextDue, due);
    break;
  }
  case Place::Prioritized:
    push(Command::of("ZADD", key("prioritized"), number((qint64(job.priority) << 32) + ++m_priorityCounter),
                     job.id));
    m_waiting = true;
    break;
  case Place::WaitingChildren:
    push(Command::of("ZADD", key("waiting-children"), job.added, job.id));
    break;
  case Place::Completed:
    push(Command::of("ZADD", key("completed"), job.ended, job.id));
    break;
  case Place::Failed:
    push(Command::of("ZADD", key("failed"), job.ended, job.id));
    break;
  }
}

void QueueBatch::addEvents(const Job &job) {
  event({"added", "jobId", job.id, "name", job.name});
  if (job.place == Place::Completed)
    event({"completed", "jobId", job.id, "returnvalue", job.result, "prev", "active"});
  else if (job.place == Place::Failed)
    event({"failed", "jobId", job.id, "failedReason", job.reason, "prev", "active"});
  else if (job.place == Place::Wait)
    event({"waiting", "jobId", job.id});
}

void QueueBatch::event(const std::vector<QByteArray> &fields) {
  Command command = Command::of("XADD", key("events"), "MAXLEN", "~", 10'000, "*", "event");
  for (const QByteArray &field : fields)
    command.add(field);
  push(std::move(command));
}

void QueueBatch::set(const QByteArray &metaField, const QByteArray &value) {
  push(Command::of("HSET", key("meta"), metaField, value));
}

void QueueBatch::addScheduler(const QByteArray &id, const QByteArray &name,
                              const std::vector<QByteArray> &schedule, const QByteArray &repeatOptions,
                              qint64 next, const QByteArray &templateData, int runs) {
  push(Command::of("ZADD", key("repeat"), next, id));
  Command record = Command::of("HSET", key("repeat:" + id), "name", name, "ic", runs);
  for (const QByteArray &part : schedule)
    record.add(part);
  if (!templateData.isEmpty())
    record.add("data").add(templateData);
  record.add("opts").add("{\"attempts\":3}");
  push(std::move(record));

  ++m_lastId;                                      // the libraries count a scheduler's jobs too
  const qint64 before = qMin(wallClockMs(), next); // it was made when the run before it began
  Job pending;
  pending.id = "repeat:" + id + ':' + number(next);
  pending.name = name;
  pending.data = templateData.isEmpty() ? QByteArray("{}") : templateData;
  pending.place = Place::Delayed;
  pending.added = before;
  pending.delay = next - before;
  pending.scheduler = id;
  pending.moreOptions = "\"repeat\":{" + repeatOptions + ",\"count\":" + number(runs) +
                        "},\"jobId\":" + quoted(pending.id) + ",\"prevMillis\":" + number(next) +
                        ",\"repeatJobKey\":" + quoted(id);
  add(std::move(pending));
}

void QueueBatch::dependsOn(const QByteArray &jobId, const QByteArray &childKey) {
  push(Command::of("SADD", key(jobId + ":dependencies"), childKey));
}

void QueueBatch::childDone(const QByteArray &jobId, const QByteArray &childKey, const QByteArray &result) {
  push(Command::of("HSET", key(jobId + ":processed"), childKey, result));
}

void QueueBatch::finish() {
  if (m_lastId > 0)
    push(Command::of("SET", key("id"), m_lastId));
  if (m_library == Library::Bull4)
    return;
  push(Command::of("HSET", key("meta"), "opts.maxLenEvents", 10'000, "version",
                   m_library == Library::BullMq6 ? "bullmq:6.7.0" : "bullmq:5.81.5"));
  if (m_priorityCounter > 0)
    push(Command::of("SET", key("pc"), m_priorityCounter));
  if (m_paused)
    return; // no worker is to wake up
  if (m_waiting)
    push(Command::of("ZADD", key("marker"), 0, "0"));
  if (m_nextDue > 0)
    push(Command::of("ZADD", key("marker"), qint64(m_nextDue), "1"));
}

} // namespace oxp::demo
