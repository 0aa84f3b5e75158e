// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/forecast.h"
#include "policy/rules.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QTableView;

namespace oxp {

class ChangesModel;
class TextLabel;

/// What would change in some of many jobs, one job at a time; where the operation changes none of their data,
/// the first few jobs themselves.
class SampleChanges : public QWidget {
  Q_OBJECT

public:
  explicit SampleChanges(QWidget *parent = nullptr);

  /// `jobs`: that it would be done to, of which these are some. Sensitive values are masked where it says so.
  void setSamples(std::vector<Forecast::Sample> samples, qint64 jobs, const policy::SharedRules &rules,
                  bool masks);

private:
  void step(int by);
  void showSample();
  void showJobs();

  std::vector<Forecast::Sample> m_samples;
  qint64 m_jobs = 0;
  policy::SharedRules m_rules;
  bool m_masks = true;
  int m_at = 0;
  TextLabel *m_name;
  TextLabel *m_id;
  TextLabel *m_place;
  QPushButton *m_up;
  QPushButton *m_down;
  QTableView *m_changes;
  QTableView *m_list;
};

} // namespace oxp
