// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"

#include "bull/fieldtext.h"
#include "bull/jobcodec.h"
#include "bull/jobopts.h"
#include "bullio/replies.h"
#include "bullio/stateprobe.h"

#include <QHash>

#include <algorithm>

namespace oxp::reader {

namespace {

using FieldMap = QHash<QByteArray, QByteArray>;
using FieldList = std::vector<std::pair<QByteArray, QByteArray>>;

/// Above it a field is not fetched unasked.
constexpr qint64 RawLimit = 64 * 1024;
constexpr qint64 ReturnvalueLimit = 1024 * 1024;

/// Every field of a job's hash that is small (bullmq-protocol 1.3).
constexpr const char *SmallFields[] = {
    "name",   "opts",         "timestamp", "delay",        "priority",    "parentKey",
    "parent", "rjk",          "deid",      "progress",     "processedOn", "finishedOn",
    "pb",     "ats",          "atm",       "attemptsMade", "stc",         "stalledCounter",
    "defa",   "failedReason", "nrjid",     "tm",           "retriedOn"};

/// Between them they match every name but those that begin as data, returnvalue and stacktrace do, so that
/// HSCAN leaves these three on the server.
constexpr const char *OtherFields[] = {"[^drs]*", "d[^a]*", "r[^e]*", "s[^t]*"};

/// What the first pipeline brings besides the small fields.
struct Sizes {
  qint64 data = -1, returnvalue = 0, stacktrace = 0;
  bool allSmall() const { return std::max({data, returnvalue, stacktrace}) <= RawLimit; }
};

class DetailReader {
public:
  DetailReader(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId, std::stop_token stop)
      : m_session(session)
      , m_queue(queue.id)
      , m_id(jobId)
      , m_key(queue.id.key(jobId))
      , m_stop(std::move(stop)) {}

  Result<JobDetail> read();

private:
  Result<void> readSmall();
  Result<void> readRest();
  Result<void> lookTwice(const StateProbe &probe, StateProbe::Found found);
  void takeRow(const StateProbe::Found &found);
  void takeTexts();
  std::vector<Command> restCommands() const;
  QByteArray schedulerKey() const;

  ReadSession &m_session;
  QueueId m_queue;
  QByteArray m_id, m_key;
  std::stop_token m_stop;
  FieldMap m_small;
  Sizes m_sizes;
  JobDetail m_detail;
};

Result<JobDetail> DetailReader::read() {
  if (const auto done = readSmall(); !done)
    return fail(done.error());
  if (!m_detail.exists)
    return m_detail;
  if (const auto done = readRest(); !done)
    return fail(done.error());
  return m_detail;
}

Result<void> DetailReader::readSmall() {
  Command small = Command::of("HMGET", m_key);
  for (const char *name : SmallFields)
    small.add(name);
  std::vector<Command> commands{small,
                                Command::of("HEXISTS", m_key, "data"),
                                Command::of("HSTRLEN", m_key, "data"),
                                Command::of("HSTRLEN", m_key, "returnvalue"),
                                Command::of("HSTRLEN", m_key, "stacktrace"),
                                Command::of("PTTL", m_key + ":lock"),
                                Command::of("LLEN", m_key + ":logs"),
                                Command::of("SCARD", m_key + ":dependencies"),
                                Command::of("HLEN", m_key + ":processed"),
                                Command::of("HLEN", m_key + ":failed"),
                                Command::of("ZCARD", m_key + ":unsuccessful")};
  const size_t probeAt = commands.size();
  const StateProbe probe(m_session);
  probe.append(commands, m_queue, m_id);
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  auto number = [&](size_t at) { return replies::integer((*replies)[at]); };

  const StateProbe::Found found = probe.read(std::span(*replies).subspan(probeAt), m_id);
  m_detail.queue = m_queue;
  m_detail.exists = found.exists && !(*replies)[0].isError();
  const auto values = replies::list((*replies)[0]);
  for (size_t i = 0; i < values.size(); ++i) {
    if (!values[i].isNull())
      m_small.insert(SmallFields[i], values[i]);
  }
  m_sizes = {number(1) ? number(2) : -1, number(3), number(4)};
  m_detail.dataSize = m_sizes.data;
  m_detail.returnvalueSize = m_sizes.returnvalue > 0 ? m_sizes.returnvalue : -1; // JSON is never empty
  m_detail.stalledCount = int(fieldtext::number(m_small.value("stc", m_small.value("stalledCounter"))));
  m_detail.lockTtlMs = std::max<qint64>(number(5), -1);
  m_detail.locked = number(5) != -2;
  m_detail.logCount = number(6);
  m_detail.childrenCount = number(7) + number(8) + number(9) + number(10);
  takeRow(found);
  takeTexts();
  m_detail.row.unheld = m_detail.exists && found.state == JobState::Active && !m_detail.locked;
  return found.alsoIn.empty() ? Result<void>() : lookTwice(probe, found);
}

/// A job that moved between two of the replies stands in two places for us alone.
Result<void> DetailReader::lookTwice(const StateProbe &probe, StateProbe::Found found) {
  std::vector<Command> commands;
  probe.append(commands, m_queue, m_id);
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  const StateProbe::Found again = probe.read(*replies, m_id);
  if (again.state == found.state && again.alsoIn == found.alsoIn)
    m_detail.alsoIn = std::move(found.alsoIn);
  return {};
}

void DetailReader::takeRow(const StateProbe::Found &found) {
  std::vector<QByteArray> values;
  for (const QByteArray &name : jobcodec::hashFields(AllJobFields))
    values.push_back(m_small.value(name));
  m_detail.row = jobcodec::row(m_id, found.state, AllJobFields, values);
  m_detail.row.missing = !m_detail.exists;
  m_detail.row.size = m_sizes.data;
  if (found.state == JobState::Delayed)
    m_detail.row.due = fieldtext::dueFromScore(found.score);
}

void DetailReader::takeTexts() {
  m_detail.timestamp = m_small.value("timestamp");
  m_detail.opts = m_small.value("opts");
  m_detail.failedReason = m_small.value("failedReason");
  m_detail.parentKey = m_small.value("parentKey");
  m_detail.repeatJobKey = schedulerKey();
  m_detail.workerName = m_small.value("pb");
}

/// Bull 4 keeps the key in the job's options only.
QByteArray DetailReader::schedulerKey() const {
  const QByteArray rjk = m_small.value("rjk");
  if (!rjk.isEmpty() || !m_id.startsWith("repeat:"))
    return rjk;
  return jobopts::text(m_small.value("opts"), {"repeat", "key"});
}

std::vector<Command> DetailReader::restCommands() const {
  const QByteArray repeat = m_queue.key("repeat");
  Command texts = Command::of("HMGET", m_key, "stacktrace");
  if (m_sizes.returnvalue <= ReturnvalueLimit)
    texts.add("returnvalue");
  std::vector<Command> commands{Command::of("ZSCORE", repeat, m_detail.repeatJobKey),
                                Command::of("HEXISTS", repeat + ':' + m_detail.repeatJobKey, "data"), texts};
  if (m_sizes.allSmall()) {
    commands.push_back(Command::of("HGETALL", m_key));
    return commands;
  }
  for (const char *pattern : OtherFields)
    commands.push_back(Command::of("HSCAN", m_key, 0, "MATCH", pattern, "COUNT", 1000));
  return commands;
}

void appendPairs(const std::vector<QByteArray> &flat, FieldList &fields) {
  for (size_t i = 0; i + 1 < flat.size(); i += 2)
    fields.emplace_back(flat[i], flat[i + 1]);
}

void appendMissing(const FieldMap &small, FieldList &fields) {
  for (const char *name : SmallFields) {
    const bool listed =
        std::any_of(fields.begin(), fields.end(), [&](const auto &field) { return field.first == name; });
    if (!listed && small.contains(name))
      fields.emplace_back(name, small.value(name));
  }
}

Result<void> DetailReader::readRest() {
  const std::vector<Command> commands = restCommands();
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);

