// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/database.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oxp::audit {
namespace {

constexpr int SchemaVersion = 1;
constexpr int ApplicationId = 0x6f787031; // tells the file from other SQLite files

QStringList schema() {
  return {
      QStringLiteral(
          "CREATE TABLE intent("
          "id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT, profile TEXT, "
          "profile_id TEXT, environment INTEGER, prefix BLOB, queue BLOB, job BLOB, job_timestamp BLOB, "
          "operation BLOB, arguments BLOB, reason TEXT, revert_of INTEGER, sealed INTEGER, payload BLOB, "
          "previous BLOB, hash BLOB)"),
      QStringLiteral("CREATE INDEX intent_of_job ON intent(profile_id, prefix, queue, job, id)"),
      QStringLiteral("CREATE TABLE outcome("
                     "id INTEGER PRIMARY KEY AUTOINCREMENT, intent INTEGER NOT NULL, at INTEGER NOT NULL, "
                     "outcome INTEGER NOT NULL, error_kind BLOB, error_code BLOB, arguments BLOB, "
                     "previous BLOB, hash BLOB)"),
      QStringLiteral("CREATE INDEX outcome_of_intent ON outcome(intent, id)"),
      QStringLiteral("CREATE TABLE draft("
                     "id INTEGER PRIMARY KEY, profile_id TEXT, prefix BLOB, queue BLOB, job BLOB, "
                     "base_present INTEGER, base_timestamp BLOB, saved_at INTEGER, "
                     "UNIQUE(profile_id, prefix, queue, job))"),
      // In rows of their own, so that a new text does not write an unchanged base again.
      QStringLiteral(
          "CREATE TABLE draft_base(id INTEGER PRIMARY KEY, sha1 BLOB, sealed INTEGER, bytes BLOB)"),
      QStringLiteral("CREATE TABLE draft_text(id INTEGER PRIMARY KEY, sealed INTEGER, bytes BLOB)"),
      QStringLiteral("CREATE TABLE probe(id INTEGER PRIMARY KEY, at INTEGER)"),
      QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId),
      QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion),
  };
}

Error unavailable(const QSqlError &error) {
  return {ErrorKind::AuditUnavailable, error.nativeErrorCode().toLatin1(), error.text()};
}

} // namespace

Database::Database(QString folder)
    : m_folder(std::move(folder))
    , m_connection(QStringLiteral("audit-") + QUuid::createUuid().toString(QUuid::Id128)) {}

Database::~Database() {
  close();
}

// SQLite gives -wal and -shm the mode of the file itself, so making it 0600 first is enough and no umask,
// which would be the whole process's, has to change.
Result<void> Database::prepareFiles() const {
  const QByteArray folder = QFile::encodeName(m_folder);
  if (!QDir().mkpath(QFileInfo(m_folder).absolutePath()) ||
      (::mkdir(folder.constData(), 0700) != 0 && errno != EEXIST) || ::chmod(folder.constData(), 0700) != 0)
    return fail(ErrorKind::AuditUnavailable,
                QStringLiteral("the folder cannot be made: %1").arg(qt_error_string()),
                QByteArrayLiteral("folder"));
  const QByteArray file = folder + "/audit.sqlite";
  const int descriptor = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0 || ::fchmod(descriptor, 0600) != 0) {
    const QString why = qt_error_string();
    if (descriptor >= 0)
      ::close(descriptor);
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("the file cannot be opened: %1").arg(why),
                QByteArrayLiteral("file"));
  }
  ::close(descriptor);
  return {};
}

Result<void> Database::open() {
  if (m_open)
    return {};
  if (auto prepared = prepareFiles(); !prepared)
    return prepared;
  close();
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_folder + QStringLiteral("/audit.sqlite"));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database.open()) {
      const Error error = unavailable(database.lastError());
      return fail(error);
    }
  }
  m_open = true;
  Result<void> ready =
      script({QStringLiteral("PRAGMA auto_vacuum=INCREMENTAL"), QStringLiteral("PRAGMA journal_mode=WAL"),
              QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA secure_delete=ON"),
              QStringLiteral("PRAGMA journal_size_limit=16000000")});
  if (ready)
    ready = migrate();
  if (!ready)
    close();
  return ready;
}

void Database::close() {
  m_open = false;
  if (!QSqlDatabase::contains(m_connection))
    return;
  QSqlDatabase::database(m_connection, false).close();
  QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Database::migrate() {
  auto version = run(QStringLiteral("PRAGMA user_version"));
  if (!version)
    return fail(version.error());
  const int found = version->next() ? version->value(0).toInt() : 0;
  version->finish();
  if (found == SchemaVersion)
    return {};
  if (found > SchemaVersion)
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("the store is of a newer version"),
                QByteArrayLiteral("newer"));
  return transaction([this] { return script(schema()); });
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values) {
  QSqlQuery query(QSqlDatabase::database(m_connection, false));
  query.setForwardOnly(true);
  bool ok = query.prepare(sql);
  if (ok) {
    for (const QVariant &value : values)
      query.addBindValue(value);
    ok = query.exec();
  }
  if (!ok)
    return fail(unavailable(query.lastError()));
  return query;
}

Result<void> Database::script(const QStringList &statements) {
  for (const QString &statement : statements) {
    if (auto done = run(statement); !done)
      return fail(done.error());
  }
  return {};
}

} // namespace oxp::audit
