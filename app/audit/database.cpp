// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUrl>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace oxp::audit {
namespace {

constexpr int SchemaVersion = 4;
constexpr int ApplicationId = 0x6f787031; // tells the file from other SQLite files

std::vector<QByteArray> newFile() {
  return {
      QByteArray(
          "CREATE TABLE intent("
          "id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT, profile TEXT, "
          "profile_id TEXT, environment INTEGER, prefix BLOB, queue BLOB, job BLOB, job_timestamp BLOB, "
          "operation BLOB, arguments BLOB, reason TEXT, revert_of INTEGER, sealed INTEGER, payload BLOB, "
          "previous BLOB, hash BLOB)"),
      "CREATE INDEX intent_of_job ON intent(profile_id, prefix, queue, job, id)",
      QByteArray("CREATE TABLE outcome("
                 "id INTEGER PRIMARY KEY AUTOINCREMENT, intent INTEGER NOT NULL, at INTEGER NOT NULL, "
                 "outcome INTEGER NOT NULL, error_kind BLOB, error_code BLOB, arguments BLOB, "
                 "previous BLOB, hash BLOB)"),
      "CREATE INDEX outcome_of_intent ON outcome(intent, id)",
      QByteArray("CREATE TABLE draft("
                 "id INTEGER PRIMARY KEY, profile_id TEXT, prefix BLOB, queue BLOB, job BLOB, "
                 "base_present INTEGER, base_timestamp BLOB, saved_at INTEGER, "
                 "UNIQUE(profile_id, prefix, queue, job))"),
      // In rows of their own, so that a new text does not write an unchanged base again.
      "CREATE TABLE draft_base(id INTEGER PRIMARY KEY, sha1 BLOB, sealed INTEGER, bytes BLOB)",
      "CREATE TABLE draft_text(id INTEGER PRIMARY KEY, sealed INTEGER, bytes BLOB)",
      "CREATE TABLE probe(id INTEGER PRIMARY KEY, at INTEGER)",
      "PRAGMA application_id=" + QByteArray::number(ApplicationId),
  };
}

// Rows that are there keep NULL, which their hashes do not know of.
std::vector<QByteArray> factsApart() {
  return {"ALTER TABLE intent ADD COLUMN facts BLOB"};
}

/// The journal of runs over many jobs.
std::vector<QByteArray> runs() {
  return {
      QByteArray("CREATE TABLE run("
                 "id INTEGER PRIMARY KEY AUTOINCREMENT, state INTEGER NOT NULL, created_at INTEGER, "
                 "ended_at INTEGER, profile_id TEXT, prefix BLOB, queue BLOB, operation BLOB, "
                 "arguments BLOB, reason TEXT, record INTEGER)"),
      QByteArray("CREATE TABLE run_item("
                 "run INTEGER NOT NULL, seq INTEGER NOT NULL, job BLOB, job_timestamp BLOB, "
                 "from_state INTEGER, state INTEGER NOT NULL, error_kind BLOB, error_code BLOB, "
                 "facts BLOB, record INTEGER, at INTEGER, settled INTEGER, "
                 "PRIMARY KEY(run, seq)) WITHOUT ROWID"),
      "CREATE INDEX run_item_by_state ON run_item(run, state, seq)",
  };
}

/// An edit with something done right after it; what settles a job stands in its record alone.
std::vector<QByteArray> editsBefore() {
  return {"ALTER TABLE run_item DROP COLUMN facts",
          "ALTER TABLE run_item ADD COLUMN edited INTEGER NOT NULL DEFAULT 0"};
}

/// From one version of the file to the newest; version 0 is a new file.
std::vector<QByteArray> stepsFrom(int version) {
  constexpr std::array Steps = {newFile, factsApart, runs, editsBefore};
  static_assert(Steps.size() == SchemaVersion);
  std::vector<QByteArray> statements;
  for (size_t step = size_t(version); step < Steps.size(); ++step) {
    for (QByteArray &statement : Steps[step]())
      statements.push_back(std::move(statement));
  }
  statements.push_back("PRAGMA user_version=" + QByteArray::number(SchemaVersion));
  return statements;
}

} // namespace

Database::Database(QString folder)
    : m_folder(std::move(folder)) {}

Database::~Database() = default;

void Database::Close::operator()(sqlite3 *database) const {
  sqlite3_close_v2(database);
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
  if (isOpen())
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
  const Result<qint64> version = number("PRAGMA user_version");
  if (!version)
    return fail(version.error());
  m_version = int(*version);
  return {};
}

