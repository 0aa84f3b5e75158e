// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/database.h"
#include "audit/keeping.h"
#include "audit/record.h"
#include "audit/seal.h"
#include "audit/seenrecords.h"
#include "audit/storestate.h"

namespace oxp::audit {

/// Records as two tables to which rows are only added: what was meant, and how it ended. Triggers refuse to
/// change or delete a row; each row carries the hash of the one before it.
class HistoryTable {
public:
  struct Limits {
    qint64 storeBytes = 500'000'000;
    int keepDays = 365;
  };
  HistoryTable(Database &database, const Seal &seal, KeepRules rules);

  /// `scanned`: the bytes before with their token table, where somebody has them.
  Result<Begun> begin(const Record &intent, const json::ScannedText *scanned = nullptr);
  Result<void> finish(qint64 id, Outcome outcome, const Error *error, const QByteArray &arguments);
  /// The two without a transaction of their own, for who writes several rows in one.
  Result<Begun> add(const Record &intent, const json::ScannedText *scanned = nullptr);
  Result<void> end(qint64 id, Outcome outcome, const Error *error, const QByteArray &arguments);
  Result<std::vector<Record>> list(const RecordQuery &query);
  Result<Record> record(qint64 id);
  Result<std::vector<Record>> unsettled(const QString &profileId);
  /// Reads all rows and checks the chain of hashes from the oldest that was kept to the newest.
  Result<VerifyReport> verify();
  /// The numbers that were given out last.
  Result<RowNumbers> newest();
  /// Whether rows that cannot be read are passed over, for a damaged file.
  void passOverDamage(bool on) { m_passOverDamage = on; }
  /// Drops the oldest records beyond the limits, and gives the room back.
  Result<void> prune(const Limits &limits, qint64 now);
  /// Makes the triggers when they are missing.
  Result<void> guard();

private:
  bool hasFacts() const;
  /// The end of a table's chain of hashes, as it is in one transaction.
  struct Chain {
    QByteArray lastHash; ///< SQL that reads it
    quint64 transaction = 0;
    QByteArray hash = {};
  };
  Result<qint64> insert(Chain &chain, const QByteArray &sql, Values values);
  Result<void> verifyTable(const QByteArray &table, VerifyReport &report);
  Result<qint64> lastNumber(const QByteArray &table);
  Result<void> notePruned(qint64 firstIntent);
  Record recordOf(const Statement &row) const;
  Result<std::vector<Record>> selectReadable(const QByteArray &where, const Values &values, int limit,
                                             qint64 payloadLimit);
  Result<std::vector<Record>> select(const QByteArray &where, const Values &values, int limit,
                                     qint64 payloadLimit);
  void openPayload(Record &record, bool sealed, const QByteArray &blob) const;
  Result<qint64> firstToKeep(const Limits &limits, qint64 now);

  Database &m_database;
  const Seal &m_seal;
  KeepRules m_rules;
  bool m_passOverDamage = false;
  Chain m_intents{"SELECT hash FROM intent ORDER BY id DESC LIMIT 1"};
  Chain m_outcomes{"SELECT hash FROM outcome ORDER BY id DESC LIMIT 1"};
};

} // namespace oxp::audit
