// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/selectioncounter.h"

#include "base/background.h"
#include "ui/views/joblistselection.h"

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qint64 LeastPause = 250; // ms
constexpr qint64 PauseShare = 20;  ///< so many times as long as the looking up took
constexpr size_t CountedAtOnce = 1'000;

} // namespace

SelectionCounter::SelectionCounter(const JobListSelection &selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
    , m_pause(LeastPause) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &SelectionCounter::gather);
}

void SelectionCounter::request() {
  if (m_busy) {
    m_again = true;
    return;
  }
  if (m_timer.isActive())
    return;
  const qint64 waited = m_last.isValid() ? m_last.elapsed() : m_pause;
  m_timer.start(int(std::max<qint64>(0, m_pause - waited)));
}

void SelectionCounter::stop() {
  m_timer.stop();
  ++m_number;
  m_busy = m_again = false;
}

void SelectionCounter::gather() {
  m_last.start();
  std::vector<SelectedJob> jobs;
  m_selection.visitJobs([&jobs](const JobRow &row) { jobs.push_back(SelectedJob::of(row)); });
  m_pause = std::max(LeastPause, PauseShare * m_last.elapsed());
  const JobFields known = m_selection.knownFields();
  if (jobs.size() <= CountedAtOnce)
    return finish(summaryOf(jobs, known));
  m_busy = true;
  const auto apply = [this, number = ++m_number](const SelectionSummary &sum) {
    if (number != m_number)
      return;
    m_busy = false;
    finish(sum);
  };
  runInBackground<SelectionSummary>(
      this, [jobs = std::move(jobs), known] { return summaryOf(jobs, known); }, apply);
}

void SelectionCounter::finish(const SelectionSummary &sum) {
  emit counted(sum);
  if (std::exchange(m_again, false))
    request();
}

} // namespace oxp
