// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionsummary.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace oxp {

class JobListSelection;

/// Counts what is selected, at most four times a second. Only who the jobs are is looked up on the GUI
/// thread, and that takes no more than a twentieth of its time; large ones are counted on the thread pool.
class SelectionCounter : public QObject {
  Q_OBJECT

public:
  /// `selection` outlives this.
  explicit SelectionCounter(const JobListSelection &selection, QObject *parent = nullptr);

  /// Counts soon, also what changes until then.
  void request();
  /// Nothing more is told until the next request.
  void stop();

signals:
  void counted(const oxp::SelectionSummary &sum);

private:
  void gather();
  void finish(const SelectionSummary &sum);

  const JobListSelection &m_selection;
  QTimer m_timer;
  QElapsedTimer m_last; ///< since the beginning of the last count
  qint64 m_pause;       ///< ms between the beginnings of two
  quint64 m_number = 0; ///< tells the answer to an earlier request
  bool m_busy = false, m_again = false;
};

} // namespace oxp
