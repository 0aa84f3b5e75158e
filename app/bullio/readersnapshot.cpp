// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/payloadhash.h"
#include "bullio/reader.h"
#include "bullio/replies.h"
#include "bullio/stateprobe.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace oxp::reader {

using namespace Qt::StringLiterals;

namespace {

/// Up to this size a poll fetches the data, to tell an edit that kept the length.
constexpr qint64 PulseDataLimit = 64 * 1024;

Error gone() {
  return {ErrorKind::NotFound, "gone", u"the job is gone"_qs};
}

Result<std::vector<Reply>> readAll(ReadSession &session, const std::vector<Command> &commands,
                                   std::stop_token stop, const CallOptions &options = {}) {
  auto replies = session.pipeline(commands, stop, options);
  if (!replies)
    return replies;
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  return replies;
}

} // namespace

Result<JobSnapshot> snapshot(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                             std::stop_token stop, const CallOptions &options, const QByteArray &field) {
  const QByteArray key = queue.id.key(jobId);
  const StateProbe probe(session);
  // One HMGET: the field and timestamp are of the same moment.
  std::vector<Command> commands{Command::of("HMGET", key, field, "timestamp"),
                                Command::of("EXISTS", key + ":lock")};
  probe.append(commands, queue.id, jobId);
  const auto replies = readAll(session, commands, stop, options);
  if (!replies)
    return fail(replies.error());
  const StateProbe::Found found = probe.read(std::span(*replies).subspan(2), jobId);
  const auto fields = (*replies)[0].asBytesList();
  if (!found.exists || !fields || fields->size() != 2)
    return fail(gone());
  JobSnapshot snapshot;
  snapshot.queue = queue.id;
  snapshot.jobId = jobId;
  snapshot.present = !(*fields)[0].isNull();
  snapshot.data = (*fields)[0];
  snapshot.sha1 = sha1Of(snapshot.data);
  snapshot.timestamp = (*fields)[1];
  snapshot.state = found.state;
  snapshot.locked = replies::integer((*replies)[1]) > 0;
  snapshot.fetchedAt = QDateTime::currentMSecsSinceEpoch();
  return snapshot;
}

Result<Pulse> pulse(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                    std::stop_token stop) {
  const QByteArray key = queue.id.key(jobId);
  const StateProbe probe(session);
  std::vector<Command> commands{Command::of("HSTRLEN", key, "data"), Command::of("HEXISTS", key, "data"),
                                Command::of("HGET", key, "timestamp"), Command::of("EXISTS", key + ":lock")};
  probe.append(commands, queue.id, jobId);
  const auto replies = readAll(session, commands, stop);
  if (!replies)
    return fail(replies.error());
  const StateProbe::Found found = probe.read(std::span(*replies).subspan(4), jobId);
  Pulse pulse;
  pulse.exists = found.exists;
  pulse.state = found.state;
  pulse.dataSize = replies::integer((*replies)[0]);
  pulse.present = replies::integer((*replies)[1]) > 0;
  pulse.timestamp = replies::bytes((*replies)[2]);
  pulse.locked = replies::integer((*replies)[3]) > 0;
  if (!pulse.present || pulse.dataSize > PulseDataLimit)
    return pulse;
  const auto data = session.call(Command::of("HGET", key, "data"), stop, {.valueBytes = pulse.dataSize});
  if (!data)
    return fail(data.error());
  pulse.sha1 = sha1Of(replies::bytes(*data));
  return pulse;
}

Result<QByteArray> mark(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                        qint64 dataSize, bool withLogs, std::stop_token stop) {
  const QByteArray key = queue.id.key(jobId);
  Command fields = Command::of("HMGET", key, "timestamp", "processedOn", "finishedOn", "atm", "attemptsMade",
                               "delay", "priority", "progress", "opts");
  std::vector<Command> commands;
  if (dataSize > PulseDataLimit)
    commands.push_back(Command::of("HSTRLEN", key, "data"));
  else
    fields.add("data");
  commands.push_back(fields);
  if (withLogs)
    commands.push_back(Command::of("LLEN", key + ":logs"));
  const auto replies = readAll(session, commands, stop);
  if (!replies)
    return fail(replies.error());
  QCryptographicHash hash(QCryptographicHash::Sha1);
  for (const Reply &reply : *replies) {
    hash.addData(QByteArray::number(reply.integer));
    for (const Reply &field : reply.items)
      hash.addData((field.isNil() ? "-"_ba : QByteArray::number(field.bytes.size())) + ':' + field.bytes);
  }
  return hash.result();
}

Result<JobState> state(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                       std::stop_token stop) {
  const StateProbe probe(session);
  std::vector<Command> commands;
  probe.append(commands, queue.id, jobId);
  const auto replies = readAll(session, commands, stop);
  if (!replies)
    return fail(replies.error());
  const StateProbe::Found found = probe.read(*replies, jobId);
  if (!found.exists)
    return fail(gone());
  return found.state;
}

Result<QByteArray> field(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                         const QByteArray &field, std::stop_token stop) {
  const auto reply = session.call(Command::of("HGET", queue.id.key(jobId), field), stop);
  if (!reply)
    return fail(reply.error());
  return reply->asBytes();
}

} // namespace oxp::reader
