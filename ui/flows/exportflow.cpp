// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/exportflow.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "policy/rules.h"
#include "workspace/longreads.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <memory>

namespace oxp {

ExportFlow::ExportFlow(ActivityModel &activity, QWidget *window)
    : QObject(window)
    , m_activity(activity)
    , m_window(window) {}

void ExportFlow::start(ProfileSession *session, const QString &object,
                       const std::vector<ExportChoice> &choices, int current) {
  const Profile &profile = session->profile();
  DialogSubject subject;
  subject.title = tr("Export");
  subject.environment = profile.environment;
  subject.profile = profile.name;
  subject.object = object;
  QStringList folders;
  if (!m_last.path.isEmpty())
    folders << QFileInfo(m_last.path).absolutePath();
  folders << QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) << QDir::homePath();
  folders.removeAll({});
  const ExportDialog::Masks masks{session->rules()->masksValues(profile.environment),
                                  session->rules()->mayReveal(profile.environment, profile.role)};
  auto *dialog = new ExportDialog(subject, choices, current, masks, m_last, folders, m_window);
  connect(dialog, &ExportDialog::decided, this,
          [this, session = QPointer(session)](const ExportAnswer &answer) {
            if (session)
              run(session, answer);
          });
  dialog->open();
}

void ExportFlow::run(ProfileSession *session, const ExportAnswer &answer) {
  m_last = answer;
  m_last.what = {}; // as many jobs as there may be
  ExportRequest request;
  request.parts = answer.what.parts;
  request.format = answer.format;
  request.path = answer.path;
  const auto running = std::make_shared<Running>();
  running->path = answer.path;
  const auto cancel = [weak = std::weak_ptr(running)] {
    if (const auto running = weak.lock()) {
      running->cancelled = true;
      running->handle.cancel();
    }
  };
  running->row =
      m_activity.begin(tr("Export to %1").arg(QFileInfo(answer.path).fileName()), tr("jobs"), cancel);
  running->handle = session->longReads().requestExport(
      std::move(request), answer.withMasked, this,
      [this, running](const ExportProgress &so) {
        running->soFar = so;
        m_activity.progress(running->row, so.jobs, so.total,
                            tr("%n job(s), %1", nullptr, int(so.jobs)).arg(format::sizeText(so.bytes)));
      },
      [this, running](const Result<ExportReport> &report) { finish(*running, report); });
}

/// Another export's end does not take this one's place.
QByteArray ExportFlow::noticeId(const Running &running) {
  return "export " + running.path.toUtf8();
}

void ExportFlow::finish(const Running &running, const Result<ExportReport> &report) {
  if (!report)
    return finishFailed(running, report.error());
  const QString what = tr("%Ln job(s) exported, %1, to %2.", nullptr, int(report->jobs))
                           .arg(format::sizeText(report->bytes), QDir::toNativeSeparators(running.path));
  QStringList remarks;
  if (report->masked > 0)
    remarks << tr("%Ln value(s) are masked.", nullptr, int(report->masked));
  if (report->gone > 0)
    remarks << tr("%Ln job(s) were gone before they could be read.", nullptr, int(report->gone));
  if (report->lostTrack)
    remarks << tr("The jobs moved faster than they could be read: some may be missing.");
  m_activity.end(running.row, ActivityModel::Status::Done, (QStringList{what} + remarks).join(u' '));
  Notice notice = okNotice(what, remarks.join(u' '), noticeId(running));
  if (report->lostTrack)
    notice.kind = NoticeKind::Warn;
  const QString folder = QFileInfo(running.path).absolutePath();
  notice.buttons = {
      {tr("Open folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}};
  emit told(notice);
}

/// What was done in vain, and what was not done. Nobody but the person cancels while the profile is open.
QString ExportFlow::cancelledText(const Running &running) {
  const QString what = running.cancelled ? tr("Cancelled after %1 of %2 jobs.")
                                         : tr("The profile was closed after %1 of %2 jobs.");
  return what.arg(format::number(running.soFar.jobs), format::number(running.soFar.total)) + u' ' +
         tr("No file was written.");
}

void ExportFlow::finishFailed(const Running &running, const Error &error) {
  if (error.kind == ErrorKind::Cancelled)
    return m_activity.end(running.row, ActivityModel::Status::Cancelled, cancelledText(running));
  Notice notice = errorNotice(error, Doing::Reading, noticeId(running));
  m_activity.end(running.row, ActivityModel::Status::Failed, notice.what + u' ' + tr("No file was written."));
  notice.detail =
      (tr("Nothing was written to %1.").arg(QDir::toNativeSeparators(running.path)) + u' ' + notice.detail)
          .trimmed();
  emit told(notice);
}

} // namespace oxp
