// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps when it closes, and asks before it keeps less than was typed.
#include "ui/mainwindow.h"

#include "ui/actions/actionset.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/failurespanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/banner.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

#include <utility>

namespace oxp {

namespace {

constexpr QSize FirstSize(1440, 900);

/// What a window manager may add around a window, px.
constexpr int FrameWidth = 2, TitleHeight = 32;

} // namespace

/// As it was left, or as large as the first time; never larger than the screen it opens on.
void MainWindow::placeWindow() {
  const QByteArray before =
      m_workspace.settings().store().value(QStringLiteral("window/geometry")).toByteArray();
  const bool restored = restoreGeometry(before);
  const QRect room = screen()->availableGeometry();
  const QSize most(room.width() - FrameWidth, room.height() - TitleHeight);
  if (!restored)
    resize(FirstSize.boundedTo(most));
  if (isMaximized() || isFullScreen())
    return;
  resize(size().boundedTo(most));
  const QPoint last(room.right() + 1 - FrameWidth - width(), room.bottom() + 1 - TitleHeight - height());
  if (restored)
    move(std::clamp(x(), room.left(), std::max(room.left(), last.x())),
         std::clamp(y(), room.top(), std::max(room.top(), last.y())));
}

bool MainWindow::wantsCompact() const {
  const Settings &settings = m_workspace.settings();
  return settings.isSet(setting::CompactRows) ? settings.value(setting::CompactRows) : height() < SmallHeight;
}

void MainWindow::applyCompact() {
  const bool compact = wantsCompact();
  m_page->setCompact(compact);
  m_failures->setCompact(compact);
  m_overview->setCompact(compact);
  m_tree->setCompact(compact);
  m_actions->action("view.compact")->setChecked(compact);
}

void MainWindow::restoreWindow() {
  QSettings &store = m_workspace.settings().store();
  placeWindow();
  restoreState(store.value(QStringLiteral("window/docks")).toByteArray());
  m_page->setPanePlace(static_cast<PanePlace>(m_workspace.settings().value(setting::PanePosition)));
  m_page->restoreArrangement(store.value(QStringLiteral("window/page")).toByteArray());
  m_restoreQueue = store.value(QStringLiteral("window/queue")).toString();
  applyCompact();
}

void MainWindow::saveWindow() {
  QSettings &store = m_workspace.settings().store();
  store.setValue(QStringLiteral("window/geometry"), saveGeometry());
  store.setValue(QStringLiteral("window/docks"), saveState());
  store.setValue(QStringLiteral("window/page"), m_page->saveArrangement());
  store.setValue(QStringLiteral("window/queue"),
                 m_page->isOpen() && !overviewShown() && m_page->session()->profile().stored
                     ? m_page->session()->id() + u'\n' + QString::fromUtf8(m_page->queue().id.base())
                     : QString());
}

void MainWindow::closeEvent(QCloseEvent *event) {
  // Typed text is a draft already or becomes one now: closing asks only where that ends with the program, and
  // that the store has to say first.
  m_page->pane()->dataPane()->flushDraft();
  const DraftKeeper &drafts = m_workspace.drafts();
  m_closing = !drafts.isSettled() && !m_mayLose;
  if (m_closing)
    return event->ignore();
  if (drafts.holdsMemoryOnly() && !m_mayLose) {
    event->ignore();
    return askBeforeLosing();
  }
  saveWindow();
  QMainWindow::closeEvent(event);
}

void MainWindow::setupClosing() {
  connect(&m_workspace.drafts(), &DraftKeeper::memoryOnlyChanged, this, &MainWindow::tellOfDrafts);
  connect(&m_workspace.drafts(), &DraftKeeper::settled, this, [this] {
    if (std::exchange(m_closing, false))
      close();
  });
}

/// Said as long as there is such text, and no longer.
void MainWindow::tellOfDrafts() {
  const auto tellOf = [this](DraftKeeper::MemoryOnly why, const Notice &notice) {
    if (m_workspace.drafts().holds(why))
      m_banner->post(notice);
    else
      m_banner->withdraw(notice.id);
  };
  Notice noDisk;
  noDisk.id = "draft-failed";
  noDisk.kind = NoticeKind::Err;
  noDisk.what = tr("Typed text could not be kept on disk; it is in memory only.");
  noDisk.detail = tr("Copy it before you close Oxpecker, or make room: it is written as soon as that works.");
  tellOf(DraftKeeper::MemoryOnly::NoDisk, noDisk);
  Notice noKey;
  noKey.id = "draft-memory";
  noKey.what = tr("Typed text is kept in memory only.");
  noKey.detail = tr("It holds sensitive values, and there is no keychain to seal them with. "
                    "Save it before you close Oxpecker.");
  tellOf(DraftKeeper::MemoryOnly::NoKey, noKey);
}

void MainWindow::askBeforeLosing() {
  auto *box = new QMessageBox(QMessageBox::Warning, QStringLiteral("Oxpecker"),
                              tr("Closing would lose text that is not saved."), QMessageBox::NoButton, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setObjectName(QStringLiteral("Unsaved text"));
  box->setAccessibleName(tr("Unsaved text"));
  box->setInformativeText(
      m_workspace.drafts().holds(DraftKeeper::MemoryOnly::NoDisk)
          ? tr("The text is in memory only, because the folder for local records cannot be written.")
          : tr("The text is in memory only: it holds sensitive values, and there is no keychain to seal "
               "them with."));
  QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
  QPushButton *lose = box->addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
  for (QPushButton *button : {stay, lose}) {
    button->setAccessibleName(button->text());
    button->setObjectName(button->text());
  }
  box->setDefaultButton(stay);
  box->setEscapeButton(stay);
  connect(lose, &QPushButton::clicked, this, [this] {
    m_mayLose = true;
    close();
  });
  box->open();
}

} // namespace oxp
