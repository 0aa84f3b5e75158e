// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/closingguard.h"

#include "ui/panes/datapane.h"
#include "ui/widgets/banner.h"
#include "workspace/draftkeeper.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace oxp {

using MemoryOnly = DraftKeeper::MemoryOnly;

ClosingGuard::ClosingGuard(DraftKeeper &drafts, DataPane *data, Banner *banner, QWidget *window)
    : QObject(window)
    , m_drafts(drafts)
    , m_data(data)
    , m_banner(banner)
    , m_window(window) {
  connect(&m_drafts, &DraftKeeper::memoryOnlyChanged, this, &ClosingGuard::tell);
  connect(&m_drafts, &DraftKeeper::settled, this, [this] {
    if (std::exchange(m_closing, false))
      m_window->close();
  });
}

bool ClosingGuard::mayClose() {
  // Typed text is a draft already or becomes one now: closing asks only where that ends with the program, and
  // that the store has to say first.
  m_data->flushDraft();
  m_closing = !m_drafts.isSettled() && !m_mayLose;
  if (m_closing)
    return false;
  if (!m_drafts.holdsMemoryOnly() || m_mayLose)
    return true;
  ask();
  return false;
}

void ClosingGuard::tell() {
  const auto tellOf = [this](MemoryOnly why, const Notice &notice) {
    if (m_drafts.holds(why))
      m_banner->post(notice);
    else
      m_banner->withdraw(notice.id);
  };
  Notice noDisk;
  noDisk.id = "draft-failed";
  noDisk.kind = NoticeKind::Err;
  noDisk.what = tr("Typed text could not be kept on disk; it is in memory only.");
  noDisk.detail = tr("Copy it before you close Oxpecker, or make room: it is written as soon as that works.");
  tellOf(MemoryOnly::NoDisk, noDisk);
  Notice noKey;
  noKey.id = "draft-memory";
  noKey.what = tr("Typed text is kept in memory only.");
  noKey.detail = tr("It holds sensitive values, and there is no keychain to seal them with. "
                    "Save it before you close Oxpecker.");
  tellOf(MemoryOnly::NoKey, noKey);
}

void ClosingGuard::ask() {
  auto *box =
      new QMessageBox(QMessageBox::Warning, QStringLiteral("Oxpecker"),
                      tr("Closing would lose text that is not saved."), QMessageBox::NoButton, m_window);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setObjectName(QStringLiteral("Unsaved text"));
  box->setAccessibleName(tr("Unsaved text"));
  box->setInformativeText(
      m_drafts.holds(MemoryOnly::NoDisk)
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
    m_window->close();
  });
  box->open();
}

} // namespace oxp
