// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace oxp {

class ActivityModel;
class EditFlow;
struct Notice;
struct SaveWish;

/// What is said of a save that is on its way: what is waited for and since when, from the moment on in which
/// a person wonders. What takes longer, or is large, has a row in Activity too. GUI thread.
class SaveWatch : public QObject {
  Q_OBJECT

public:
  static constexpr int SpeakAfterMs = 300;
  static constexpr qint64 LargeSave = 1'000'000; ///< bytes

  SaveWatch(EditFlow *flow, ActivityModel &activity, QObject *parent = nullptr);

  /// To be called before the flow is asked.
  void begin(const SaveWish &wish);
  /// How it ended; told right after the flow has come to its end, or before.
  void note(const Notice &outcome);

signals:
  /// Two short lines, and a sentence; all empty when there is nothing to say.
  void told(const QString &headline, const QString &detail, const QString &sentence);

private:
  void follow();
  void tell();
  void beginActivity();
  void endActivity();

  EditFlow *m_flow;
  ActivityModel &m_activity;
  QString m_job, m_server;
  qint64 m_size = 0; ///< bytes
  QTimer m_timer;
  QElapsedTimer m_since;
  bool m_running = false;
  int m_row = 0; ///< in Activity
  std::optional<bool> m_well;
  QString m_outcome;
};

} // namespace oxp
