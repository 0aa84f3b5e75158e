// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lanehandle.h"
#include "ui/panes/jobtab.h"

class QAction;
class QTableView;

namespace oxp {

class FullTextPlace;
class RawFieldsModel;

/// The job's hash as it is in Redis: every field with its bytes shown safely, sensitive values masked on
/// staging and production until revealed. Return shows a value in full.
class RawPane : public JobTab {
  Q_OBJECT

public:
  explicit RawPane(QWidget *parent = nullptr);
  ~RawPane() override;

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;

private:
  void setupView();
  void copySelected() const;
  void showValue(int row);
  void openValue(const QByteArray &field, const QByteArray &value);
  policy::SharedRules masks() const;

  JobContext m_context;
  JobDetail m_detail;
  bool m_revealed = false;
  RawFieldsModel *m_model;
  QTableView *m_view;
  FullTextPlace *m_place;
  LaneHandle m_request;
  QAction *m_reveal = nullptr;
};

} // namespace oxp
