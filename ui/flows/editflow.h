// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "recipes/recipe.h"
#include "ui/flows/operationflow.h"
#include "ui/panes/payload.h"

#include <QObject>

namespace oxp {

/// A wish to save what stands in the editor.
struct SaveWish {
  OperationTarget target;
  JobSnapshot baseline;
  QByteArray text;         ///< the editor's bytes
  json::Elisions elisions; ///< what its private-use characters stand for
  JobDetail facts;         ///< as last polled: what the review says about running, schedulers, sizes
  recipes::Then then = recipes::Then::Nothing; ///< what is done to the job once it is saved
  /// The text is a merge that the person has seen and wants: what others write at other places meanwhile is
  /// merged into it again, without another question.
  bool merged = false;
  quint64 revision = 0; ///< of the editor's text, to know whether somebody typed on
  std::shared_ptr<const json::Scan> scan = nullptr; ///< of the text, where the editor has it
  std::optional<Agreement> agreement = {};          ///< what the person was asked before
};

/// How a save ended well.
struct SavedEdit {
  SaveWish wish; ///< as it was meant
  OperationReport report;
  std::vector<json::Change> changes; ///< that were written
  QByteArray sent;                   ///< the field as the wish would have it
  int merges = 0; ///< how often what others wrote was merged into it; then more is stored than was sent
};

/// One save (or revert) from the wish to the outcome: finds the splices off the GUI thread, has OperationFlow
/// decide, ask and run, and tries again or merges where somebody else was first. One at a time; busy() while
/// one is under way. Each outcome says which job it is of: the person may be looking at another one by then.
/// GUI thread.
class EditFlow : public QObject {
  Q_OBJECT

public:
  /// Tries of one save while it is refused for something that does not touch it.
  static constexpr int MostTries = 12;
  enum class Stage {
    Idle,
    Planning, ///< what is to be written is found out here
    Asking,   ///< the person has the review before them
    Writing,  ///< with the lane: the server is waited for
  };

  explicit EditFlow(QWidget *window, QObject *parent = nullptr);

  Stage stage() const { return m_stage; }
  bool busy() const { return m_stage != Stage::Idle; }
  /// Which try this is, from 1.
  int tries() const { return m_tries; }
  void save(const SaveWish &wish);
  /// Puts a record's pre-image back. The job is read first, so that what changed since is seen.
  void revert(const OperationTarget &target, const JobDetail &facts, const audit::Record &record);

  /// The request that writes a plan.
  static OperationRequest requestFor(const SaveWish &wish, const SavePlan &plan);

signals:
  /// Another stage, or another try.
  void stageChanged();
  /// The text is what is stored already: nothing was written.
  void nothingToSave(const oxp::OperationTarget &target);
  /// Nothing was written, or it is not known yet; `offset` is the place in the editor's text, -1 when it has
  /// none.
  void refused(const oxp::OperationTarget &target, const oxp::Notice &notice, qsizetype offset);
  /// It was written; `report.after` is the new baseline.
  void saved(const oxp::SavedEdit &edit);
  /// A revert was written.
  void reverted(const oxp::OperationTarget &target, const oxp::OperationReport &report);
  /// Somebody else was first; `theirs` is what is in Redis now.
  void conflicted(const oxp::SaveWish &wish, const oxp::JobSnapshot &theirs);
  /// The job is gone, or another bears its id.
  void gone(const oxp::OperationTarget &target, const oxp::Notice &notice, bool otherJob);

private:
  using Done = std::function<void(const OperationReport &)>;
  void setStage(Stage stage);
  void attempt(const SaveWish &wish);
  void propose(const SaveWish &wish, const SavePlan &plan);
  void carryOut(const SaveWish &wish, const OperationRequest &request, const Done &done);
  void refuse(const SaveWish &wish, const Error &error);
  void fail(const Error &error, const OperationReport &detail, const SaveWish &wish);
  bool mayTryAgain(const Error &error, const OperationReport &detail, const SaveWish &wish) const;
  void mergeAgain(const SaveWish &wish, const JobSnapshot &theirs);
  void giveUpMerging(const SaveWish &wish);
  void saveRunning(SaveWish wish);
  void revertFrom(const OperationTarget &target, const JobDetail &facts, const audit::Record &record,
                  const JobSnapshot &now);

  OperationFlow *m_operations;
  Stage m_stage = Stage::Idle;
  int m_tries = 0;
  int m_merges = 0;
  SaveWish m_wish;   ///< as it was meant
  QByteArray m_sent; ///< and what it would write
};

/// Sentences for the review on what a save means for this job. `size` is that of the new data in bytes.
QStringList reviewNotes(const JobDetail &facts, const QueueInfo &queue, qint64 size);

} // namespace oxp
