// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "audit/storestate.h"
#include "json/elisions.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace oxp {

namespace audit {
class StoreDesk;
}

/// How the store seals sensitive bytes. A null key: sensitive values are left out and the record says so.
struct SealKey {
  QByteArray bytes; /* 32 bytes, from the keychain */
};

/// Append-only SQLite store of records, and drafts, on a thread of its own. Folder 0700, files 0600.
/// Lanes call the blocking half; the GUI posts with a handler, which is called on the GUI thread.
class AuditStore {
public:
  struct Options {
    QString folder;
    SealKey key;
    qint64 wholeBytesLimit = 1'000'000; ///< larger payloads are kept as changed ranges
    qint64 storeLimit = 500'000'000;    ///< bytes; the oldest records beyond are dropped at start
    int keepDays = 365;
    /// Whether the value under an (unescaped) key is sensitive; policy::Rules say so in the program.
    /// Without it every key counts as sensitive.
    std::function<bool(const QByteArray &key)> sensitiveKey;
  };
  /// On the GUI thread; opens the store on its own thread.
  explicit AuditStore(Options options);
  /// Ends after what was posted is written.
  ~AuditStore();
  AuditStore(const AuditStore &) = delete;

  // --- lanes: block until durable -----------------------------------------------------------------
  /// Writes the intent durably; its id, and whether what was before is in it. AuditUnavailable when it
  /// cannot. `scanned`: the bytes before with their token table, where somebody has them.
  Result<audit::Begun> begin(const audit::Record &intent, const json::ScannedText *scanned = nullptr);
  /// Adds how it ended (a second end replaces the first one, as when an unknown outcome is settled). Of
  /// `detail` the arguments are kept.
  Result<void> finish(qint64 id, audit::Outcome outcome, const Error *error,
                      const audit::Record *detail = nullptr);
  /// The blocking form of requestUnsettled().
  Result<std::vector<audit::Record>> unsettled(const QString &profileId);

  // --- GUI: never blocks; handlers are not called once `context` is gone
  // ---------------------------------------------------------------------------
  template <typename T>
  using Handler = std::function<void(Result<T>)>;
  void requestRecords(audit::RecordQuery query, QObject *context,
                      Handler<std::vector<audit::Record>> handler);
  void requestRecord(qint64 id, QObject *context, Handler<audit::Record> handler);
  /// Records of writes whose end was never learned (Intent or Unknown), for settling at start.
  void requestUnsettled(QString profileId, QObject *context, Handler<std::vector<audit::Record>> handler);
  /// Keeps the newest text of a job's draft, and says where. What may not lie on the disk (sensitive, and no
  /// key) or cannot is kept in memory (Draft::memoryOnly); AuditUnavailable tells of the second case. The
  /// thread takes its work in order: a draft given before an intent is durable before that. `elisions`: what
  /// marks in the text stand for; they are put back there, where it may take its time.
  void saveDraft(audit::Draft draft, QObject *context, Handler<audit::DraftPlace> handler,
                 json::Elisions elisions = {});
  void dropDraft(QString profileId, QueueId queue, QByteArray jobId, QObject *context, Handler<void> handler);
  void requestDraft(QString profileId, QueueId queue, QByteArray jobId, QObject *context,
                    Handler<std::optional<audit::Draft>> handler);
  void requestDrafts(QString profileId, QObject *context, Handler<std::vector<audit::Draft>> handler);
  /// The drafts of all profiles that are in memory only.
  void requestMemoryDrafts(QObject *context, Handler<std::vector<audit::Draft>> handler);

  /// Reads all history, on a connection and a thread of its own, and tells whether a record was changed or is
  /// missing. Without a store that can be read: AuditUnavailable.
  void requestVerify(QObject *context, Handler<audit::VerifyReport> handler);

  /// False once the store cannot be written (disk full, damaged, read-only home): writes are off then.
  bool available() const;
  /// Any thread.
  audit::StoreState state() const;
  /// Bytes that it keeps at most. Any thread.
  qint64 limit() const;
  /// Whether sensitive values are sealed (a key is there) or left out.
  bool seals() const;
  /// The keychain answers after the start: what is written from now on is sealed with this key.
  void setKey(SealKey key);
  /// Called on the GUI thread when state() changes.
  void onStateChanged(QObject *context, std::function<void(const audit::StoreState &)> handler);

  // --- what a person decides about a store that is in trouble ---
  /// Shows what can be read of it; nothing is written until one of the other two is chosen.
  void openForReading(QObject *context, Handler<void> handler);
  /// Gives its file another name in the same folder, and begins a new one; that name, empty where
  /// there was nothing in it.
  void setAside(QObject *context, Handler<QString> handler);
  /// Goes on in another folder, which is made where it is missing.
  void useFolder(QString folder, QObject *context, Handler<void> handler);

  /// Where other parts of the same file take their work; for audit::RunJournal.
  audit::StoreDesk &desk();

private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace oxp