  const Reply &next = (*replies)[0];
  m_detail.schedulerPending =
      !m_detail.repeatJobKey.isEmpty() && replies::has(next) &&
      m_id.endsWith(':' + QByteArray::number(fieldtext::number(replies::bytes(next))));
  m_detail.schedulerHasTemplate = replies::integer((*replies)[1]) > 0;
  const std::vector<QByteArray> texts = replies::list((*replies)[2]);
  m_detail.stacktrace = texts.empty() ? QByteArray() : texts.front();
  m_detail.returnvalue = texts.size() < 2 ? QByteArray() : texts[1];
  if (m_sizes.allSmall()) {
    appendPairs(replies::list((*replies)[3]), m_detail.fields);
    return {};
  }
  for (size_t i = 3; i < replies->size(); ++i) {
    const Reply &scan = (*replies)[i];
    if (scan.items.size() == 2)
      appendPairs(replies::list(scan.items[1]), m_detail.fields);
  }
  appendMissing(m_small, m_detail.fields);
  if (m_sizes.data >= 0 && m_sizes.data <= RawLimit) {
    const auto data =
        m_session.call(Command::of("HGET", m_key, "data"), m_stop, {.valueBytes = m_sizes.data});
    if (!data)
      return fail(data.error());
    m_detail.fields.emplace_back("data", replies::bytes(*data));
  }
  if (m_sizes.returnvalue > 0 && m_sizes.returnvalue <= RawLimit)
    m_detail.fields.emplace_back("returnvalue", m_detail.returnvalue);
  if (m_sizes.stacktrace > 0 && m_sizes.stacktrace <= RawLimit)
    m_detail.fields.emplace_back("stacktrace", m_detail.stacktrace);
  return {};
}

} // namespace

Result<JobDetail> detail(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                         std::stop_token stop) {
  return DetailReader(session, queue, jobId, std::move(stop)).read();
}

Result<LogPage> logs(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId, qint64 offset,
                     int count, std::stop_token stop) {
  const QByteArray key = queue.id.key(jobId) + ":logs";
  const auto replies = session.pipeline(
      {Command::of("LLEN", key), Command::of("LRANGE", key, offset, offset + count - 1)}, stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  return LogPage{replies::integer((*replies)[0]), offset, replies::list((*replies)[1])};
}

} // namespace oxp::reader
