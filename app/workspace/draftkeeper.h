// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "json/elisions.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <tuple>

namespace oxp {

class AuditStore;

/// Keeps unsaved text, durable against a kill -9, and offers it again with the version that it was based on.
/// What is noted goes to the store's thread at once, which does the writing: a write that is asked for after
/// it begins after it. GUI thread.
class DraftKeeper : public QObject {
  Q_OBJECT

public:
  using Handler = std::function<void(Result<std::optional<audit::Draft>>)>;
  /// Why typed text ends with the program.
  enum class MemoryOnly {
    NoKey,  ///< it holds sensitive values, and there is no key to seal them with
    NoDisk, ///< the store cannot be written
  };

  explicit DraftKeeper(QObject *parent = nullptr);
  ~DraftKeeper() override;

  /// Before it is set, drafts wait here. The store outlives the keeper.
  void setStore(AuditStore *store);
  /// Notes the newest text of a job; `savedAt` is filled in. `elisions`: what marks in the text stand for.
  /// Cheap: bytes are shared, and put together on the store's thread. stored() answers.
  void note(audit::Draft draft, json::Elisions elisions = {});
  /// The text is the stored one again, or was saved: forgets it.
  void drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId);
  /// The draft of a job, with what was noted just now. Nothing when there is none.
  void request(const QString &profileId, const QueueId &queue, const QByteArray &jobId, QObject *context,
               Handler handler);
  /// Looks again at what is in memory only: there is a key by now, or a disk.
  void recheck();

  /// Whether the store has answered for all that was noted. settled() tells when it has.
  bool isSettled() const { return m_unanswered == 0; }
  /// Whether there is typed text that ends with the program.
  bool holdsMemoryOnly() const { return !m_inMemory.empty(); }
  bool holds(MemoryOnly why) const;

signals:
  /// There is such text, or no longer, or for another reason.
  void memoryOnlyChanged();
  /// What was noted of a job is kept, wherever that is.
  void stored(const QString &profileId, const oxp::QueueId &queue, const QByteArray &jobId);
  void settled();

private:
  using Key = std::tuple<QString, QueueId, QByteArray>;
  struct Waiting {
    audit::Draft draft;
    json::Elisions elisions;
  };
  void hand(Waiting waiting);
  void take(const Key &key, const Result<audit::DraftPlace> &kept);
  void setInMemory(std::map<Key, MemoryOnly> inMemory);
  void answered();

  std::map<Key, Waiting> m_waiting; ///< for a store
  AuditStore *m_store = nullptr;
  int m_unanswered = 0;
  std::map<Key, MemoryOnly> m_inMemory;
};

} // namespace oxp
