// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/inspection.h"

#include "bull/fieldtext.h"
#include "bullio/replies.h"
#include "bullio/typeprobe.h"

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

constexpr const char *MetaFields[] = {"version", "opts.maxLenEvents", "paused", "concurrency", "max"};

void appendCommands(std::vector<Command> &commands, const QueueId &id) {
  Command meta = Command::of("HMGET", id.key("meta"));
  for (const char *field : MetaFields)
    meta.add(field);
  commands.push_back(std::move(meta));
  for (const KeyTrace &trace : KeyTraces)
    commands.push_back(Command::of("TYPE", id.key(trace.suffix)));
  for (const Sample &sample : Samples)
    commands.push_back(Command::of(sample.command, id.key(sample.suffix), sample.from, sample.to));
}

struct Traces {
  std::optional<QueueEvidence> evidence;
  std::vector<QByteArray> sampleIds;
};

void takeMeta(QueueEvidence &evidence, const std::vector<QByteArray> &meta) {
  if (meta.size() != std::size(MetaFields))
    return;
  evidence.version = meta[0];
  evidence.maxLenEvents = !meta[1].isNull();
  evidence.otherMetaField = !meta[2].isNull() || !meta[3].isNull() || !meta[4].isNull();
}

Traces takeTraces(const QueueId &id, std::span<const Reply> replies) {
  if (replies::refusals(replies).other)
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

/// Where TYPE is kept back: what a command for one type alone says of each key.
Result<void> probeTypes(ReadSession &session, std::vector<Traces> &all, std::stop_token stop) {
  std::vector<Command> commands;
  for (const Traces &traces : all)
    for (const KeyTrace &trace : KeyTraces)
      if (traces.evidence)
        commands.push_back(typeprobe::command(trace.type, traces.evidence->id.key(trace.suffix)));
  const auto replies = session.pipeline(commands, std::move(stop));
  if (!replies)
    return fail(replies.error());
  size_t at = 0;
  for (Traces &traces : all)
    for (const KeyTrace &trace : KeyTraces)
      if (traces.evidence && typeprobe::shows((*replies)[at++]))
        (*traces.evidence).*trace.shows = true;
  return {};
}

/// Where HMGET is kept back: the same fields one by one.
Result<void> readMetaFields(ReadSession &session, std::vector<Traces> &all, std::stop_token stop) {
  std::vector<Command> commands;
  for (const Traces &traces : all)
    for (const char *field : MetaFields)
      if (traces.evidence)
        commands.push_back(Command::of("HGET", traces.evidence->id.key("meta"), field));
  const auto replies = session.pipeline(commands, std::move(stop));
  if (!replies)
    return fail(replies.error());
  std::span<const Reply> rest(*replies);
  for (Traces &traces : all) {
    if (!traces.evidence)
      continue;
    std::vector<QByteArray> meta;
    for (const Reply &field : rest.first(std::size(MetaFields)))
      meta.push_back(replies::bytes(field));
    takeMeta(*traces.evidence, meta);
    rest = rest.subspan(std::size(MetaFields));
  }
  return {};
}

} // namespace

Result<Inspection> inspectQueues(ReadSession &session, std::span<const QueueId> ids, std::stop_token stop) {
  Inspection inspection;
  if (ids.empty())
    return inspection;
  std::vector<Command> commands;
  for (const QueueId &id : ids)
    appendCommands(commands, id);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  inspection.refused = replies::refusals(*replies).commands;
  std::vector<Traces> all;
  for (size_t i = 0; i < ids.size(); ++i)
    all.push_back(takeTraces(ids[i], std::span(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue)));
  if (inspection.refused.contains("TYPE"))
    if (const auto done = probeTypes(session, all, stop); !done)
      return fail(done.error());
  if (inspection.refused.contains("HMGET"))
    if (const auto done = readMetaFields(session, all, stop); !done)
      return fail(done.error());
  if (const auto done = readSamples(session, all, stop); !done)
    return fail(done.error());
  for (Traces &traces : all)
    inspection.evidence.push_back(std::move(traces.evidence));
  return inspection;
}

} // namespace oxp
