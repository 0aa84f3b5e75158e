// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/refusaltext.h"

#include "models/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace oxp {
namespace {

struct Cost {
  RefusalPlace place;
  const char *command;
  const char *sentence;
};

constexpr std::array Costs{
    Cost{RefusalPlace::Jobs, "LRANGE",
         QT_TRANSLATE_NOOP("RefusalText", "Jobs that wait or run are not listed.")},
    Cost{RefusalPlace::Jobs, "ZREVRANGE",
         QT_TRANSLATE_NOOP("RefusalText",
                           "Completed and failed jobs are not listed, and not all delayed ones.")},
    Cost{RefusalPlace::Jobs, "ZRANGE",
         QT_TRANSLATE_NOOP("RefusalText", "Not all delayed and prioritized jobs are listed.")},
    Cost{RefusalPlace::Jobs, "HMGET",
         QT_TRANSLATE_NOOP("RefusalText", "Names, times and errors of jobs are not known.")},
    Cost{RefusalPlace::Jobs, "HSTRLEN", QT_TRANSLATE_NOOP("RefusalText", "Sizes of jobs are not known.")},
    Cost{RefusalPlace::Jobs, "ZSCORE", QT_TRANSLATE_NOOP("RefusalText", "When jobs are due is not known.")},
    Cost{RefusalPlace::Jobs, "EXISTS",
         QT_TRANSLATE_NOOP("RefusalText", "Jobs that are gone cannot be told from others.")},
    Cost{RefusalPlace::Jobs, "HEXISTS",
         QT_TRANSLATE_NOOP("RefusalText", "Jobs that no worker holds cannot be told from others.")},
    Cost{RefusalPlace::Queues, "TYPE",
         QT_TRANSLATE_NOOP(
             "RefusalText",
             "Queues are told by what their keys answer; one that holds nothing yet may be missing.")},
    Cost{RefusalPlace::Queues, "LLEN",
         QT_TRANSLATE_NOOP("RefusalText", "How many jobs there are is not known.")},
    Cost{RefusalPlace::Queues, "ZCARD",
         QT_TRANSLATE_NOOP("RefusalText", "How many jobs there are is not known.")},
    Cost{RefusalPlace::Queues, "HEXISTS",
         QT_TRANSLATE_NOOP("RefusalText", "How many jobs there are is not known.")},
    Cost{RefusalPlace::Queues, "EXISTS",
         QT_TRANSLATE_NOOP("RefusalText", "How many jobs there are is not known.")},
    Cost{RefusalPlace::Queues, "HMGET",
         QT_TRANSLATE_NOOP("RefusalText", "Which release wrote an old queue may not be known.")},
    Cost{RefusalPlace::Queues, "LRANGE",
         QT_TRANSLATE_NOOP("RefusalText", "Which release wrote an old queue may not be known.")},
    Cost{RefusalPlace::Queues, "ZREVRANGE",
         QT_TRANSLATE_NOOP("RefusalText", "Which release wrote an old queue may not be known.")},
    Cost{RefusalPlace::Queues, "ZRANGE",
         QT_TRANSLATE_NOOP("RefusalText", "Which release wrote an old queue may not be known.")},
};

QString say(const char *sentence) {
  return QCoreApplication::translate("RefusalText", sentence);
}

QString costOf(const QByteArray &command, RefusalPlace place) {
  for (const Cost &cost : Costs)
    if (cost.place == place && command == cost.command)
      return say(cost.sentence);
  return QCoreApplication::translate("RefusalText", "Some of what is shown here is not known.");
}

} // namespace

QString refusalHeadline(const RefusedCommands &commands) {
  QStringList names;
  for (const QByteArray &command : commands)
    names << QString::fromLatin1(command);
  return names.isEmpty() ? QString()
                         : QCoreApplication::translate("RefusalText", "The Redis user may not send %1.")
                               .arg(format::listed(names));
}

QString refusalCost(const RefusedCommands &commands, RefusalPlace place) {
  QStringList sentences;
  for (const QByteArray &command : commands)
    if (const QString cost = costOf(command, place); !sentences.contains(cost))
      sentences << cost;
  return sentences.join(u' ');
}

} // namespace oxp
