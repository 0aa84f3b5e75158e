// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>

#include <memory>
#include <optional>

/// What the tests of the store share.
namespace oxp::test {

inline bool isSecret(const QByteArray &key) {
  return key == "secret";
}

inline audit::Record sample(const QByteArray &before, const QByteArray &after) {
  audit::Record record;
  record.at = QDateTime::currentMSecsSinceEpoch();
  record.who = QStringLiteral("zoë@desk");
  record.profile = QStringLiteral("Shop 队列");
  record.profileId = QStringLiteral("p1");
  record.environment = Environment::Staging;
  record.queue = {"bull", "orders"};
  record.jobId = QByteArray("odd\0id\xff", 7);
  record.jobTimestamp = "1700000000000";
  record.operation = "job.updateData";
  record.arguments = "{\"client\":7}";
  record.reason = QStringLiteral("typo");
  record.before.emplace().bytes = before;
  record.after.emplace().bytes = after;
  return record;
}

inline audit::Draft draftOf(const QByteArray &text) {
  audit::Draft draft;
  draft.profileId = QStringLiteral("p1");
  draft.queue = {"", "orders"};
  draft.jobId = "7";
  draft.baseData = "{\"a\":1}";
  draft.baseTimestamp = "17";
  draft.text = text;
  draft.savedAt = 5;
  return draft;
}

/// What a store's file holds, seen by another connection.
inline QSqlError execOutside(const QString &folder, const QString &sql) {
  const QString name = QStringLiteral("outside");
  QSqlError error;
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(folder + QStringLiteral("/audit.sqlite"));
    database.open();
    QSqlQuery query(database);
    query.exec(sql);
    error = query.lastError();
  }
  QSqlDatabase::removeDatabase(name);
  return error;
}

/// A number that another connection reads of a store's file.
inline qint64 numberOutside(const QString &folder, const QString &sql) {
  const QString name = QStringLiteral("number");
  qint64 number = -1;
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(folder + QStringLiteral("/audit.sqlite"));
    database.open();
    QSqlQuery query(database);
    if (query.exec(sql) && query.next())
      number = query.value(0).toLongLong();
  }
  QSqlDatabase::removeDatabase(name);
  return number;
}

/// A folder of its own for each test, and answers that are waited for.
class StoreTest : public QObject {
  Q_OBJECT

protected:
  void makeFolder() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = m_dir->filePath(QStringLiteral("data/audit"));
  }
  AuditStore::Options options(bool key = true) const {
    AuditStore::Options options;
    options.folder = m_folder;
    options.sensitiveKey = isSecret;
    if (key)
      options.key.bytes = QByteArray(32, 'k');
    return options;
  }
  template <typename T, typename Ask>
  Result<T> answer(Ask ask) {
    std::optional<Result<T>> got;
    ask(this, [&](Result<T> result) { got = std::move(result); });
    if (!QTest::qWaitFor([&] { return got.has_value(); }, 30'000))
      return fail(ErrorKind::Timeout, QStringLiteral("no answer"));
    return std::move(*got);
  }
  Result<std::vector<audit::Record>> list(AuditStore &store, const audit::RecordQuery &query = {}) {
    return answer<std::vector<audit::Record>>(
        [&](auto context, auto handler) { store.requestRecords(query, context, handler); });
  }
  Result<audit::Record> record(AuditStore &store, qint64 id) {
    return answer<audit::Record>(
        [&](auto context, auto handler) { store.requestRecord(id, context, handler); });
  }
  Result<audit::DraftPlace> save(AuditStore &store, const audit::Draft &draft) {
    return answer<audit::DraftPlace>(
        [&](auto context, auto handler) { store.saveDraft(draft, context, handler); });
  }
  Result<std::optional<audit::Draft>> draft(AuditStore &store) {
    return answer<std::optional<audit::Draft>>([&](auto context, auto handler) {
      store.requestDraft(QStringLiteral("p1"), {"", "orders"}, "7", context, handler);
    });
  }
  Result<audit::VerifyReport> verify(AuditStore &store) {
    return answer<audit::VerifyReport>(
        [&](auto context, auto handler) { store.requestVerify(context, handler); });
  }
  bool isWhole(AuditStore &store) {
    const auto report = verify(store);
    return report && report->fault == audit::VerifyReport::Fault::None;
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  QString m_folder;
};

} // namespace oxp::test
