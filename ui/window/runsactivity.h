// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <map>

namespace oxp {

class ActivityModel;
class ProfileSession;
struct RunRow;

/// The runs under way in the activity list, a row each, from their begin to their end.
class RunsActivity : public QObject {
  Q_OBJECT

public:
  /// `open`: leads to a run. `activity` outlives this.
  RunsActivity(ActivityModel &activity, std::function<void(const QString &profileId, qint64 run)> open,
               QObject *parent);

  void follow(ProfileSession *session);
  /// The profile was closed: what ran is cut off.
  void close(const QString &profileId);

private:
  using Key = std::pair<QString, qint64>; ///< profile and run
  void update(ProfileSession *session);
  void show(ProfileSession *session, const RunRow &row, int queued);
  void begin(ProfileSession *session, const RunRow &row);
  void end(const Key &key, const RunRow &row);

  ActivityModel &m_activity;
  std::function<void(const QString &, qint64)> m_open;
  std::map<Key, int> m_rows;
};

} // namespace oxp
