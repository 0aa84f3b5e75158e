// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/receipt.h"

#include <QObject>

#include <optional>

namespace oxp {

class Navigator;
class NoticeDesk;
class QueuePage;
class Workspace;

/// What the receipts of operations offer: to show the job where it is now, and to take a change back.
class ReceiptDesk : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  ReceiptDesk(Workspace &workspace, QueuePage *page, Navigator *navigator, NoticeDesk &notices,
              QObject *parent);

private:
  void show(const Receipt &receipt);
  void undo(const Receipt &receipt);
  void undoWanted();
  bool isOpen(const Receipt &receipt) const;

  Workspace &m_workspace;
  QueuePage *m_page;
  Navigator *m_navigator;
  NoticeDesk &m_notices;
  std::optional<Receipt> m_undo; ///< to be taken back once its job is open
};

} // namespace oxp
