// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run.h"
#include "base/result.h"
#include "models/runrow.h"
#include "ui/widgets/notice.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace oxp {

class Banner;
class ProfileSession;

/// Reminds, when a profile connects, of runs that were cut off or paused before, and offers to go on with
/// them; tells of one that broke off.
class RunReminder : public QObject {
  Q_OBJECT

public:
  /// `banner` is where it is said; `open` leads to a run, or with 0 to all of a profile. The banner outlives
  /// this.
  RunReminder(Banner *banner, std::function<void(const QString &profileId, qint64 run)> open,
              QObject *parent);

  void follow(ProfileSession *session);
  void close(const QString &profileId);

private:
  struct Followed {
    std::set<qint64> known;         ///< the person has paused them, or does not want to be reminded
    std::set<qint64> told;          ///< what the notice speaks of
    std::map<qint64, bool> decided; ///< to go on, else to end; done as soon as their queues are found
  };
  void update(ProfileSession *session);
  void carryOut(ProfileSession *session);
  void decide(ProfileSession *session, const std::vector<RunRow> &rows, bool goOn);
  void remind(ProfileSession *session, const std::vector<RunRow> &rows);
  void noteStopped(ProfileSession *session, qint64 run, audit::RunState state,
                   const Result<audit::RunCounts> &counts);
  void tellBroken(ProfileSession *session, const RunRow &row, const Error &error);
  Notice noticeFor(ProfileSession *session, const std::vector<RunRow> &rows);

  Banner *m_banner;
  std::function<void(const QString &, qint64)> m_open;
  std::map<QString, Followed> m_followed; ///< by profile
};

} // namespace oxp
