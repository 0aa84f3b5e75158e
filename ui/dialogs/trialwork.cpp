// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/trialwork.h"

#include "base/background.h"

namespace oxp {
namespace {

constexpr int DelayMs = 300; ///< after the last key

} // namespace

TrialWork::TrialWork(Masks masks, QObject *parent)
    : QObject(parent)
    , m_masks(std::move(masks)) {
  m_delay.setSingleShot(true);
  m_delay.setInterval(DelayMs);
  connect(&m_delay, &QTimer::timeout, this, &TrialWork::begin);
}

TrialWork::~TrialWork() {
  m_stop.request_stop();
}

void TrialWork::giveUp() {
  m_stop.request_stop();
  m_stop = {};
  ++m_number;
}

void TrialWork::setJobs(TrialJobs jobs) {
  giveUp();
  m_jobs = std::move(jobs);
  begin();
}

void TrialWork::setChanges(std::optional<std::vector<edits::Change>> changes) {
  giveUp();
  m_changes = std::move(changes);
  m_delay.start();
}

void TrialWork::begin() {
  m_delay.stop();
  if (!m_jobs || !m_changes) {
    emit ended(nullptr);
    return;
  }
  emit began();
  using Report = std::shared_ptr<const TrialReport>;
  runInBackground<Report>(
      this,
      [jobs = m_jobs, changes = *m_changes, masks = m_masks, stop = m_stop.get_token()] {
        return tryAll(jobs, changes, masks, stop);
      },
      [this, number = m_number](const Report &report) {
        if (number == m_number && report)
          emit ended(report);
      });
}

} // namespace oxp
