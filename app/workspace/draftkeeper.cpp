// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftkeeper.h"

#include "audit/auditstore.h"
#include "base/clock.h"

#include <QPointer>

namespace oxp {

DraftKeeper::DraftKeeper(QObject *parent)
    : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(DebounceMs);
  connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper() {
  flush();
}

void DraftKeeper::setStore(AuditStore *store) {
  m_store = store;
  flush();
}

void DraftKeeper::note(audit::Draft draft) {
  draft.savedAt = wallClockMs();
  const Key key{draft.profileId, draft.queue, draft.jobId};
  m_pending.insert_or_assign(key, std::move(draft));
  // Not started again with every key: somebody who types without a pause is saved too.
  if (!m_timer.isActive())
    m_timer.start();
}

void DraftKeeper::drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  m_pending.erase({profileId, queue, jobId});
  m_inMemory.erase({profileId, queue, jobId});
  if (m_store)
    m_store->dropDraft(profileId, queue, jobId, this, [](const Result<void> &) {});
}

void DraftKeeper::flush() {
  m_timer.stop();
  if (!m_store)
    return;
  for (auto &[key, draft] : std::exchange(m_pending, {})) {
    const auto told = [this, key = key](const Result<audit::DraftPlace> &saved) {
      if (!saved)
        return emit failed(saved.error());
      if (*saved == audit::DraftPlace::Memory)
        m_inMemory.insert(key);
      else
        m_inMemory.erase(key);
      if (*saved == audit::DraftPlace::Memory && !std::exchange(m_toldMemoryOnly, true))
        emit memoryOnly();
      emit stored(std::get<0>(key), std::get<1>(key), std::get<2>(key));
    };
    m_store->saveDraft(std::move(draft), this, told);
  }
}

void DraftKeeper::request(const QString &profileId, const QueueId &queue, const QByteArray &jobId,
                          QObject *context, Handler handler) {
  if (const auto pending = m_pending.find({profileId, queue, jobId});
      pending != m_pending.end() || !m_store) {
    std::optional<audit::Draft> draft;
    if (pending != m_pending.end())
      draft = pending->second;
    QMetaObject::invokeMethod(
        context, [draft = std::move(draft), handler = std::move(handler)] { handler(draft); },
        Qt::QueuedConnection);
    return;
  }
  m_store->requestDraft(profileId, queue, jobId, context, std::move(handler));
}

} // namespace oxp
