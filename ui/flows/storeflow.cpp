// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/storeflow.h"

#include "ui/errortext.h"
#include "ui/flows/errornotice.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileDialog>

namespace oxp {
namespace {

using audit::StoreState;
using audit::StoreTrouble;
using audit::VerifyReport;

const QByteArray TroubleId = QByteArrayLiteral("records");
const QByteArray CheckId = QByteArrayLiteral("records-check");
/// Only this folder is closed to others, never the one that the person points at.
const QString OwnFolder = QStringLiteral("oxpecker-records");

QString headline(StoreTrouble trouble) {
  switch (trouble) {
  case StoreTrouble::None:
    break;
  case StoreTrouble::Full:
    return StoreFlow::tr("The disk is full: the local record of changes cannot be written.");
  case StoreTrouble::ReadOnly:
    return StoreFlow::tr("The local record of changes is write-protected.");
  case StoreTrouble::NoAccess:
    return StoreFlow::tr("The local record of changes cannot be opened.");
  case StoreTrouble::Busy:
    return StoreFlow::tr("Another program holds the local record of changes.");
  case StoreTrouble::Damaged:
    return StoreFlow::tr("The local record of changes is damaged.");
  case StoreTrouble::NotAStore:
    return StoreFlow::tr("The file in the place of the local record of changes is not one of Oxpecker's.");
  case StoreTrouble::Newer:
    return StoreFlow::tr("A newer Oxpecker wrote the local record of changes.");
  case StoreTrouble::Emptied:
    return StoreFlow::tr("The local record of changes that was here is gone.");
  case StoreTrouble::Other:
    return StoreFlow::tr("The local record of changes cannot be written.");
  }
  return {};
}

QString remedy(const StoreState &state) {
  const QString folder = QDir::toNativeSeparators(state.folder);
  switch (state.trouble) {
  case StoreTrouble::None:
    break;
  case StoreTrouble::Full:
    return StoreFlow::tr("Make room on the disk that holds %1; writing comes back by itself.").arg(folder);
  case StoreTrouble::ReadOnly:
  case StoreTrouble::NoAccess:
    return StoreFlow::tr("Check the rights of %1; writing comes back by itself.").arg(folder);
  case StoreTrouble::Busy:
    return StoreFlow::tr("Writing comes back by itself when the program lets go of %1.").arg(folder);
  case StoreTrouble::Damaged:
    return StoreFlow::tr("Nothing in %1 is touched until you decide.").arg(folder);
  case StoreTrouble::NotAStore:
    return StoreFlow::tr(
               "%1/audit.sqlite is not of Oxpecker, or its beginning is damaged. It stays as it is until "
               "you decide.")
        .arg(folder);
  case StoreTrouble::Newer:
    return StoreFlow::tr("Start that one, or decide what becomes of %1.").arg(folder);
  case StoreTrouble::Emptied:
    return StoreFlow::tr("In %1 its file is missing, empty, or an older copy. Nothing was put in its place.")
        .arg(folder);
  case StoreTrouble::Other:
    return StoreFlow::tr("%1: %2").arg(folder, state.detail);
  }
  return {};
}

Notice checkNotice(const VerifyReport &report) {
  switch (report.fault) {
  case VerifyReport::Fault::None:
    return okNotice(StoreFlow::tr("The local records are whole."),
                    StoreFlow::tr("%Ln record(s) were checked: none was changed, none is missing.", nullptr,
                                  int(report.records)),
                    CheckId);
  case VerifyReport::Fault::Changed:
  case VerifyReport::Fault::Missing:
    break;
  }
  Notice notice;
  notice.id = CheckId;
  notice.kind = NoticeKind::Err;
  notice.what = StoreFlow::tr("The local records are not whole.");
  notice.detail =
      report.fault == VerifyReport::Fault::Changed
          ? StoreFlow::tr("Record %1 is not what was written, or a record before it has been removed.")
          : StoreFlow::tr("Record %1, or some from there on, is missing.");
  notice.detail = notice.detail.arg(report.firstBad);
  return notice;
}

} // namespace

Notice storeNotice(const StoreState &state) {
  Notice notice;
  notice.id = TroubleId;
  notice.kind = state.opened ? NoticeKind::Warn : NoticeKind::Err;
  notice.what = headline(state.trouble);
  notice.detail = state.opened ? StoreFlow::tr("What can be read of it is shown; writing is off.")
                               : StoreFlow::tr("Jobs can be read, writing is off.") + u' ' + remedy(state);
  notice.closable = false;
  return notice;
}

StoreFlow::StoreFlow(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window) {
  connect(&workspace, &Workspace::recordsStateChanged, this, &StoreFlow::apply);
}

void StoreFlow::tellNow() {
  apply(m_workspace.audit()->state());
}

void StoreFlow::apply(const StoreState &state) {
  if (state.trouble == m_told.trouble && state.opened == m_told.opened && state.folder == m_told.folder)
    return;
  const bool back = m_told.trouble != StoreTrouble::None && state.trouble == StoreTrouble::None;
  m_told = state;
  if (state.trouble == StoreTrouble::None) {
    emit withdrawn(TroubleId);
    if (back)
      emit told(
          okNotice(tr("The local record of changes can be written again."), tr("Writing is on."), CheckId));
    return;
  }
  Notice notice = storeNotice(state);
  notice.buttons = waysOut(state.trouble);
  emit told(notice);
}

QList<NoticeButton> StoreFlow::waysOut(StoreTrouble trouble) {
  QList<NoticeButton> buttons;
  const bool readable = trouble == StoreTrouble::Damaged || trouble == StoreTrouble::Newer;
  if (readable && !m_told.opened)
    buttons << NoticeButton{tr("Open what can be read"), [this] { openForReading(); }};
  if (!audit::passes(trouble))
    buttons << NoticeButton{trouble == StoreTrouble::Emptied ? tr("Begin anew")
                                                             : tr("Set aside and begin anew"),
                            [this] { setAside(); }};
  buttons << NoticeButton{tr("Choose another folder…"), [this] { chooseFolder(); }};
  return buttons;
}

void StoreFlow::openForReading() {
  m_workspace.audit()->openForReading(this, [this](const Result<void> &opened) {
    if (!opened)
      tellFailure(opened.error());
  });
}

void StoreFlow::setAside() {
  m_workspace.audit()->setAside(this, [this](const Result<QString> &name) {
    if (!name)
      return tellFailure(name.error());
    if (name->isEmpty())
      return emit told(okNotice(tr("A new record of changes has begun."), {}, CheckId));
    const QString folder = m_workspace.audit()->state().folder;
    emit told(okNotice(tr("A new record of changes has begun."),
                       tr("What was there before is kept in %1.").arg(QDir(folder).filePath(*name)),
                       CheckId));
  });
}

void StoreFlow::chooseFolder() {
  auto *dialog = new QFileDialog(m_window, tr("Folder for the record of changes"), QDir::homePath());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, &StoreFlow::useFolder);
  dialog->open();
}

void StoreFlow::useFolder(const QString &folder) {
  const QDir chosen(folder);
  const QString own =
      chosen.dirName() == OwnFolder ? chosen.absolutePath() : chosen.absoluteFilePath(OwnFolder);
  m_workspace.audit()->useFolder(own, this, [this, own](const Result<void> &used) {
    if (!used)
      return tellFailure(used.error());
    m_workspace.settings().set(setting::RecordsFolder, own);
    emit told(okNotice(tr("The record of changes is now kept in %1.").arg(QDir::toNativeSeparators(own)),
                       tr("What is in the old folder stays there."), CheckId));
  });
}

void StoreFlow::tellFailure(const Error &error) {
  Notice notice = errorNotice(error, Doing::Reading, CheckId);
  notice.what = headline(audit::troubleOf(error));
  notice.detail = error.detail;
  emit told(notice);
}

void StoreFlow::checkRecords() {
  Notice notice;
  notice.id = CheckId;
  notice.what = tr("The local records are being checked…");
  emit told(notice);
  m_workspace.audit()->requestVerify(this, [this](const Result<VerifyReport> &report) {
    if (report)
      emit told(checkNotice(*report));
    else
      tellFailure(report.error());
  });
}

} // namespace oxp
