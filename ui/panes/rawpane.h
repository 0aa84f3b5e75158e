// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/jobtab.h"

class QTableView;

namespace oxp {

class RawFieldsModel;

/// The job's hash as it is in Redis: every field with its bytes shown safely.
class RawPane : public JobTab {
  Q_OBJECT

public:
  explicit RawPane(QWidget *parent = nullptr);

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;

private:
  void setupView();
  void copySelected() const;

  RawFieldsModel *m_model;
  QTableView *m_view;
};

} // namespace oxp
