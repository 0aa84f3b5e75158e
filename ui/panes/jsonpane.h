// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lanehandle.h"
#include "ui/panes/jobtab.h"

class QStackedWidget;

namespace oxp {

class JsonEditor;
class TextLabel;

/// A part of a job that can only be read, in the same colours as the data: its result or its options.
class JsonPane : public JobTab {
  Q_OBJECT

public:
  enum class Part { Result, Options };
  explicit JsonPane(Part part, QWidget *parent = nullptr);
  ~JsonPane() override;

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  void activated() override;
  void applyTheme();

private:
  void show(const QByteArray &bytes);
  void load();

  Part m_part;
  JobContext m_context;
  QByteArray m_bytes;
  qint64 m_size = -1;
  bool m_stale = false; ///< too large to come with the job: asked for when the tab is shown
  LaneHandle m_request;
  JsonEditor *m_view;
  TextLabel *m_note;
};

} // namespace oxp
