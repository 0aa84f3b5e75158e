// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"

#include "bull/fieldtext.h"
#include "bull/legacyrepeat.h"
#include "bullio/replies.h"

#include <QHash>

namespace oxp::reader {

namespace {

constexpr int MostSchedulers = 10'000;

Scheduler schedulerFrom(const QByteArray &id, const std::vector<QByteArray> &flat) {
  if (flat.empty()) {
    // BullMQ 4 and Bull 4 keep a repeatable in its name alone.
    if (const auto legacy = legacyRepeatable(id))
      return *legacy;
  }
  QHash<QByteArray, QByteArray> record;
  for (size_t i = 0; i + 1 < flat.size(); i += 2)
    record.insert(flat[i], flat[i + 1]);
  Scheduler scheduler;
  scheduler.id = id;
  scheduler.missing = record.isEmpty();
  scheduler.name = record.value("name");
  scheduler.pattern = record.value("pattern");
  scheduler.every = fieldtext::number(record.value("every"));
  scheduler.tz = record.value("tz");
  scheduler.limit = fieldtext::number(record.value("limit"));
  scheduler.iterations = fieldtext::number(record.value("ic"));
  scheduler.legacy = !scheduler.missing && !record.contains("ic");
  scheduler.data = record.value("data");
  scheduler.opts = record.value("opts");
  return scheduler;
}

} // namespace

Result<std::vector<Scheduler>> schedulers(ReadSession &session, const QueueInfo &queue,
                                          std::stop_token stop) {
  const QByteArray repeat = queue.id.key("repeat");
  const auto reply = session.call(Command::of("ZRANGE", repeat, 0, MostSchedulers - 1, "WITHSCORES"), stop);
  if (!reply)
    return fail(reply.error());
  const std::vector<QByteArray> listed = replies::list(*reply);
  std::vector<Scheduler> all;
  if (listed.empty())
    return all;
  std::vector<Command> commands;
  for (size_t i = 0; i + 1 < listed.size(); i += 2)
    commands.push_back(Command::of("HGETALL", repeat + ':' + listed[i]));
  const auto records = session.pipeline(commands, stop);
  if (!records)
    return fail(records.error());
  if (const auto refused = replies::refusal(*records))
    return fail(*refused);
  for (size_t i = 0; i < records->size(); ++i) {
    all.push_back(schedulerFrom(listed[2 * i], replies::list((*records)[i])));
    all.back().next = fieldtext::number(listed[2 * i + 1]);
  }
  return all;
}

} // namespace oxp::reader
