// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/receipttext.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "operations/operation.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace oxp::receipttext {
namespace {

using Kind = Whereabouts::Kind;

constexpr qsizetype NameLength = 100; ///< bytes of a name or an id in a line
constexpr qint64 JustNowMs = 1'000;   ///< clocks and polls are not finer than that

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Receipt)
};

/// Null for an operation that this program does not know.
const DoneWords *wordsOf(const Receipt &receipt) {
  const OperationSpec *spec = findOperation(receipt.operation);
  const DoneWords *words = !spec ? nullptr : receipt.isRevert ? &spec->takenBack : &spec->words;
  return words && *words->done ? words : nullptr;
}

bool runsAgain(const Receipt &receipt) {
  const OperationSpec *spec = findOperation(receipt.operation);
  return spec && spec->runsAgain;
}

QString ago(qint64 when, qint64 now) {
  return now - when < JustNowMs ? Words::tr("just now") : format::relativeTime(when, now);
}

QString stateName(const Receipt &receipt) {
  switch (receipt.where.state) {
  case JobState::Active:
    return Words::tr("now active");
  case JobState::Failed:
    return runsAgain(receipt) ? Words::tr("failed again") : Words::tr("failed");
  case JobState::Unknown:
    return Words::tr("in no list");
  default:
    return QLocale().toLower(stateTitle(receipt.where.state));
  }
}

QString stateFact(const Whereabouts &where, qint64 now) {
  switch (where.state) {
  case JobState::Active:
    return where.since > 0 ? Words::tr("for %1").arg(
                                 format::duration(std::max<qint64>(0, now - where.since) / 1000 * 1000))
                           : QString();
  case JobState::Delayed:
    return where.since > now ? Words::tr("due %1").arg(format::relativeTime(where.since, now)) : QString();
  case JobState::Completed:
    if (where.ranMs < 0)
      return where.since > 0 ? ago(where.since, now) : QString();
    return Words::tr("after %1, %2").arg(format::duration(where.ranMs), ago(where.since, now));
  case JobState::Failed:
    return where.reason;
  default:
    return {};
  }
}

} // namespace

QString what(const Receipt &receipt) {
  const QString job = receipt.jobName.isEmpty() ? Words::tr("job") : receipt.jobName;
  const QString object = receipt.isOfJob() ? job : format::safeText(receipt.queue.id.name, NameLength);
  const DoneWords *words = wordsOf(receipt);
  if (!words)
    return QString::fromLatin1(receipt.operation) + u' ' + object;
  return Words::tr(receipt.isDone() ? words->done : words->wished).arg(object);
}

QString id(const Receipt &receipt) {
  return receipt.isOfJob() ? u'#' + format::safeText(receipt.jobId, NameLength) : QString();
}

QString word(const Receipt &receipt) {
  switch (receipt.where.kind) {
  case Kind::Looking:
    return Words::tr("looking…");
  case Kind::InState:
    return stateName(receipt);
  case Kind::Removed:
    return Words::tr("removed");
  case Kind::Gone:
  case Kind::OtherJob:
    return Words::tr("gone");
  case Kind::QueuePaused:
    return Words::tr("paused");
  case Kind::QueueRuns:
    return Words::tr("running");
  case Kind::NotKnown:
    return Words::tr("not known: connection lost");
  case Kind::NotSettled:
    return Words::tr("not known yet");
  case Kind::NotArrived:
    return Words::tr("did not arrive");
  case Kind::NeverKnown:
    return Words::tr("not known");
  }
  return {};
}

QString fact(const Receipt &receipt, qint64 now) {
  const Whereabouts &where = receipt.where;
  switch (where.kind) {
  case Kind::InState:
    return stateFact(where, now);
  case Kind::Gone:
    return where.state == JobState::Completed ? Words::tr("removed when completed")
                                              : Words::tr("removed since; how it ended is not known");
  case Kind::OtherJob:
    return Words::tr("another job bears this id now");
  case Kind::QueuePaused:
    return receipt.note == "already" ? Words::tr("it was so before")
                                     : Words::tr("running jobs go on to their end");
  case Kind::QueueRuns:
    return receipt.note == "already" ? Words::tr("it was so before") : QString();
  case Kind::NotKnown:
    return Words::tr("until it is back");
  case Kind::NotSettled:
    return Words::tr("connection lost; looking again");
  case Kind::NotArrived:
    return Words::tr("nothing was changed");
  case Kind::NeverKnown:
    return Words::tr("look at it before you write it again");
  default:
    return {};
  }
}

QString line(const Receipt &receipt, qint64 now) {
  QString text = what(receipt);
  if (receipt.isOfJob())
    text =
        Words::tr("%1 %2 in %3").arg(text, id(receipt), format::safeText(receipt.queue.id.name, NameLength));
  text = Words::tr("%1: %2").arg(text, word(receipt));
  const QString more = fact(receipt, now);
  return more.isEmpty() ? text : Words::tr("%1, %2").arg(text, more);
}

QString deed(const Receipt &receipt, qint64 now) {
  const DoneWords *words = wordsOf(receipt);
  return words ? Words::tr(words->byYou).arg(ago(receipt.at, now)) : QString();
}

} // namespace oxp::receipttext
