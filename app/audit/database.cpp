// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace oxp::audit {
namespace {

constexpr int SchemaVersion = 3;
constexpr int ApplicationId = 0x6f787031; // tells the file from other SQLite files

QStringList newFile() {
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
  };
}

// Rows that are there keep NULL, which their hashes do not know of.
QStringList factsApart() {
  return {QStringLiteral("ALTER TABLE intent ADD COLUMN facts BLOB")};
}

/// The journal of runs over many jobs.
QStringList runs() {
  return {
      QStringLiteral("CREATE TABLE run("
                     "id INTEGER PRIMARY KEY AUTOINCREMENT, state INTEGER NOT NULL, created_at INTEGER, "
                     "ended_at INTEGER, profile_id TEXT, prefix BLOB, queue BLOB, operation BLOB, "
                     "arguments BLOB, reason TEXT, record INTEGER)"),
      QStringLiteral("CREATE TABLE run_item("
                     "run INTEGER NOT NULL, seq INTEGER NOT NULL, job BLOB, job_timestamp BLOB, "
                     "from_state INTEGER, state INTEGER NOT NULL, error_kind BLOB, error_code BLOB, "
                     "facts BLOB, record INTEGER, at INTEGER, settled INTEGER, "
                     "PRIMARY KEY(run, seq)) WITHOUT ROWID"),
      QStringLiteral("CREATE INDEX run_item_by_state ON run_item(run, state, seq)"),
  };
}

/// From one version of the file to the newest; version 0 is a new file.
QStringList stepsFrom(int version) {
  constexpr std::array Steps = {newFile, factsApart, runs};
  static_assert(Steps.size() == SchemaVersion);
  QStringList statements;
  for (size_t step = size_t(version); step < Steps.size(); ++step)
    statements << Steps[step]();
  return statements << QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion);
}

} // namespace

Error databaseError(const QSqlError &error) {
  return {ErrorKind::AuditUnavailable, error.nativeErrorCode().toLatin1(), error.text()};
}

QVariant blob(const QByteArray &bytes) {
  return bytes.isNull() ? QByteArrayLiteral("") : bytes;
}

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

Result<void> Database::open(Access access) {
  if (m_open)
    return {};
  close();
  m_access = access;
  Result<void> ready = access == Access::ReadOnly ? openForReading() : openForWriting();
  if (ready)
    ready = noteVersion();
  if (ready)
    m_opened = fileId();
  else
    close();
  return ready;
}

Result<void> Database::noteVersion() {
  const Result<qint64> version = number(QStringLiteral("PRAGMA user_version"));
  if (!version)
    return fail(version.error());
  m_version = int(*version);
  return {};
}

Result<void> Database::connectTo(const QString &name, const QString &options) {
  QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
  database.setDatabaseName(name);
  database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000") + options);
  m_open = database.open();
  if (!m_open)
    return fail(databaseError(database.lastError()));
  return {};
}

Result<void> Database::openForWriting() {
  if (auto prepared = prepareFiles(); !prepared)
    return prepared;
  if (auto connected = connectTo(file(), {}); !connected)
    return connected;
  // Before anything is set in it: the file may be another program's.
  const Result<int> version = storedVersion();
  if (!version)
    return fail(version.error());
  const Result<void> ready =
      script({QStringLiteral("PRAGMA auto_vacuum=INCREMENTAL"), QStringLiteral("PRAGMA journal_mode=WAL"),
              QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA secure_delete=ON"),
              QStringLiteral("PRAGMA journal_size_limit=16000000")});
  if (!ready || *version == SchemaVersion)
    return ready;
  // Another window may have done it meanwhile.
  return transaction([this]() -> Result<void> {
    const Result<int> now = storedVersion();
    return now ? script(stepsFrom(*now)) : Result<void>(fail(now.error()));
  });
}

