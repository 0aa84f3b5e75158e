// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/plan.h"
#include "redis/lane.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace oxp {

class AuditStore;

/// Finds out how one write ended whose reply never came, and records it. Looks again and again until it is
/// certain or the time is up. GUI thread; deletes itself when done.
class Settling : public QObject {
  Q_OBJECT

public:
  /// What one look showed.
  struct Looked {
    audit::Outcome outcome = audit::Outcome::Unknown;
    bool certain = false;
  };
  using Work = std::function<Result<Looked>(WriteSession &, std::stop_token)>;
  using Handler = std::function<void(Result<Looked>)>;
  struct Setup {
    SettleFacts facts;
    qint64 recordId = 0;
    AuditStore *audit = nullptr;
    std::chrono::milliseconds patience{60'000};
    /// Posts to the command lane, waiting for a connection.
    std::function<LaneHandle(Work, QObject *context, Handler)> post;
  };

  Settling(Setup setup, QObject *parent);
  void start();

signals:
  void done(oxp::audit::Outcome outcome);

private:
  void look();
  void take(const Result<Looked> &looked);
  void end(audit::Outcome outcome);

  Setup m_setup;
  LaneHandle m_job;
  QTimer m_again, m_timeUp;
  bool m_ended = false;
};

} // namespace oxp
