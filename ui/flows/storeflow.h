// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"
#include "ui/widgets/banner.h"

#include <QObject>

class QWidget;

namespace oxp {

class Workspace;

/// Tells the person when the local record of changes cannot be used, why, and what may be done about it; and
/// checks all records when that is wanted. GUI thread.
class StoreFlow : public QObject {
  Q_OBJECT

public:
  StoreFlow(Workspace &workspace, QWidget *window);

  /// Tells what is the matter now; of use once somebody listens.
  void tellNow();
  /// Reads all records and tells whether they are whole.
  void checkRecords();

signals:
  void told(const oxp::Notice &notice);
  void withdrawn(const QByteArray &noticeId);

private:
  void apply(const audit::StoreState &state);
  QList<NoticeButton> waysOut(audit::StoreTrouble trouble);
  void openForReading();
  void setAside();
  void chooseFolder();
  void useFolder(const QString &folder);
  void tellFailure(const Error &error);

  Workspace &m_workspace;
  QWidget *m_window;
  audit::StoreState m_told; ///< the state that was told last
};

/// The notice for a store in trouble, without its buttons.
Notice storeNotice(const audit::StoreState &state);

} // namespace oxp
