// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftkeeper.h"

#include "audit/auditstore.h"
#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace oxp {

DraftKeeper::DraftKeeper(QObject *parent)
    : QObject(parent) {}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::setStore(AuditStore *store) {
  m_store = store;
  if (!m_store)
    return;
  m_store->onStateChanged(this, [this](const audit::StoreState &state) {
    if (state.writable)
      recheck();
  });
  for (auto &[key, waiting] : std::exchange(m_waiting, {}))
    hand(std::move(waiting));
}

void DraftKeeper::note(audit::Draft draft, json::Elisions elisions) {
  draft.savedAt = wallClockMs();
  const Key key{draft.profileId, draft.queue, draft.jobId};
  Waiting waiting{std::move(draft), std::move(elisions)};
  if (m_store)
    hand(std::move(waiting));
  else
    m_waiting.insert_or_assign(key, std::move(waiting));
}

void DraftKeeper::hand(Waiting waiting) {
  const Key key{waiting.draft.profileId, waiting.draft.queue, waiting.draft.jobId};
  ++m_unanswered;
  m_store->saveDraft(
      std::move(waiting.draft), this, [this, key](const Result<audit::DraftPlace> &kept) { take(key, kept); },
      std::move(waiting.elisions));
}

void DraftKeeper::take(const Key &key, const Result<audit::DraftPlace> &kept) {
  std::map<Key, MemoryOnly> inMemory = m_inMemory;
  if (!kept)
    inMemory.insert_or_assign(key, MemoryOnly::NoDisk);
  else if (*kept == audit::DraftPlace::Memory)
    inMemory.insert_or_assign(key, MemoryOnly::NoKey);
  else
    inMemory.erase(key);
  setInMemory(std::move(inMemory));
  emit stored(std::get<0>(key), std::get<1>(key), std::get<2>(key));
  answered();
}

void DraftKeeper::drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  const Key key{profileId, queue, jobId};
  m_waiting.erase(key);
  if (!m_store)
    return;
  // What was noted before is answered before: only then is it known that nothing is left of it.
  ++m_unanswered;
  m_store->dropDraft(profileId, queue, jobId, this, [this, key](const Result<void> &) {
    std::map<Key, MemoryOnly> inMemory = m_inMemory;
    inMemory.erase(key);
    setInMemory(std::move(inMemory));
    answered();
  });
}

void DraftKeeper::recheck() {
  if (!m_store || m_inMemory.empty())
    return;
  m_store->requestMemoryDrafts(this, [this](const Result<std::vector<audit::Draft>> &drafts) {
    // With a disk only a key can be missing.
    const MemoryOnly why = m_store->available() ? MemoryOnly::NoKey : MemoryOnly::NoDisk;
    std::map<Key, MemoryOnly> still;
    for (const audit::Draft &draft : *drafts)
      still.emplace(Key{draft.profileId, draft.queue, draft.jobId}, why);
    setInMemory(std::move(still));
  });
}

void DraftKeeper::setInMemory(std::map<Key, MemoryOnly> inMemory) {
  if (m_inMemory == inMemory)
    return;
  m_inMemory = std::move(inMemory);
  emit memoryOnlyChanged();
}

void DraftKeeper::answered() {
  if (--m_unanswered == 0)
    emit settled();
}

bool DraftKeeper::holds(MemoryOnly why) const {
  return std::any_of(m_inMemory.begin(), m_inMemory.end(),
                     [why](const auto &entry) { return entry.second == why; });
}

void DraftKeeper::request(const QString &profileId, const QueueId &queue, const QByteArray &jobId,
                          QObject *context, Handler handler) {
  if (m_store) // in order: what was noted is what it finds
    return m_store->requestDraft(profileId, queue, jobId, context, std::move(handler));
  std::optional<audit::Draft> draft;
  if (const auto waiting = m_waiting.find({profileId, queue, jobId}); waiting != m_waiting.end()) {
    draft = waiting->second.draft;
    draft->text = waiting->second.elisions.expand(draft->text);
  }
  QMetaObject::invokeMethod(
      context, [draft = std::move(draft), handler = std::move(handler)] { handler(draft); },
      Qt::QueuedConnection);
}

} // namespace oxp
