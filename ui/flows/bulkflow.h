// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkrunner.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/widgets/notice.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>
#include <set>
#include <variant>

class QWidget;

namespace oxp {

class BulkPreviewDialog;
class ProfileSession;

/// What is to be done to many jobs.
struct BulkWish {
  QPointer<ProfileSession> session;
  OperationRequest request;                 ///< operation, queue, arguments; of no job
  std::variant<Selection, audit::Run> over; ///< the jobs, or the run whose edits are taken back
  QString words = {}; ///< how they were chosen, such as a query; empty where it says nothing
};

/// A run over many jobs from the wish to its beginning: lets the jobs that are meant stand, looks what would
/// become of each, shows that, collects what the rules want to be done before, and begins the run with it.
/// What nobody agreed to is forgotten. Tells also how the runs end that it began. GUI thread; dialogs are
/// opened with open().
class BulkFlow : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of the dialogs.
  BulkFlow(QWidget *window, QObject *parent);

  void start(const BulkWish &wish);
  /// What a dialog about a wish stands under.
  static DialogSubject subjectOf(const BulkWish &wish, const QString &title);

signals:
  void begun(oxp::ProfileSession *session, qint64 run);
  /// The dialog was closed without the run.
  void givenUp();
  /// It has come to an end: a sentence for the place of its queue.
  void told(const oxp::Notice &notice);
  /// A person wants to see what became of each job.
  void runWanted(oxp::ProfileSession *session, qint64 run);

private:
  struct Wait;
  using Waiting = std::shared_ptr<Wait>;
  void choose(const Waiting &wait);
  static std::function<void(qint64)> countedFor(const Waiting &wait);
  void foresee(const Waiting &wait, const FrozenSelection &chosen);
  void show(const Waiting &wait, const Forecast &forecast);
  void begin(const Waiting &wait, const Answer &answer, const Arguments &arguments, int jobsPerSecond);
  void forget(const Waiting &wait);
  void giveUp(const Waiting &wait);
  void follow(ProfileSession *session);
  void end(ProfileSession *session, qint64 run, const OperationRequest &request, audit::RunState state,
           const Result<audit::RunCounts> &counts);

  QWidget *m_window;
  std::set<ProfileSession *> m_followed;                                   ///< keys only: never looked into
  std::map<std::pair<ProfileSession *, qint64>, OperationRequest> m_begun; ///< and not ended
};

/// What an operation on many is called: as on one, but for edits.
QString bulkTitle(const OperationRequest &request);

} // namespace oxp
