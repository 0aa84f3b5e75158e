// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/runexportflow.h"

#include "models/activitymodel.h"
#include "models/runtext.h"
#include "ui/flows/errornotice.h"
#include "workspace/profilesession.h"
#include "workspace/runexport.h"
#include "workspace/sessionruns.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QUrl>

#include <algorithm>

namespace oxp {
namespace {

ResultsFormat formatOf(const QString &path) {
  return path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive) ? ResultsFormat::Csv
                                                                    : ResultsFormat::Ndjson;
}

/// Another export's end does not take this one's place.
QByteArray noticeId(const QString &path) {
  return "export " + path.toUtf8();
}

Notice doneNotice(const QString &path, qint64 jobs) {
  Notice notice =
      okNotice(RunExportFlow::tr("The results of %Ln job(s) were written to %1.", nullptr, int(jobs))
                   .arg(QDir::toNativeSeparators(path)),
               {}, noticeId(path));
  const QString folder = QFileInfo(path).absolutePath();
  notice.buttons = {{RunExportFlow::tr("Open folder"),
                     [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}};
  return notice;
}

} // namespace

RunExportFlow::RunExportFlow(ActivityModel &activity, QWidget *window)
    : QObject(window)
    , m_activity(activity)
    , m_window(window) {}

void RunExportFlow::start(ProfileSession *session, const RunRow &row) {
  auto *dialog = new QFileDialog(m_window, tr("Export the results"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters({tr("CSV, for spreadsheets (*.csv)"), tr("NDJSON, for programs (*.ndjson)")});
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
    dialog->setDefaultSuffix(filter.contains(QLatin1StringView("ndjson")) ? QStringLiteral("ndjson")
                                                                          : QStringLiteral("csv"));
  });
  dialog->selectFile(QStringLiteral("run-%1").arg(row.run.id));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, session = QPointer(session), row](const QString &path) {
            if (session)
              run(session, row, path);
          });
  dialog->open();
}

void RunExportFlow::run(ProfileSession *session, const RunRow &row, const QString &path) {
  RunExport *work = session->runs().startExport({row.run.id, formatOf(path), path});
  if (!work)
    return;
  const int line = m_activity.begin(tr("Export to %1").arg(QFileInfo(path).fileName()), tr("jobs"),
                                    [work = QPointer(work)] {
                                      if (work)
                                        work->cancel();
                                    });
  connect(work, &RunExport::progressed, this, [this, line, total = row.run.counts.total()](qint64 jobs) {
    m_activity.progress(line, jobs, total);
  });
  connect(work, &RunExport::ended, this, [this, line, path](const Result<qint64> &jobs) {
    const Notice notice =
        jobs ? doneNotice(path, *jobs) : errorNotice(jobs.error(), Doing::Reading, noticeId(path));
    const bool cancelled = !jobs && jobs.error().kind == ErrorKind::Cancelled;
    m_activity.end(line,
                   jobs        ? ActivityModel::Status::Done
                   : cancelled ? ActivityModel::Status::Cancelled
                               : ActivityModel::Status::Failed,
                   jobs ? notice.what : notice.what + u' ' + tr("No file was written."));
    if (!cancelled)
      emit told(notice);
  });
  // It goes with its profile; told of only where it had not ended.
  connect(work, &QObject::destroyed, this, [this, line] {
    m_activity.end(line, ActivityModel::Status::Cancelled,
                   tr("The profile was closed.") + u' ' + tr("No file was written."));
  });
}

} // namespace oxp