// A log beside the file wants a folder that can be written; where it cannot, the file alone is read.
Result<void> Database::openForReading() {
  if (!hasFile())
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("there is no file"), QByteArrayLiteral("file"));
  const auto readable = [this] {
    const auto head = run(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    return head ? Result<void>() : Result<void>(fail(head.error()));
  };
  Result<void> ready = connectTo(file(), QStringLiteral(";QSQLITE_OPEN_READONLY"));
  if (ready)
    ready = readable();
  if (ready)
    return ready;
  close();
  const QString address = QStringLiteral("file:") +
                          QString::fromLatin1(QUrl::toPercentEncoding(file(), "/")) +
                          QStringLiteral("?immutable=1");
  ready = connectTo(address, QStringLiteral(";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
  return ready ? readable() : ready;
}

std::optional<Database::FileId> Database::fileId() const {
  struct stat facts {};
  if (::stat(QFile::encodeName(file()).constData(), &facts) != 0)
    return std::nullopt;
  return FileId{facts.st_dev, facts.st_ino};
}

bool Database::isInPlace() const {
  return m_open && m_opened && fileId() == m_opened;
}

bool Database::hasFile() const {
  return QFileInfo(file()).size() > 0;
}

void Database::setFolder(const QString &folder) {
  close();
  m_folder = folder;
}

// SQLite finds the log of a file by its name, so all of them are named anew together, or none: a log that
// stayed behind would be taken for that of the next file.
Result<QString> Database::setAside() {
  close();
  const bool something = hasFile();
  const QString name =
      QStringLiteral("set-aside-%1.sqlite")
          .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz")));
  QStringList moved;
  for (const char *part : {"", "-wal", "-shm"}) {
    const QString end = QLatin1String(part);
    QFile old(file() + end);
    if (!old.exists())
      continue;
    if (!old.rename(m_folder + u'/' + name + end)) {
      for (const QString &back : moved)
        QFile::rename(m_folder + u'/' + name + back, file() + back);
      return fail(ErrorKind::AuditUnavailable, old.errorString(), QByteArrayLiteral("file"));
    }
    moved << end;
  }
  return something ? name : QString();
}

void Database::close() {
  m_open = false;
  m_kept.clear();
  m_opened.reset();
  if (!QSqlDatabase::contains(m_connection))
    return;
  QSqlDatabase::database(m_connection, false).close();
  QSqlDatabase::removeDatabase(m_connection);
}

Result<qint64> Database::number(const QString &sql) {
  auto query = run(sql);
  if (!query)
    return fail(query.error());
  return query->next() ? query->value(0).toLongLong() : 0;
}

/// 0 for a new file.
Result<int> Database::storedVersion() {
  const Result<qint64> version = number(QStringLiteral("PRAGMA user_version"));
  const Result<qint64> application = number(QStringLiteral("PRAGMA application_id"));
  const Result<qint64> tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
  for (const auto *read : {&version, &application, &tables}) {
    if (!*read)
      return fail(read->error());
  }
  if (*tables == 0)
    return 0;
  if (*application != ApplicationId)
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("the file belongs to another program"),
                QByteArrayLiteral("other"));
  if (*version > SchemaVersion)
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("the store is of a newer version"),
                QByteArrayLiteral("newer"));
  return static_cast<int>(*version);
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
    return fail(databaseError(query.lastError()));
  return query;
}

Result<QSqlQuery *> Database::runKept(const QString &sql, const QVariantList &values) {
  auto kept = m_kept.find(sql);
  if (kept == m_kept.end()) {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
      return fail(databaseError(query.lastError()));
    kept = m_kept.emplace(sql, std::move(query)).first;
  }
  QSqlQuery &query = kept->second;
  for (qsizetype i = 0; i < values.size(); ++i)
    query.bindValue(int(i), values[i]);
  if (!query.exec()) {
    const Error error = databaseError(query.lastError());
    query.finish();
    return fail(error);
  }
  return &query;
}

Result<Database::Done> Database::exec(const QString &sql, const QVariantList &values) {
  const auto query = runKept(sql, values);
  if (!query)
    return fail(query.error());
  const Done done{(*query)->numRowsAffected(), (*query)->lastInsertId().toLongLong()};
  (*query)->finish();
  return done;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values) {
  const auto query = runKept(sql, values);
  if (!query)
    return fail(query.error());
  const QVariant first = (*query)->next() ? (*query)->value(0) : QVariant();
  const QSqlError error = (*query)->lastError();
  (*query)->finish();
  return error.isValid() ? Result<QVariant>(fail(databaseError(error))) : first;
}

Result<void> Database::script(const QStringList &statements) {
  for (const QString &statement : statements) {
    if (auto done = run(statement); !done)
      return fail(done.error());
  }
  return {};
}

} // namespace oxp::audit
