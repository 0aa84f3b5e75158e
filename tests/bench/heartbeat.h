// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

/// A timer of one millisecond on the GUI thread; the longest gap between two beats is the longest stall.
class Heartbeat : public QObject {
  Q_OBJECT

public:
  Heartbeat() {
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(1);
  }

  void restart() {
    m_longest = 0;
    m_beats = 0;
    m_clock.start();
    m_total.start();
  }
  qint64 beats() const { return m_beats; }
  /// With the gap that is open now: who asks may have kept the timer waiting.
  double longestMs() const {
    const qint64 open = m_clock.isValid() ? m_clock.nsecsElapsed() : 0;
    return double(std::max(m_longest, open)) / 1e6;
  }
  double totalMs() const { return double(m_total.nsecsElapsed()) / 1e6; }

private:
  void beat() {
    if (m_clock.isValid())
      m_longest = std::max(m_longest, m_clock.nsecsElapsed());
    m_clock.start();
    ++m_beats;
  }

  QTimer m_timer;
  QElapsedTimer m_clock, m_total;
  qint64 m_longest = 0;
  qint64 m_beats = 0;
};
