// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"

#include <QObject>

#include <vector>

class QMenu;
class QPoint;
class QWidget;

namespace oxp {

struct JobListPlace;
class JobTableModel;
class JobTableView;
class Settings;

/// Which columns the job table shows, and how wide: as a person has chosen for this kind of list, else what
/// there is room for. The header's menu chooses.
class JobListColumns : public QObject {
  Q_OBJECT

public:
  /// `room` is as wide as the columns may be together. All outlive this.
  JobListColumns(const JobListPlace &place, JobTableModel *model, JobTableView *table, Settings &settings,
                 QWidget *room);

  /// In their order.
  std::vector<JobColumn> shown() const;
  /// Shows them, as the kind of list or the person's choice has changed.
  void apply();
  /// The splitter or the window made room, or took it.
  void fit();

signals:
  /// The header's menu opens: what else can be done there goes into it, after the columns.
  void menuOpening(QMenu *menu);

private:
  void openMenu(const QPoint &place);
  void saveWidths();
  bool isTight(const std::vector<JobColumn> &shown) const;
  int widthOf(JobColumn column) const;

  const JobListPlace &m_place;
  JobTableModel *m_model;
  JobTableView *m_table;
  Settings &m_settings;
  QWidget *m_room;
  std::vector<JobColumn> m_shown; ///< as they were applied
  bool m_applying = false;
};

} // namespace oxp
