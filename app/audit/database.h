// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <QVariantList>

#include <map>
#include <optional>
#include <utility>

namespace oxp::audit {

/// AuditUnavailable with SQLite's result code as code.
Error databaseError(const QSqlError &error);

/// A null QByteArray would be stored as NULL, and NULL equals nothing in a query.
QVariant blob(const QByteArray &bytes);

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
  bool isOpen() const { return m_open; }
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

  Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
  /// What a statement without rows came to.
  struct Done {
    qint64 changed = 0;  ///< rows
    qint64 inserted = 0; ///< the last one's id
  };
  /// The same for statements that are run again and again: each is prepared once. For fixed texts only.
  Result<Done> exec(const QString &sql, const QVariantList &values = {});
  /// The first column of the first row of one of these; invalid when there is none.
  Result<QVariant> value(const QString &sql, const QVariantList &values = {});
  /// The first column of the first row; 0 when there is none.
  Result<qint64> number(const QString &sql);
  Result<void> script(const QStringList &statements);
  /// Runs `work` in one transaction; rolled back when it fails.
  template <typename Work>
  auto transaction(Work work) -> decltype(work()) {
    return within(QStringLiteral("BEGIN IMMEDIATE"), std::move(work));
  }
  /// The same for several looks at one state of the file.
  template <typename Work>
  auto reading(Work work) -> decltype(work()) {
    return within(QStringLiteral("BEGIN"), std::move(work));
  }

private:
  template <typename Work>
  auto within(const QString &begin, Work work) -> decltype(work()) {
    if (auto begun = script({begin}); !begun)
      return fail(begun.error());
    auto result = work();
    if (result) {
      if (auto done = script({QStringLiteral("COMMIT")}); !done)
        result = fail(done.error());
    }
    if (!result)
      (void)script({QStringLiteral("ROLLBACK")});
    return result;
  }
  /// Names a file on its disk.
  struct FileId {
    quint64 device = 0, inode = 0;
    bool operator==(const FileId &) const = default;
  };
  QString file() const { return m_folder + QStringLiteral("/audit.sqlite"); }
  std::optional<FileId> fileId() const;
  Result<void> prepareFiles() const;
  Result<void> connectTo(const QString &name, const QString &options);
  Result<void> openForReading();
  Result<void> openForWriting();
  Result<int> storedVersion();
  Result<QSqlQuery *> runKept(const QString &sql, const QVariantList &values);
  Result<void> noteVersion();

  QString m_folder;
  QString m_connection; ///< Qt's name for it
  bool m_open = false;
  int m_version = 0;
  Access m_access = Access::ReadWrite;
  std::optional<FileId> m_opened;
  std::map<QString, QSqlQuery> m_kept; ///< prepared
};

} // namespace oxp::audit
