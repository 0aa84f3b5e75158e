// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/reviewdialog.h"
#include "ui/flows/errornotice.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace oxp {

class ProfileSession;

/// What an operation is to be done to.
struct OperationTarget {
  QPointer<ProfileSession> session;
  QueueInfo queue;
  QByteArray jobId;                       ///< empty for an operation on the queue
  std::optional<QByteArray> jobTimestamp; ///< JobDetail::timestamp of the job that is shown
  QString jobName;
  JobState state = JobState::Unknown;
  bool locked = false;
  bool saved = false; ///< its data were stored just before, by the same press: Save and retry

  /// Whom a notice about it is about; nobody once the session has gone.
  NoticeSubject subject() const;
};

/// One operation from the wish to the outcome: decide, ask where the policy says so, run, tell. Several may
/// be under way at once. GUI thread; opens dialogs with open().
class OperationFlow : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of the dialogs.
  explicit OperationFlow(QWidget *window);

  /// Whether to open the dialog where the policy does not ask: for the arguments.
  enum class Ask { AsPolicy, Always };
  void start(const OperationSpec &spec, const OperationTarget &target, Ask ask = Ask::AsPolicy);
  /// One is on its way to this job or queue: another one has to wait for its end.
  bool isRunning(const NoticeSubject &subject) const { return m_running.contains(subject); }

signals:
  /// It is on its way to the server.
  void begun(const oxp::OperationTarget &target);
  /// It is not under way any more, and told() has been emitted.
  void ended(const oxp::OperationTarget &target);
  /// The operation was carried out, or was not: a sentence for the place where its subject is shown.
  void told(const oxp::Notice &notice);
  /// It was carried out: what is on the screen should be read again.
  void done(const oxp::OperationTarget &target, const QByteArray &operation,
            const oxp::OperationReport &report);

private:
  void ask(const OperationSpec &spec, const OperationTarget &target, OperationRequest request,
           const policy::Decision &decision);
  void run(const OperationSpec &spec, const OperationTarget &target, OperationRequest request);
  void tell(const OperationTarget &target, Notice notice, qint64 record = 0);

  QWidget *m_window;
  QList<NoticeSubject> m_running;
};

/// The subject of a dialog about a job or a queue of a session.
DialogSubject dialogSubject(const QString &title, const OperationTarget &target);

} // namespace oxp