Result<void> Database::connectTo(const QByteArray &name, int flags) {
  sqlite3 *opened = nullptr;
  const int code = sqlite3_open_v2(name.constData(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  m_database.reset(opened); // there is one to say what went wrong
  if (code != SQLITE_OK) {
    const Error error = databaseError(opened);
    close();
    return fail(error);
  }
  sqlite3_busy_timeout(opened, 2000);
  return {};
}

Result<void> Database::openForWriting() {
  if (auto prepared = prepareFiles(); !prepared)
    return prepared;
  if (auto connected = connectTo(QFile::encodeName(file()), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      !connected)
    return connected;
  // Before anything is set in it: the file may be another program's.
  const Result<int> version = storedVersion();
  if (!version)
    return fail(version.error());
  Result<void> ready =
      script({"PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
              "PRAGMA secure_delete=ON", "PRAGMA journal_size_limit=16000000"});
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
    const auto head = number("SELECT count(*) FROM sqlite_master");
    return head ? Result<void>() : Result<void>(fail(head.error()));
  };
  Result<void> ready = connectTo(QFile::encodeName(file()), SQLITE_OPEN_READONLY);
  if (ready)
    ready = readable();
  if (ready)
    return ready;
  close();
  const QByteArray address = "file:" + QUrl::toPercentEncoding(file(), "/") + "?immutable=1";
  ready = connectTo(address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  return ready ? readable() : ready;
}

std::optional<Database::FileId> Database::fileId() const {
  struct stat facts {};
  if (::stat(QFile::encodeName(file()).constData(), &facts) != 0)
    return std::nullopt;
  return FileId{facts.st_dev, facts.st_ino};
}

bool Database::isInPlace() const {
  return isOpen() && m_opened && fileId() == m_opened;
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
  m_kept.clear();
  m_database.reset();
  m_opened.reset();
}

/// 0 for a new file.
Result<int> Database::storedVersion() {
  const Result<qint64> version = number("PRAGMA user_version");
  const Result<qint64> application = number("PRAGMA application_id");
  const Result<qint64> tables = number("SELECT count(*) FROM sqlite_master");
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

Result<Statement *> Database::started(QByteArrayView sql, Values values) {
  const std::string_view text(sql.data(), size_t(sql.size()));
  auto kept = m_kept.find(text);
  if (kept == m_kept.end()) {
    auto prepared = Statement::prepare(m_database.get(), sql, true);
    if (!prepared)
      return fail(prepared.error());
    kept = m_kept.emplace(text, std::move(*prepared)).first;
  }
  if (auto bound = kept->second.bind(std::move(values)); !bound)
    return fail(bound.error());
  return &kept->second;
}

Result<Database::Done> Database::exec(QByteArrayView sql, Values values) {
  auto run = rows(sql, std::move(values), [](const Statement &) { return true; });
  if (!run)
    return fail(run.error());
  return Done{sqlite3_changes64(m_database.get()), sqlite3_last_insert_rowid(m_database.get())};
}

Result<void> Database::rows(QByteArrayView sql, Values values,
                            const std::function<bool(const Statement &row)> &take) {
  const auto statement = started(sql, std::move(values));
  if (!statement)
    return fail(statement.error());
  Result<bool> more = (*statement)->next();
  while (more && *more)
    more = take(**statement) ? (*statement)->next() : Result<bool>(false);
  (*statement)->finish();
  return more ? Result<void>() : Result<void>(fail(more.error()));
}

Result<std::optional<Value>> Database::value(QByteArrayView sql, Values values) {
  std::optional<Value> first;
  auto read = rows(sql, std::move(values), [&first](const Statement &row) {
    first = row.value(0);
    return false;
  });
  return read ? Result<std::optional<Value>>(std::move(first)) : fail(read.error());
}

Result<qint64> Database::number(QByteArrayView sql, Values values) {
  qint64 first = 0;
  auto read = rows(sql, std::move(values), [&first](const Statement &row) {
    first = row.number(0);
    return false;
  });
  return read ? Result<qint64>(first) : fail(read.error());
}

Result<void> Database::script(const std::vector<QByteArray> &statements) {
  for (const QByteArray &sql : statements) {
    auto statement = Statement::prepare(m_database.get(), sql, false);
    if (!statement)
      return fail(statement.error());
    Result<bool> more = statement->next();
    while (more && *more)
      more = statement->next();
    if (!more)
      return fail(more.error());
  }
  return {};
}

} // namespace oxp::audit
