// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/jobtab.h"

class QAction;
class QPushButton;
class QTableView;

namespace oxp {

class ActionSet;
class JsonPane;
class OptionsModel;

/// A job's options: a line for each, those that may be changed first, and below them the JSON as it is
/// stored.
class OptionsPane : public JobTab {
  Q_OBJECT

public:
  explicit OptionsPane(ActionSet &actions, QWidget *parent = nullptr);

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  void applyTheme();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  void setupTable();
  QWidget *makeFooter();
  void followAction();
  void edit(const QModelIndex &index);

  JobContext m_context;
  QAction *m_action;
  OptionsModel *m_model;
  QTableView *m_table;
  JsonPane *m_json;
  QPushButton *m_edit;
};

} // namespace oxp
