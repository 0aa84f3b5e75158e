// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace oxp::audit {

/// One SQLite file: folder 0700, file 0600, WAL, every commit on the disk before it returns. Opened and used
/// on one thread. Every failure is AuditUnavailable with SQLite's result code as code.
class Database {
public:
  explicit Database(QString folder);
  ~Database();
  Database(const Database &) = delete;
  Database &operator=(const Database &) = delete;

  /// Does nothing when open. Creates what is missing; refuses a file of a newer version or of something else.
  Result<void> open();
  void close();
  bool isOpen() const { return m_open; }

  Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
  Result<void> script(const QStringList &statements);
  /// Runs `work` in one transaction; rolled back when it fails.
  template <typename Work>
  auto transaction(Work work) -> decltype(work()) {
    if (auto begun = script({QStringLiteral("BEGIN IMMEDIATE")}); !begun)
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

private:
  Result<void> prepareFiles() const;
  Result<void> migrate();

  QString m_folder;
  QString m_connection; ///< Qt's name for it
  bool m_open = false;
};

} // namespace oxp::audit
