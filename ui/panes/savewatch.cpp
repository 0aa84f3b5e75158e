// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/savewatch.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "ui/flows/editflow.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <utility>

namespace oxp {
namespace {

constexpr int StepMs = 1'000;
constexpr qint64 LongMs = 1'000; // from here on it is long work

} // namespace

SaveWatch::SaveWatch(EditFlow *flow, ActivityModel &activity, QObject *parent)
    : QObject(parent)
    , m_flow(flow)
    , m_activity(activity) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &SaveWatch::tell);
  connect(m_flow, &EditFlow::stageChanged, this, &SaveWatch::follow);
}

void SaveWatch::begin(const SaveWish &wish) {
  m_job = format::safeText(wish.target.jobId, 100);
  m_server = wish.target.session ? wish.target.session->profile().name : QString();
  m_size = wish.text.size();
  m_well.reset();
  m_outcome.clear();
}

void SaveWatch::note(const Notice &outcome) {
  m_well = outcome.kind == NoticeKind::Ok;
  m_outcome = outcome.what;
}

void SaveWatch::follow() {
  const bool runs = m_flow->busy() && m_flow->stage() != EditFlow::Stage::Asking;
  if (!m_flow->busy() && m_row > 0) // the outcome is told right after the flow has come to its end
    QMetaObject::invokeMethod(this, &SaveWatch::endActivity, Qt::QueuedConnection);
  if (std::exchange(m_running, runs) == runs)
    return;
  if (!runs) {
    m_timer.stop();
    emit told({}, {}, {});
    return;
  }
  m_since.start();
  m_timer.start(SpeakAfterMs);
  if (m_size > LargeSave)
    beginActivity();
}

void SaveWatch::tell() {
  m_timer.start(StepMs);
  const qint64 seconds = m_since.elapsed() / 1'000;
  if (m_since.elapsed() >= LongMs)
    beginActivity();
  const QString headline = seconds > 0 ? tr("Saving, %n s", nullptr, int(seconds)) : tr("Saving…");
  const bool writing = m_flow->stage() == EditFlow::Stage::Writing;
  const QString what = !writing              ? tr("comparing %1").arg(format::sizeText(m_size))
                       : m_flow->tries() > 1 ? tr("changed meanwhile, try %1").arg(m_flow->tries())
                                             : tr("waiting for %1").arg(m_server);
  emit told(headline, what,
            tr("%1: %2. You can go on typing; until the save has arrived, its text is kept as a draft too.")
                .arg(headline, what));
}

void SaveWatch::beginActivity() {
  if (m_row == 0)
    m_row = m_activity.begin(tr("Saving job %1, %2").arg(m_job, format::sizeText(m_size)), {});
}

void SaveWatch::endActivity() {
  const auto status = !m_well   ? ActivityModel::Status::Cancelled
                      : *m_well ? ActivityModel::Status::Done
                                : ActivityModel::Status::Failed;
  if (m_row > 0)
    m_activity.end(std::exchange(m_row, 0), status, m_outcome);
}

} // namespace oxp
