// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runsactivity.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/runrow.h"
#include "models/runtext.h"
#include "workspace/profilesession.h"
#include "workspace/runrows.h"
#include "workspace/sessionruns.h"

#include <algorithm>

namespace oxp {
namespace {

using Status = ActivityModel::Status;

Status statusOf(RunStage stage) {
  switch (stage) {
  case RunStage::Ended:
  case RunStage::Undone:
    return Status::Done;
  case RunStage::CutOff:
    return Status::Failed;
  default:
    return Status::Cancelled;
  }
}

/// `paused: 948 of 4,120`.
QString endWords(const RunRow &row) {
  return RunsActivity::tr("%1: %2", "how a run stands, how far it is")
      .arg(runtext::stage(row.stage), runtext::howFar(row.run.counts));
}

} // namespace

RunsActivity::RunsActivity(ActivityModel &activity, std::function<void(const QString &, qint64)> open,
                           QObject *parent)
    : QObject(parent)
    , m_activity(activity)
    , m_open(std::move(open)) {}

void RunsActivity::follow(ProfileSession *session) {
  const auto look = [this, session] { update(session); };
  connect(&session->runs(), &SessionRuns::changed, this, look);
  connect(&session->runs(), &SessionRuns::progressed, this, look);
}

/// A run has a row from its turn on: what waits is told there as a number.
void RunsActivity::update(ProfileSession *session) {
  const std::vector<RunRow> rows = runRows(session->runs());
  const auto queued = std::count_if(rows.begin(), rows.end(),
                                    [](const RunRow &row) { return row.stage == RunStage::Queued; });
  for (const RunRow &row : rows) {
    const Key key{session->id(), row.run.id};
    if (row.stage == RunStage::Running)
      show(session, row, int(queued));
    else if (m_rows.contains(key))
      end(key, row);
  }
}

void RunsActivity::show(ProfileSession *session, const RunRow &row, int queued) {
  const Key key{session->id(), row.run.id};
  if (!m_rows.contains(key))
    begin(session, row);
  const SessionRuns &runs = session->runs();
  QString words = runtext::going(row.run.counts, runs.speed(row.run), session->runs().rate().perSecond());
  if (queued > 0)
    words += QStringLiteral(" · ") + tr("%Ln queued", nullptr, queued);
  m_activity.progress(m_rows[key], row.run.counts.ended(), row.run.counts.total(), words);
}

void RunsActivity::begin(ProfileSession *session, const RunRow &row) {
  const QString profileId = session->id();
  const qint64 run = row.run.id;
  const auto cancel = [session, run] {
    const auto &runs = session->runs().runs();
    const auto found =
        std::find_if(runs.begin(), runs.end(), [run](const audit::Run &each) { return each.id == run; });
    if (found != runs.end())
      session->runs().cancel(*found);
  };
  const int id = m_activity.begin(tr("%1 in %2", "an operation, a queue")
                                      .arg(runtext::operation(row), format::safeText(row.run.queue.name)),
                                  {}, cancel);
  m_activity.setOpener(id, [this, profileId, run] { m_open(profileId, run); });
  m_rows[{profileId, run}] = id;
}

void RunsActivity::end(const Key &key, const RunRow &row) {
  m_activity.end(m_rows[key], statusOf(row.stage), endWords(row));
  m_rows.erase(key);
}

void RunsActivity::close(const QString &profileId) {
  std::erase_if(m_rows, [&](const auto &row) {
    if (row.first.first != profileId)
      return false;
    m_activity.end(row.second, Status::Cancelled, tr("The profile was closed; the run can go on later."));
    return true;
  });
}

} // namespace oxp
