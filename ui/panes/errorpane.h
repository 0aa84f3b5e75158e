// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/jobtab.h"

class QTextBrowser;

namespace oxp {

/// Why a job failed: one section per attempt, newest first.
class ErrorPane : public JobTab {
  Q_OBJECT

public:
  explicit ErrorPane(QWidget *parent = nullptr);

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  /// Draws again in the colours of the theme in force.
  void rebuild();

private:
  QTextBrowser *m_text;
  QByteArray m_stacktrace, m_reason;
  int m_attempts = 0;
};

} // namespace oxp
