// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runreminder.h"

#include "models/format.h"
#include "models/runtext.h"
#include "ui/errortext.h"
#include "ui/widgets/banner.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/runrows.h"
#include "workspace/serverlink.h"
#include "workspace/sessionruns.h"

#include <algorithm>

namespace oxp {
namespace {

const QByteArray Reminder = "runs of ", Broken = "broken run of ";

/// `Retry in orders: 29,640 of 47,802 jobs.`
QString placeOf(const RunRow &row) {
  return RunReminder::tr("%1 in %2: %3 jobs.", "an operation, a queue, 29,640 of 47,802")
      .arg(runtext::operation(row), format::safeText(row.run.queue.name), runtext::howFar(row.run.counts));
}

} // namespace

RunReminder::RunReminder(Banner *banner, std::function<void(const QString &, qint64)> open, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
    , m_open(std::move(open)) {
  connect(m_banner, &Banner::closed, this, [this](const QByteArray &id) {
    if (!id.startsWith(Reminder))
      return;
    const auto followed = m_followed.find(QString::fromUtf8(id.sliced(Reminder.size())));
    if (followed != m_followed.end())
      followed->second.known.merge(std::exchange(followed->second.told, {}));
  });
}

void RunReminder::follow(ProfileSession *session) {
  m_followed[session->id()] = {};
  const auto look = [this, session] { update(session); };
  connect(&session->runs(), &SessionRuns::changed, this, look);
  connect(&session->link(), &ServerLink::statusChanged, this, look);
  connect(&session->queues(), &QueueRegistry::queuesFound, this, look);
  connect(&session->queues(), &QueueRegistry::queuesChanged, this, look);
  connect(&session->runs(), &SessionRuns::stopped, this,
          [this, session](qint64 run, audit::RunState state, const Result<audit::RunCounts> &counts) {
            noteStopped(session, run, state, counts);
          });
  update(session);
}

void RunReminder::close(const QString &profileId) {
  m_followed.erase(profileId);
  m_banner->withdraw(Reminder + profileId.toUtf8());
  m_banner->withdraw(Broken + profileId.toUtf8());
}

void RunReminder::update(ProfileSession *session) {
  if (!m_followed.contains(session->id()))
    return;
  carryOut(session);
  Followed &followed = m_followed[session->id()];
  std::vector<RunRow> rows;
  if (session->isConnected() && session->profile().role != Role::Viewer)
    for (RunRow &row : runRows(session->runs()))
      if (row.canGoOn() && !followed.known.contains(row.run.id))
        rows.push_back(std::move(row));
  remind(session, rows);
}

void RunReminder::remind(ProfileSession *session, const std::vector<RunRow> &rows) {
  Followed &followed = m_followed[session->id()];
  followed.told.clear();
  for (const RunRow &row : rows)
    followed.told.insert(row.run.id);
  if (rows.empty())
    return m_banner->withdraw(Reminder + session->id().toUtf8());
  m_banner->post(noticeFor(session, rows));
}

Notice RunReminder::noticeFor(ProfileSession *session, const std::vector<RunRow> &rows) {
  Notice notice;
  notice.id = Reminder + session->id().toUtf8();
  notice.kind = NoticeKind::Warn;
  notice.icon = IconId::Runs;
  const NoticeButton goOn{tr("Go on"), [this, session, rows] { decide(session, rows, true); }};
  if (rows.size() > 1) {
    notice.what = tr("%Ln run(s) were cut off or paused.", nullptr, int(rows.size()));
    notice.detail = tr("Nothing more is done until you decide.");
    notice.buttons = {goOn, {tr("Show"), [this, id = session->id()] { m_open(id, 0); }}};
    return notice;
  }
  const bool cutOff = rows.front().stage == RunStage::CutOff;
  notice.what = cutOff ? tr("A run was cut off.") : tr("A run is paused.");
  notice.detail = placeOf(rows.front()) + u' ' +
                  (cutOff ? tr("What was under way is looked into first: no job is changed twice.")
                          : tr("Nothing more is done until you decide."));
  notice.buttons = {goOn, {tr("Cancel the run"), [this, session, rows] { decide(session, rows, false); }}};
  return notice;
}

void RunReminder::decide(ProfileSession *session, const std::vector<RunRow> &rows, bool goOn) {
  Followed &followed = m_followed[session->id()];
  for (const RunRow &row : rows) {
    followed.known.insert(row.run.id);
    followed.decided[row.run.id] = goOn;
  }
  update(session);
}

/// What the queue is decides which scripts run in it: until it has been looked at there is nothing to be
/// done.
void RunReminder::carryOut(ProfileSession *session) {
  SessionRuns &runs = session->runs();
  const auto decided = std::exchange(m_followed[session->id()].decided, {});
  for (const auto &[id, goOn] : decided) {
    const auto &all = runs.runs();
    const auto run =
        std::find_if(all.begin(), all.end(), [id = id](const audit::Run &each) { return each.id == id; });
    if (run == all.end())
      continue;
    const audit::Run copy = *run; // what is done may change the list
    const bool done = session->isConnected() && (goOn ? runs.resume(copy) : runs.cancel(copy));
    if (!done && !runs.isUnderWay(id))
      m_followed[session->id()].decided[id] = goOn;
  }
}

void RunReminder::noteStopped(ProfileSession *session, qint64 run, audit::RunState state,
                              const Result<audit::RunCounts> &counts) {
  const auto followed = m_followed.find(session->id());
  if (followed == m_followed.end() || state != audit::RunState::Paused)
    return;
  followed->second.known.insert(run); // by the person, or told here
  if (counts)
    return;
  for (const RunRow &row : runRows(session->runs()))
    if (row.run.id == run)
      return tellBroken(session, row, counts.error());
}

void RunReminder::tellBroken(ProfileSession *session, const RunRow &row, const Error &error) {
  const ErrorText text = errorText(error, Doing::Reading);
  Notice notice;
  notice.id = Broken + session->id().toUtf8();
  notice.kind = NoticeKind::Err;
  notice.what = tr("A run has stopped: %1").arg(text.headline);
  notice.detail = (placeOf(row) + u' ' + text.remedy).trimmed();
  notice.buttons = {{tr("Go on"),
                     [this, session, row, id = notice.id] {
                       m_banner->withdraw(id);
                       decide(session, {row}, true);
                     }},
                    {tr("Show"), [this, id = session->id(), run = row.run.id] { m_open(id, run); }}};
  m_banner->post(notice);
}

} // namespace oxp
