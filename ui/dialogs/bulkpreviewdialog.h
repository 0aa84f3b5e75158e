// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/forecast.h"
#include "bulk/selection.h"
#include "operations/argument.h"
#include "policy/rules.h"
#include "ui/dialogs/consentfields.h"
#include "ui/dialogs/dialogframe.h"

#include <QDateTime>

class QSpinBox;
class QTableView;

namespace oxp {

class ArgumentForm;
class ForecastModel;
class ProgressLine;
class SampleChanges;
class ScopeField;

/// What is to be done to many, for the dialog before it.
struct BulkWords {
  QString title; ///< the operation's name
  QString done;  ///< how a job is called that it would be done to: `would change`
  bool destructive = false;
  bool undoable = false; ///< another run can take it back
  QString undo;          ///< what can be taken back of it, and what cannot
  int usualSpeed = 0;    ///< jobs a second that nobody exceeds without a word; 0 = there is no such limit
  /// All jobs of a state were chosen: which of them is asked for.
  std::optional<JobState> wholeState = {};
  Arguments given = {}; ///< what the fields of the arguments begin with, such as those of a run before
};

/// What would become of many jobs, and whether to do it: counts that add up to the choice, a sample of the
/// changes, the arguments, the speed, what can be undone, and what the rules want to be done before. The main
/// button is off until all jobs have been looked at.
class BulkPreviewDialog : public DialogFrame {
  Q_OBJECT

public:
  BulkPreviewDialog(const DialogSubject &subject, const BulkWords &words,
                    const std::vector<ArgumentSpec> &arguments, int jobsPerSecond, QWidget *parent = nullptr);

  /// So many jobs have been chosen, or looked at, so far.
  void setCounting(qint64 jobs);
  /// All have been; `at`: when they were chosen.
  void setForecast(const Forecast &forecast, const policy::Decision &decision,
                   const policy::SharedRules &rules, const QDateTime &at);
  /// It cannot be done: why.
  void setRefusal(const QString &sentence);

signals:
  /// Other jobs of the state are meant: what becomes of those is to be looked at.
  void scopeChanged(const oxp::Selection::WholeState &scope);
  /// `jobsPerSecond`: 0 = no limit.
  void agreed(const oxp::Answer &answer, const oxp::Arguments &arguments, int jobsPerSecond);

private:
  void setupTable();
  void setupScope();
  void leaveScope();
  void setupForm(const std::vector<ArgumentSpec> &arguments, int jobsPerSecond);
  void setupButtons();
  void fitTable();
  void updateMain();
  void updateTime();

  Environment m_environment;
  BulkWords m_words;
  ForecastModel *m_model;
  QTableView *m_table;
  ProgressLine *m_counting;
  SampleChanges *m_sample;
  ScopeField *m_scope = nullptr; ///< where all jobs of a state were chosen
  ArgumentForm *m_arguments;
  QSpinBox *m_speed;
  TextLabel *m_time;
  TextLabel *m_room; ///< what it takes of the local store
  ConsentFields *m_consent;
  QPushButton *m_cancel = nullptr;
  QPushButton *m_main = nullptr;
  QString m_refusal;            ///< why it cannot be done
  qint64 m_done = -1;           ///< jobs that it would be done to; -1 = not known yet
  bool m_choosingScope = false; ///< what is looked at is not what is meant any more
};

} // namespace oxp
