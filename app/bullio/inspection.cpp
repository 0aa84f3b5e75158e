// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/inspection.h"

#include "base/refusal.h"
#include "bull/fieldtext.h"
#include "bullio/replies.h"

#include <algorithm>

namespace oxp {

namespace {

/// A key of a queue, its type, and what its being there shows.
struct KeyTrace {
  const char *suffix;
  const char *type;
  bool QueueEvidence::*shows;
};

constexpr KeyTrace KeyTraces[] = {
    {"id", "string", &QueueEvidence::idCounter},
    {"events", "stream", &QueueEvidence::events},
    {"marker", "zset", &QueueEvidence::marker},
    {"priority", "zset", &QueueEvidence::priority},
    {"meta-paused", "string", &QueueEvidence::metaPaused},
    {"wait", "list", &QueueEvidence::jobs},
    {"paused", "list", &QueueEvidence::jobs},
    {"active", "list", &QueueEvidence::jobs},
    {"delayed", "zset", &QueueEvidence::jobs},
    {"prioritized", "zset", &QueueEvidence::jobs},
    {"waiting-children", "zset", &QueueEvidence::jobs},
    {"completed", "zset", &QueueEvidence::jobs},
    {"failed", "zset", &QueueEvidence::jobs},
    {"repeat", "zset", &QueueEvidence::jobs},
};

/// Where a job is taken to look at its fields. The lists are read at both ends: markers stand at either.
struct Sample {
  const char *command;
  const char *suffix;
  int from, to;
};

constexpr Sample Samples[] = {{"ZREVRANGE", "completed", 0, 0}, {"ZREVRANGE", "failed", 0, 0},
                              {"LRANGE", "active", 0, 0},       {"ZRANGE", "delayed", 0, 0},
                              {"ZRANGE", "prioritized", 0, 0},  {"LRANGE", "wait", 0, 0},
                              {"LRANGE", "wait", -1, -1},       {"LRANGE", "paused", -1, -1}};

constexpr size_t CommandsPerQueue = 1 + std::size(KeyTraces) + std::size(Samples);

void appendCommands(std::vector<Command> &commands, const QueueId &id) {
  commands.push_back(
      Command::of("HMGET", id.key("meta"), "version", "opts.maxLenEvents", "paused", "concurrency", "max"));
  for (const KeyTrace &trace : KeyTraces)
    commands.push_back(Command::of("TYPE", id.key(trace.suffix)));
  for (const Sample &sample : Samples)
    commands.push_back(Command::of(sample.command, id.key(sample.suffix), sample.from, sample.to));
}

std::optional<Error> refusedOutright(const std::vector<Reply> &replies) {
  for (const Reply &reply : replies)
    if (const auto error = reply.error(); error && !refusedCommand(*error).isEmpty())
      return error;
  return std::nullopt;
}

struct Traces {
  std::optional<QueueEvidence> evidence;
  std::vector<QByteArray> sampleIds;
};

void takeMeta(QueueEvidence &evidence, const std::vector<QByteArray> &meta) {
  if (meta.size() != 5)
    return;
  evidence.version = meta[0];
  evidence.maxLenEvents = !meta[1].isNull();
  evidence.otherMetaField = !meta[2].isNull() || !meta[3].isNull() || !meta[4].isNull();
}

Traces takeTraces(const QueueId &id, std::span<const Reply> replies) {
  if (replies::refusal(replies))
    return {};
  Traces traces;
  QueueEvidence &evidence = traces.evidence.emplace();
  evidence.id = id;
  takeMeta(evidence, replies::list(replies[0]));
  replies = replies.subspan(1);
  for (const KeyTrace &trace : KeyTraces) {
    if (replies::bytes(replies[0]) == trace.type)
      evidence.*trace.shows = true;
    replies = replies.subspan(1);
  }
  for (const Reply &reply : replies) {
    for (const QByteArray &job : replies::list(reply)) {
      if (fieldtext::isMarker(job))
        evidence.idMarker = true;
      else
        traces.sampleIds.push_back(job);
    }
  }
  return traces;
}

/// Second round: which attempt fields the sampled jobs have. Queues that say their version need none.
Result<void> readSamples(ReadSession &session, std::vector<Traces> &all, std::stop_token stop) {
  std::vector<Command> commands;
  std::vector<QueueEvidence *> owners;
  for (Traces &traces : all) {
    if (!traces.evidence || !traces.evidence->version.isEmpty())
      continue;
    for (const QByteArray &job : traces.sampleIds) {
      commands.push_back(Command::of("HMGET", traces.evidence->id.key(job), "attemptsMade", "atm", "ats"));
      owners.push_back(&*traces.evidence);
    }
  }
  if (commands.empty())
    return {};
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < owners.size(); ++i) {
    const auto fields = replies::list((*replies)[i]);
    if (fields.size() != 3)
      continue;
    owners[i]->attemptsMade |= !fields[0].isNull();
    owners[i]->atm |= !fields[1].isNull() || !fields[2].isNull();
  }
  return {};
}

} // namespace

Result<std::vector<std::optional<QueueEvidence>>>
inspectQueues(ReadSession &session, std::span<const QueueId> ids, std::stop_token stop) {
  std::vector<std::optional<QueueEvidence>> evidence;
  if (ids.empty())
    return evidence;
  std::vector<Command> commands;
  for (const QueueId &id : ids)
    appendCommands(commands, id);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  // A key that this user may not see is another's; without a command nothing can be said of any queue.
  if (const auto refused = refusedOutright(*replies))
    return fail(*refused);
  std::vector<Traces> all;
  for (size_t i = 0; i < ids.size(); ++i)
    all.push_back(takeTraces(ids[i], std::span(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue)));
  if (const auto done = readSamples(session, all, stop); !done)
    return fail(done.error());
  for (Traces &traces : all)
    evidence.push_back(std::move(traces.evidence));
  return evidence;
}

} // namespace oxp
