// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/statement.h"
#include "base/result.h"

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace oxp::audit {

/// One SQLite file: folder 0700, file 0600, WAL, every commit on the disk before it returns. Opened and used
/// on one thread. Every failure is AuditUnavailable with SQLite's result code as code.
class Database {
public:
  explicit Database(QString folder);
  ~Database();
  Database(const Database &) = delete;
  Database &operator=(const Database &) = delete;

  enum class Access { ReadWrite, ReadOnly };

  /// Does nothing when open. With ReadWrite what is missing is created; a file of a newer version or of
  /// something else is refused. ReadOnly takes what there is, as far as SQLite can read it.
  Result<void> open(Access access = Access::ReadWrite);
  void close();
  bool isOpen() const { return m_database != nullptr; }
  bool isReadOnly() const { return m_access == Access::ReadOnly; }
  /// The schema's version, of the file that is open.
  int version() const { return m_version; }
  /// Whether the file by that name still is the one that was opened: not removed or replaced meanwhile.
  bool isInPlace() const;
  /// Whether there is a file with something in it.
  bool hasFile() const;

  QString folder() const { return m_folder; }
  /// Closes it; the next open() is in the other folder.
  void setFolder(const QString &folder);
  /// Closes it and gives its files another name in the same folder; that name, empty where there was
  /// nothing in it.
  Result<QString> setAside();

  // --- statements; each text is prepared once and kept, so values belong into `values` ---
  /// What a statement without rows came to.
  struct Done {
    qint64 changed = 0;  ///< rows
    qint64 inserted = 0; ///< the last one's id
  };
  Result<Done> exec(QByteArrayView sql, Values values = {});
  /// Hands each row to `take`, until that says false.
  Result<void> rows(QByteArrayView sql, Values values, const std::function<bool(const Statement &row)> &take);
  /// The first column of the first row; none when there is no row.
  Result<std::optional<Value>> value(QByteArrayView sql, Values values = {});
  /// The same as a number; 0 when there is none.
  Result<qint64> number(QByteArrayView sql, Values values = {});

  /// Statements that are run once.
  Result<void> script(const std::vector<QByteArray> &statements);
  /// Runs `work` in one transaction; rolled back when it fails.
  template <typename Work>
  auto transaction(Work work) -> decltype(work()) {
    return within("BEGIN IMMEDIATE", std::move(work));
  }
  /// The same for several looks at one state of the file.
  template <typename Work>
  auto reading(Work work) -> decltype(work()) {
    return within("BEGIN", std::move(work));
  }
  /// Which transaction it is: within one nobody else changes the file.
  quint64 transactionNumber() const { return m_transactions; }

private:
  template <typename Work>
  auto within(QByteArrayView begin, Work work) -> decltype(work()) {
    if (auto begun = exec(begin); !begun)
      return fail(begun.error());
    ++m_transactions;
    auto result = work();
    if (result) {
      if (auto done = exec("COMMIT"); !done)
        result = fail(done.error());
    }
    if (!result)
      (void)exec("ROLLBACK");
    return result;
  }
  /// Names a file on its disk.
  struct FileId {
    quint64 device = 0, inode = 0;
    bool operator==(const FileId &) const = default;
  };
  struct Close {
    void operator()(sqlite3 *database) const;
  };
  QString file() const { return m_folder + QStringLiteral("/audit.sqlite"); }
  std::optional<FileId> fileId() const;
  Result<void> prepareFiles() const;
  Result<void> connectTo(const QByteArray &name, int flags);
  Result<void> openForReading();
  Result<void> openForWriting();
  Result<int> storedVersion();
  Result<Statement *> started(QByteArrayView sql, Values values);
  Result<void> noteVersion();

  QString m_folder;
  std::unique_ptr<sqlite3, Close> m_database;
  int m_version = 0;
  Access m_access = Access::ReadWrite;
  std::optional<FileId> m_opened;
  quint64 m_transactions = 0;
  std::map<std::string, Statement, std::less<>> m_kept; ///< by their text; go before the database
};

} // namespace oxp::audit
