// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"
#include "ui/dialogs/consentfields.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/flows/errornotice.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QDialog;
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

/// A request, and what is known of it beyond it.
struct OperationWish {
  OperationTarget target;
  OperationRequest request;
  QStringList notes = {};                  ///< what it means for this job: sentences for the dialog
  std::optional<Agreement> agreement = {}; ///< what the person was asked before
};

/// How one ended that was sent.
struct OperationOutcome {
  Result<OperationReport> result;
  OperationReport detail;             ///< set after an error too
  std::optional<Agreement> agreement; ///< what the person agreed to, where somebody was asked
};

/// Who hears how one goes on. Behind `refused`, `givenUp` and `ended` nothing follows.
struct OperationSteps {
  std::function<void()> asking = [] {};                       ///< the person has the dialog before them
  std::function<void()> sent = [] {};                         ///< it is on its way to the server
  std::function<void(const Error &)> refused = [](auto &) {}; ///< it may not be done: nothing was sent
  std::function<void()> givenUp = [] {}; ///< the dialog was closed, or the session has gone
  std::function<void(const OperationOutcome &)> ended = [](auto &) {};
};

/// One operation from the wish to the outcome: decide, ask where the policy says so, collect a grant for each
/// requirement, run, tell. Saves and reverts go this way too, with a review for a dialog. Several may be
/// under way at once. GUI thread; opens dialogs with open().
class OperationFlow : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of the dialogs.
  OperationFlow(QWidget *window, QObject *parent);

  /// Whether to open the dialog where the policy does not ask: for the arguments.
  enum class Ask { AsPolicy, Always };
  /// One that the person chose from a menu: it is told of by the signals.
  void start(const OperationSpec &spec, const OperationTarget &target, Ask ask = Ask::AsPolicy);
  /// A request that was made elsewhere, told of in the same way.
  void start(const OperationWish &wish, Ask ask = Ask::AsPolicy);
  /// Any request: whoever made it hears of it. An agreement that covers it is not asked for again.
  void carryOut(const OperationWish &wish, const OperationSteps &steps, Ask ask = Ask::AsPolicy);
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
  void ask(const OperationWish &wish, const policy::Decision &decision, const OperationSteps &steps);
  QDialog *review(const OperationWish &wish, const policy::Decision &decision, const OperationSteps &steps);
  QDialog *confirm(const OperationWish &wish, const policy::Decision &decision, const OperationSteps &steps);
  void agree(OperationWish wish, const Agreement &agreement, const OperationSteps &steps);
  void send(const OperationWish &wish, const OperationSteps &steps);
  void end(const OperationTarget &target, const OperationOutcome &outcome);
  void tell(const OperationTarget &target, Notice notice, qint64 record = 0);

  QWidget *m_window;
  QList<NoticeSubject> m_running;
};

/// The subject of a dialog about a job or a queue of a session.
DialogSubject dialogSubject(const QString &title, const OperationTarget &target);

} // namespace oxp
