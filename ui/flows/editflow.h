// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flows/operationflow.h"
#include "ui/panes/payload.h"

#include <QObject>

namespace oxp {

class AuditStore;

/// A wish to save what stands in the editor.
struct SaveWish {
  OperationTarget target;
  JobSnapshot baseline;
  QByteArray text;         ///< the editor's bytes
  json::Elisions elisions; ///< what its private-use characters stand for
  JobDetail facts;         ///< as last polled: what the review says about running, schedulers, sizes
  bool thenRetry = false;
  bool merged = false;                              ///< the text is that of a merge and not the editor's
  std::shared_ptr<const json::Scan> scan = nullptr; ///< of the text, where the editor has it
};

/// One save (or revert) from the wish to the outcome: splices off the GUI thread, decision, review where it
/// is asked for, the runner. One at a time; busy() while one is under way. Each outcome says which job it is
/// of: the person may be looking at another one by then. GUI thread.
class EditFlow : public QObject {
  Q_OBJECT

public:
  explicit EditFlow(QWidget *window, QObject *parent = nullptr);

  bool busy() const { return m_busy; }
  void save(const SaveWish &wish);
  /// Puts a record's pre-image back. The job is read first, so that what changed since is seen.
  void revert(const OperationTarget &target, const JobDetail &facts, const audit::Record &record);

signals:
  void busyChanged(bool busy);
  /// The text is what is stored already: nothing was written.
  void nothingToSave(const oxp::OperationTarget &target);
  /// Nothing was written, or it is not known yet; `offset` is the place in the editor's text, -1 when it has
  /// none.
  void refused(const oxp::OperationTarget &target, const oxp::Notice &notice, qsizetype offset);
  /// The person closed the review.
  void cancelled();
  /// It was written; `report.after` is the new baseline.
  void saved(const oxp::SaveWish &wish, const oxp::OperationReport &report,
             const std::vector<oxp::json::Change> &changes);
  /// A revert was written.
  void reverted(const oxp::OperationTarget &target, const oxp::OperationReport &report);
  /// Somebody else was first; `theirs` is what is in Redis now.
  void conflicted(const oxp::SaveWish &wish, const oxp::JobSnapshot &theirs);
  /// The job is gone, or another bears its id.
  void gone(const oxp::OperationTarget &target, const oxp::Notice &notice);

private:
  using Done = std::function<void(const OperationReport &)>;
  void setBusy(bool busy);
  void propose(const SaveWish &wish, const SavePlan &plan);
  void review(const OperationTarget &target, const JobDetail &facts, OperationRequest request,
              const std::vector<json::Change> &changes, const std::function<void(OperationRequest)> &go);
  void write(OperationRequest request, const SaveWish &wish, const Done &done);
  void fail(const Error &error, const OperationReport &detail, const SaveWish &wish);
  void saveRunning(SaveWish wish);
  void revertFrom(const OperationTarget &target, const JobDetail &facts, const audit::Record &record,
                  const JobSnapshot &now);

  QWidget *m_window;
  bool m_busy = false;
};

/// Sentences for the review on what a save means for this job. `size` is that of the new data in bytes.
QStringList reviewNotes(const JobDetail &facts, const QueueInfo &queue, qint64 size);

} // namespace oxp
