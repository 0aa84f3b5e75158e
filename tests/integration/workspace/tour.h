// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "bull/job.h"
#include "operations/operation.h"
#include "workspace/profilesession.h"

#include <QStringList>
#include <QTemporaryDir>

namespace oxp::test {

/// Everything that a window asks of a session, once, for each queue that it knows.
class Tour : public QObject {
  Q_OBJECT

public:
  explicit Tour(ProfileSession &session)
      : m_session(session) {}

  void read();
  /// All operations, on the jobs that tst_session_rights put there.
  void write();

  /// What was refused, as `request: error`.
  QStringList refused() const { return m_refused; }
  /// What failed in another way, or never came to an end.
  QStringList broken() const { return m_broken; }

private:
  template <typename T, typename Ask>
  std::optional<T> await(const char *what, Ask ask);
  void note(const char *what, const Error &error);
  void note(const char *what, const RefusedCommands &commands);
  void readQueue(const QueueInfo &queue);
  void readJob(const QueueInfo &queue, const JobRow &row);
  void readLong(const QueueInfo &queue);
  void writeQueue(const QueueInfo &queue);
  bool run(const OperationRequest &request);

  ProfileSession &m_session;
  QTemporaryDir m_folder;
  QStringList m_refused, m_broken;
};

} // namespace oxp::test
