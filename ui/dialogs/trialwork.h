// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/trialreport.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <stop_token>

namespace oxp {

/// Tries changes on jobs a moment after the last of them was touched, on a worker thread; a trial that nobody
/// waits for any more is given up. GUI thread.
class TrialWork : public QObject {
  Q_OBJECT

public:
  /// `masks`: by which values are masked in what a report shows.
  explicit TrialWork(Masks masks, QObject *parent = nullptr);
  ~TrialWork() override;

  void setJobs(TrialJobs jobs);
  const TrialJobs &jobs() const { return m_jobs; }
  /// Nothing: they are not whole.
  void setChanges(std::optional<std::vector<edits::Change>> changes);
  const Masks &masks() const { return m_masks; }

signals:
  /// The changes are being tried.
  void began();
  /// Of the changes as they are; null where there is nothing to try, or nothing to try it on.
  void ended(const std::shared_ptr<const oxp::TrialReport> &report);

private:
  void giveUp();
  void begin();

  Masks m_masks;
  TrialJobs m_jobs;
  std::optional<std::vector<edits::Change>> m_changes;
  QTimer m_delay;
  std::stop_source m_stop;
  quint64 m_number = 0; ///< of the latest trial: an earlier one's report may come later
};

} // namespace oxp
