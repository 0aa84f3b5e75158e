// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/serverwords.h"

#include "models/format.h"
#include "workspace/serverlink.h"
#include "workspace/serverlook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace oxp {
namespace {

constexpr qint64 ClockTolerance = 5'000; ///< ms

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

ServerWord fact(const QString &label, const QString &value) {
  return {label, value, {}, Tint::Text2, false, {}};
}

ServerWord trouble(const QString &label, const QString &value, const QString &meaning) {
  return {label, value, IconId::Warn, Tint::Warn, true, meaning};
}

QString text(const QByteArray &bytes) {
  return format::safeText(bytes, 60);
}

ServerWord role(const ServerLook &look) {
  if (look.role == "slave")
    return trouble({}, Words::tr("replica"),
                   Words::tr("A replica takes no writes: what is shown is a copy."));
  const int replicas = int(look.replicas.value_or(0));
  return fact({},
              replicas > 0 ? Words::tr("primary, %n replica(s)", nullptr, replicas) : Words::tr("primary"));
}

/// In whole minutes, so that the line keeps still; of a server that has just started in seconds.
QString uptime(qint64 seconds) {
  return format::duration((seconds < 60 ? std::max<qint64>(seconds, 1) : seconds / 60 * 60) * 1'000);
}

ServerWord memory(const ServerLook &look) {
  const qint64 most = look.maxMemory.value_or(0);
  const QString used = format::sizeText(look.usedMemory.value_or(-1));
  return fact(Words::tr("memory"), most > 0 ? Words::tr("%1 of %2").arg(used, format::sizeText(most)) : used);
}

ServerWord eviction(const ServerLook &look) {
  const QString label = Words::tr("eviction"), policy = text(look.policy);
  if (look.evicts())
    return trouble(label, policy,
                   Words::tr("With %1 Redis may drop jobs when memory runs short: BullMQ needs noeviction.")
                       .arg(policy));
  return {label, policy, IconId::Check, Tint::Ok, false, {}};
}

ServerWord saving(const ServerLook &look, qint64 now) {
  if (look.saveFailed)
    return trouble(
        {}, Words::tr("the last save failed"),
        Words::tr("Redis could not write to its disk (MISCONF): it may refuse all writes until it can."));
  if (look.unsaved)
    return trouble(
        {}, Words::tr("not saved to disk"),
        Words::tr("Redis has written nothing to its disk since it started: what changed since then "
                  "is lost when it ends."));
  const QString how = look.appendsToFile ? Words::tr("saved by AOF") : Words::tr("saved by snapshots");
  return fact({}, look.lastSave > 0 && !look.appendsToFile
                      ? Words::tr("%1, %2", "saved by snapshots, 5 min ago")
                            .arg(how, format::pastTime(look.lastSave * 1'000, now))
                      : how);
}

ServerWord clockOf(qint64 offset) {
  const qint64 apart = std::llabs(offset);
  const QString words =
      apart < 100 ? Words::tr("clock agrees")
      : apart < 1'000
          ? Words::tr("clock differs by %1 s").arg(QLocale().toString(double(apart) / 1'000, 'f', 1))
          : Words::tr("clock differs by %1").arg(format::duration(apart / 1'000 * 1'000));
  return apart > ClockTolerance
             ? trouble({}, words,
                       Words::tr("This machine's clock and the server's do not agree: times are shown "
                                 "by the server's."))
             : fact({}, words);
}

} // namespace

std::vector<ServerWord> serverWords(const ServerFacts &facts, const std::optional<ServerLook> &look,
                                    qint64 now, qint64 clockOffset) {
  std::vector<ServerWord> words{fact(QString::fromLatin1(serverKindName(facts.kind)), text(facts.version))};
  if (look) {
    if (look->loading)
      words.push_back(
          trouble({}, Words::tr("loading its data"), Words::tr("Redis answers when it has loaded them.")));
    if (!look->role.isEmpty())
      words.push_back(role(*look));
    if (look->uptimeSeconds)
      words.push_back(fact({}, Words::tr("up %1").arg(uptime(*look->uptimeSeconds))));
    if (look->usedMemory)
      words.push_back(memory(*look));
    if (!look->policy.isEmpty())
      words.push_back(eviction(*look));
    if (look->lastSave > 0 || look->appendsToFile || look->saveFailed || look->unsaved)
      words.push_back(saving(*look, now));
    if (look->clients)
      words.push_back(fact({}, Words::tr("%n client(s)", nullptr, int(*look->clients))));
  }
  if (!facts.tls.isEmpty())
    words.insert(words.begin() + 1, ServerWord{{}, facts.tls, IconId::Lock, Tint::Ok, false, {}});
  if (facts.clock.known)
    words.push_back(clockOf(clockOffset));
  return words;
}

} // namespace oxp
