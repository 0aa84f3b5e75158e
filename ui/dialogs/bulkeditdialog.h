// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bulk/selection.h"
#include "redis/lanehandle.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/dialogs/trialreport.h"

class QTabBar;

namespace oxp {

class ChangesEditor;
class OutcomeList;
class ProfileSession;
class SamplesView;
class TextLabel;
class ThenField;
class TrialWork;

/// `Bulk edit`: builds a list of changes to many jobs and tries it on some of them. Writes nothing; who wants
/// to go on to the preview is told, and the dialog stays open behind it until it is closed.
class BulkEditDialog : public DialogFrame {
  Q_OBJECT

public:
  /// The jobs to try on are read over the session, which may go before the dialog does.
  BulkEditDialog(const DialogSubject &subject, ProfileSession &session, const Selection &selection,
                 QWidget *parent = nullptr);
  ~BulkEditDialog() override;

  /// What the changes are tried on, in place of what is being read.
  void setJobs(std::vector<edits::TrialJob> jobs);

signals:
  /// The person wants to see what these would do; they are whole.
  /// `then`: the operation that follows each edit; empty = none.
  void previewWanted(const std::vector<oxp::edits::Change> &changes, const QByteArray &then);

protected:
  void resizeEvent(QResizeEvent *event) override;
  /// What was written is not lost by a key: Esc leaves only before that.
  void keyPressEvent(QKeyEvent *event) override;

private:
  void setupSize();
  void setupColumns();
  QWidget *makeLeft();
  void setupButtons();
  void setupKeys();
  void showColumns();
  void onChanged();
  void onTried(const std::shared_ptr<const TrialReport> &report);
  void read(ProfileSession &session);
  void takeJobs(Result<std::vector<edits::TrialJob>> jobs);
  void learnPaths();
  QString whyNoSamples() const;
  QString triedTitle() const;

  Selection m_selection;
  LaneHandle m_reading;
  bool m_given = false;         ///< the jobs were set, and what is read is of no matter
  std::optional<Error> m_error; ///< why the jobs could not be read
  TrialWork *m_trial;
  QTabBar *m_tabs = nullptr;
  QWidget *m_left = nullptr;
  ChangesEditor *m_changes = nullptr;
  ThenField *m_then;
  TextLabel *m_tried = nullptr, *m_aside = nullptr;
  OutcomeList *m_outcome = nullptr;
  SamplesView *m_samples = nullptr;
  QPushButton *m_preview = nullptr;
};

} // namespace oxp
