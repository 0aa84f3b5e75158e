// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace oxp {

class AuditStore;

/// Keeps unsaved text: what is typed is stored half a second after the last key, durable against a kill -9,
/// and offered again with the version that it was based on. GUI thread; the store's thread does the writing.
class DraftKeeper : public QObject {
  Q_OBJECT

public:
  static constexpr int DebounceMs = 500;
  using Handler = std::function<void(Result<std::optional<audit::Draft>>)>;

  explicit DraftKeeper(QObject *parent = nullptr);
  ~DraftKeeper() override; ///< flushes

  /// Before it is set, drafts wait here. The store outlives the keeper.
  void setStore(AuditStore *store);
  /// Notes the newest text of a job; `savedAt` is filled in. Cheap: bytes are shared.
  void note(audit::Draft draft);
  /// The text is the stored one again, or was saved: forgets it.
  void drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId);
  /// Writes what is pending now (closing, another selection).
  void flush();
  /// The draft of a job, pending ones included. Nothing when there is none.
  void request(const QString &profileId, const QueueId &queue, const QByteArray &jobId, QObject *context,
               Handler handler);
  bool pending() const { return !m_pending.empty(); }

  /// Whether there is typed text that ends with the program: it is in memory only.
  bool holdsMemoryOnly() const { return !m_inMemory.empty(); }

signals:
  /// A draft could not be stored: typed text is in memory only.
  void failed(const oxp::Error &error);
  /// The first draft since the start that stays in memory, as it holds sensitive values and there is no key
  /// to seal them with: it ends with the program.
  void memoryOnly();
  void stored(const QString &profileId, const oxp::QueueId &queue, const QByteArray &jobId);

private:
  using Key = std::tuple<QString, QueueId, QByteArray>;
  std::map<Key, audit::Draft> m_pending;
  AuditStore *m_store = nullptr;
  std::set<Key> m_inMemory;
  bool m_toldMemoryOnly = false;
  QTimer m_timer;
};

} // namespace oxp
