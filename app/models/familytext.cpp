// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/familytext.h"

#include "models/format.h"

#include <QCoreApplication>

namespace oxp {
namespace {

QString say(const char *source) {
  return QCoreApplication::translate("FamilyText", source);
}

QString bullMq(const QueueInfo &queue, const char *major) {
  const QByteArrayList parts = queue.version.split('.');
  const QByteArray version = parts.size() >= 2 ? parts[0] + '.' + parts[1] : queue.version;
  return QStringLiteral("BullMQ %1")
      .arg(version.isEmpty() ? QString::fromLatin1(major) : format::safeText(version, 40));
}

} // namespace

QString familyText(const QueueInfo &queue) {
  switch (queue.family) {
  case Family::BullMq6:
    return bullMq(queue, "6");
  case Family::BullMq5:
    return bullMq(queue, "5");
  case Family::BullMq4:
    return bullMq(queue, "4");
  case Family::BullMq5Or6:
    return say(QT_TRANSLATE_NOOP("FamilyText", "BullMQ 5 or 6"));
  case Family::BullMq4To6:
    return say(QT_TRANSLATE_NOOP("FamilyText", "BullMQ 4, 5 or 6"));
  case Family::Bull4:
    return QStringLiteral("Bull 4");
  case Family::BullMqPro:
    return QStringLiteral("BullMQ Pro");
  case Family::BullMqOld:
    return QStringLiteral("BullMQ ≤ 3");
  case Family::Unknown:
    break;
  }
  return say(QT_TRANSLATE_NOOP("FamilyText", "unknown family"));
}

QString familyBasisText(const QueueInfo &queue) {
  switch (queue.basis) {
  case FamilyBasis::Version:
    return say(QT_TRANSLATE_NOOP("FamilyText", "Its key meta names the version."));
  case FamilyBasis::Marker:
    return say(QT_TRANSLATE_NOOP(
        "FamilyText", "No version is stored. The key marker says BullMQ 5 or 6; nothing tells which."));
  case FamilyBasis::MixedTraces:
    return say(QT_TRANSLATE_NOOP(
        "FamilyText", "No version is stored. The key marker says BullMQ 5 or 6, the jobs say BullMQ 4."));
  case FamilyBasis::AttemptsNew:
    return say(QT_TRANSLATE_NOOP("FamilyText", "No version is stored. Jobs with the fields ats or atm say "
                                               "BullMQ 5 or 6; nothing tells which."));
  case FamilyBasis::AttemptsMade:
    return say(QT_TRANSLATE_NOOP("FamilyText",
                                 "No version is stored. Jobs with the field attemptsMade say BullMQ 4."));
  case FamilyBasis::MarkerIds:
    return say(QT_TRANSLATE_NOOP("FamilyText", "No version is stored. Ids such as 0:0 in its lists say "
                                               "BullMQ 4."));
  case FamilyBasis::PriorityKey:
    return say(QT_TRANSLATE_NOOP("FamilyText", "No version is stored. The keys events and priority together "
                                               "say BullMQ 3 or older."));
  case FamilyBasis::NoEvents:
    return say(QT_TRANSLATE_NOOP("FamilyText", "No version is stored, and no key events: that is Bull."));
  case FamilyBasis::Nothing:
    break;
  }
  return queue.family == Family::BullMq4To6
             ? say(QT_TRANSLATE_NOOP("FamilyText",
                                     "No version is stored, and no job has run yet that could tell it."))
             : QString();
}

QString unsureText(const QueueInfo &queue) {
  switch (queue.family) {
  case Family::BullMq5Or6:
    return say(QT_TRANSLATE_NOOP("FamilyText",
                                 "Only what is the same in both is offered: not Pause queue, and while it is "
                                 "paused neither Retry nor Promote."));
  case Family::BullMq4To6:
    return say(QT_TRANSLATE_NOOP(
        "FamilyText", "Only what is the same in all of them is offered: changing data and removing "
                      "jobs."));
  default:
    return {};
  }
}

} // namespace oxp
