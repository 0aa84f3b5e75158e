// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/placenotice.h"

#include "models/format.h"
#include "models/jobcolumns.h"

#include <QCoreApplication>

namespace oxp::placenotice {
namespace {

QString say(const char *source) {
  return QCoreApplication::translate("PlaceNotice", source);
}

/// How long the lock is gone, as far as anybody knows.
QString since(const JobDetail &detail, qint64 now) {
  if (detail.lockEndedAt > 0)
    return say(QT_TRANSLATE_NOOP("PlaceNotice", "The lock ran out %1."))
        .arg(format::relativeTime(detail.lockEndedAt, now));
  if (detail.row.processed > 0)
    return say(QT_TRANSLATE_NOOP("PlaceNotice", "A worker took it %1; its lock is gone."))
        .arg(format::relativeTime(detail.row.processed, now));
  return {};
}

} // namespace

std::optional<Notice> unheld(const JobDetail &detail, qint64 now) {
  if (!detail.row.unheld)
    return std::nullopt;
  QStringList sentences{since(detail, now)};
  sentences << say(QT_TRANSLATE_NOOP(
      "PlaceNotice",
      "The stalled check of a worker, every 30 s by default, puts it back to the waiting ones; "
      "where it has stalled more often than maxStalledCount, 1 by default, it fails instead."));
  if (detail.stalledCount > 0)
    sentences << QCoreApplication::translate("PlaceNotice", "It has stalled %n time(s) before.", nullptr,
                                             detail.stalledCount);
  sentences.removeAll(QString());
  Notice notice;
  notice.id = "unheld";
  notice.kind = NoticeKind::Warn;
  notice.what = say(QT_TRANSLATE_NOOP("PlaceNotice", "No worker holds this job."));
  notice.detail = sentences.join(u' ');
  return notice;
}

std::optional<Notice> twice(const JobDetail &detail) {
  if (detail.alsoIn.empty())
    return std::nullopt;
  QStringList states{stateTitle(detail.row.state)};
  for (const JobState state : detail.alsoIn)
    states << stateTitle(state);
  Notice notice;
  notice.id = "twice";
  notice.kind = NoticeKind::Warn;
  notice.what = say(QT_TRANSLATE_NOOP("PlaceNotice", "This id stands in several states: %1."))
                    .arg(format::listed(states));
  notice.detail = say(QT_TRANSLATE_NOOP(
      "PlaceNotice", "BullMQ keeps a job in one. A move takes it out of one list only; the other entry stays "
                     "behind."));
  return notice;
}

void show(Banner &banner, const JobDetail &before, const JobDetail &detail, qint64 now) {
  const auto apply = [&banner](const char *id, const std::optional<Notice> &notice, bool same) {
    if (!notice)
      banner.withdraw(id);
    else if (!same || banner.shownId() == id) // there the time goes on
      banner.post(*notice);
  };
  const bool sameJob = before.queue == detail.queue && before.row.id == detail.row.id;
  apply("unheld", unheld(detail, now),
        sameJob && before.row.unheld == detail.row.unheld && before.lockEndedAt == detail.lockEndedAt &&
            before.stalledCount == detail.stalledCount);
  apply("twice", twice(detail), sameJob && before.alsoIn == detail.alsoIn);
}

} // namespace oxp::placenotice
