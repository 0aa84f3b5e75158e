// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/reportnote.h"

#include <QCoreApplication>

namespace oxp {
namespace {

struct NoteRow {
  const char *word;
  const char *sentence;
};

constexpr NoteRow NoteRows[] = {
    {"no-worker-will-read", QT_TRANSLATE_NOOP("ReportNote", "The job is completed: no worker will read it.")},
    {"becomes-template",
     QT_TRANSLATE_NOOP("ReportNote", "All later runs of its scheduler get these data too.")},
    {"may-become-template",
     QT_TRANSLATE_NOOP(
         "ReportNote",
         "If BullMQ 5 runs its scheduler, all later runs get these data too; with BullMQ 6 only "
         "this one.")},
    {"this-run-only", QT_TRANSLATE_NOOP("ReportNote", "Only this one run of its scheduler gets these data.")},
    {"worker-has-old-data",
     QT_TRANSLATE_NOOP("ReportNote", "The worker that runs it goes on with the old data.")},
    {"worker-has-old-options",
     QT_TRANSLATE_NOOP("ReportNote", "The worker that runs it goes on with the old options.")},
    {"scheduler-takes-over",
     QT_TRANSLATE_NOOP("ReportNote", "All later runs of its scheduler get these options too.")},
    {"over-size-limit", QT_TRANSLATE_NOOP("ReportNote", "The data are larger than the job's sizeLimit.")},
    {"not-announced",
     QT_TRANSLATE_NOOP("ReportNote", "No event was written: the Redis user may not use XADD.")},
    {"changed-again", QT_TRANSLATE_NOOP("ReportNote", "Somebody has changed the job again since.")},
    {"already", QT_TRANSLATE_NOOP("ReportNote", "It was so before.")},
    {"will-fail-again",
     QT_TRANSLATE_NOOP("ReportNote", "It has no attempts left: when it fails again, it stays failed.")},
};

} // namespace

QString reportNote(const QByteArray &note) {
  for (const NoteRow &row : NoteRows)
    if (note == row.word)
      return QCoreApplication::translate("ReportNote", row.sentence);
  return {};
}

Notice settledNotice(const NoticeSubject &subject, audit::Outcome outcome) {
  Notice notice;
  notice.id = "outcome"; // the question's: the answer takes its place
  notice.subject = subject;
  switch (outcome) {
  case audit::Outcome::Done:
    notice.kind = NoticeKind::Ok;
    notice.what = QCoreApplication::translate("ReportNote", "The write did arrive.");
    break;
  case audit::Outcome::Failed:
    notice.kind = NoticeKind::Warn;
    notice.what = QCoreApplication::translate("ReportNote", "The write did not arrive; nothing was changed.");
    break;
  default:
    notice.kind = NoticeKind::Warn;
    notice.what =
        QCoreApplication::translate("ReportNote", "Whether the write arrived could not be found out.");
    notice.detail = QCoreApplication::translate("ReportNote", "Look at it before you write it again.");
  }
  return notice;
}

} // namespace oxp
