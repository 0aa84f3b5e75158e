// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flows/operationflow.h"

#include <QObject>

namespace oxp {

class NoticeDesk;
class WindowCentre;
class Workspace;

/// The operations on the open job and the open queue: starts them, tells how they end, and has what they
/// changed read again.
class OperationDesk : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of dialogs. All outlive this.
  OperationDesk(WindowCentre *centre, NoticeDesk &notices, QWidget *window);

  /// The open job; without a session where there is none.
  OperationTarget job() const;
  /// The open queue; without a session where there is none.
  OperationTarget queue() const;
  /// On the open job or queue, as the operation is made for. `saved`: the job's data were stored just before,
  /// by the same press.
  void run(const OperationSpec &spec, OperationFlow::Ask ask, bool saved = false);
  /// Asks for another version of the open job's options, and stores it.
  void editOptions();
  bool isRunning(const NoticeSubject &subject) const { return m_flow->isRunning(subject); }
  /// Tells how the session's writes ended that were cut off.
  void follow(ProfileSession *session);

signals:
  /// One is under way, or is not any more: others fit now.
  void runningChanged();

private:
  void storeOptions(const OperationTarget &target, const JobDetail &facts, const QByteArray &opts);
  void end(const OperationTarget &target, const QByteArray &operation, const OperationReport &report);
  void settle(ProfileSession &session, qint64 record, audit::Outcome outcome,
              const OperationRequest &request);

  WindowCentre *m_centre;
  NoticeDesk &m_notices;
  QWidget *m_window;
  OperationFlow *m_flow;
};

} // namespace oxp
