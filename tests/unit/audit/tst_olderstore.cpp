// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store that an earlier program wrote is brought to the present schema when it is opened, with every record
// whole.
#include "storetest.h"

#include "audit/recordcodec.h"
#include "audit/runjournal.h"
#include "audit/verification.h"

#include <QCryptographicHash>
#include <QDir>

using namespace oxp;
using namespace oxp::test;
using audit::Record;
using Fault = audit::VerifyReport::Fault;

namespace {

constexpr int ApplicationId = 0x6f787031;
constexpr int Records = 3;

/// As the first schema was, word for word.
const QStringList &firstSchema() {
  static const QStringList statements{
      QStringLiteral("PRAGMA auto_vacuum=INCREMENTAL"),
      QStringLiteral("PRAGMA journal_mode=WAL"),
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
      QStringLiteral(
          "CREATE TABLE draft_base(id INTEGER PRIMARY KEY, sha1 BLOB, sealed INTEGER, bytes BLOB)"),
      QStringLiteral("CREATE TABLE draft_text(id INTEGER PRIMARY KEY, sealed INTEGER, bytes BLOB)"),
      QStringLiteral("CREATE TABLE probe(id INTEGER PRIMARY KEY, at INTEGER)"),
      QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId),
      QStringLiteral("PRAGMA user_version=1"),
  };
  return statements;
}

QByteArray chained(const QByteArray &previous, const QVariantList &values) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto add = [&hash](const QByteArray &bytes) {
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
  };
  add(previous);
  for (const QVariant &value : values)
    add(value.toByteArray());
  return hash.result();
}

QVariantList valuesOf(const Record &record) {
  return {record.at,
          record.who,
          record.profile,
          record.profileId,
          int(record.environment),
          record.queue.prefix,
          record.queue.name,
          record.jobId,
          record.jobTimestamp,
          record.operation,
          record.arguments,
          record.reason,
          record.revertOf,
          0,
          audit::encode({record.before, record.after, record.splices})};
}

} // namespace

class TstOlderStore : public StoreTest {
  Q_OBJECT

private slots:
  void init() {
    makeFolder();
    QVERIFY(QDir().mkpath(m_folder));
    writeFirstStore();
  }
  void itsRecordsStayWhole();
  void factsAreKeptFromThenOn();
  void factsCannotBePutInOrTakenOut();
  void aRunOfTheThirdSchemaGoesOn();
  void itIsReadAsItIs();

private:
  void writeFirstStore();
  void append(QSqlQuery &query, const Record &record);
  qint64 version() const { return numberOutside(m_folder, QStringLiteral("PRAGMA user_version")); }

  QByteArray m_last;
};

void TstOlderStore::writeFirstStore() {
  m_last.clear();
  const QString name = QStringLiteral("older");
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(m_folder + QStringLiteral("/audit.sqlite"));
    QVERIFY(database.open());
    QSqlQuery query(database);
    for (const QString &statement : firstSchema())
      QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    for (int i = 0; i < Records; ++i)
      append(query, sample(QByteArray::number(i), QByteArray::number(i + 1)));
  }
  QSqlDatabase::removeDatabase(name);
}

void TstOlderStore::append(QSqlQuery &query, const Record &record) {
  QVariantList values = valuesOf(record);
  const QByteArray hash = chained(m_last, values);
  values << (m_last.isNull() ? QByteArrayLiteral("") : m_last) << hash;
  QVERIFY(query.prepare(QStringLiteral(
      "INSERT INTO intent(at, who, profile, profile_id, environment, prefix, queue, job, "
      "job_timestamp, operation, arguments, reason, revert_of, sealed, payload, previous, hash) "
      "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")));
  for (const QVariant &value : values)
    query.addBindValue(value);
  QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
  m_last = hash;
}

void TstOlderStore::itsRecordsStayWhole() {
  AuditStore store(options());
  const auto records = list(store);
  QVERIFY(records);
  QCOMPARE(records->size(), size_t(Records));
  QCOMPARE(records->front().arguments, sample({}, {}).arguments);
  QCOMPARE(records->front().before->bytes, QByteArray::number(Records - 1));
  QVERIFY(records->front().facts.isEmpty());
  QVERIFY(isWhole(store));
  QCOMPARE(version(), 4);
}

void TstOlderStore::factsAreKeptFromThenOn() {
  AuditStore store(options());
  Record record = sample("1", "2");
  record.facts = "{\"client\":9}";
  const auto begun = store.begin(record);
  QVERIFY(begun && store.finish(begun->id, audit::Outcome::Done, nullptr));
  const auto read = this->record(store, begun->id);
  QVERIFY(read);
  QCOMPARE(read->facts, record.facts);
  QCOMPARE(read->arguments, record.arguments);
  QVERIFY(isWhole(store));
}

void TstOlderStore::factsCannotBePutInOrTakenOut() {
  const auto firstBad = [this](const char *sql) {
    for (const QString &statement :
         {QStringLiteral("DROP TRIGGER IF EXISTS intent_no_UPDATE"), QString::fromLatin1(sql)})
      if (execOutside(m_folder, statement).isValid())
        return qint64(-1);
    const auto report = audit::verifyStore(m_folder);
    return report && report->fault == Fault::Changed ? report->firstBad : 0;
  };
  {
    AuditStore store(options());
    Record record = sample("1", "2");
    record.facts = "{\"client\":9}";
    QVERIFY(store.begin(record));
  }
  QCOMPARE(firstBad("UPDATE intent SET facts='' WHERE id=2"), 2);
  QCOMPARE(firstBad("UPDATE intent SET facts=NULL WHERE id=2"), 0);
  QCOMPARE(firstBad("UPDATE intent SET facts=NULL WHERE id=4"), 4);
}

/// As the third schema was, word for word, with a run that was cut off.
void TstOlderStore::aRunOfTheThirdSchemaGoesOn() {
  for (const char *statement :
       {"ALTER TABLE intent ADD COLUMN facts BLOB",
        "CREATE TABLE run(id INTEGER PRIMARY KEY AUTOINCREMENT, state INTEGER NOT NULL, created_at INTEGER, "
        "ended_at INTEGER, profile_id TEXT, prefix BLOB, queue BLOB, operation BLOB, arguments BLOB, reason "
        "TEXT, "
        "record INTEGER)",
        "CREATE TABLE run_item(run INTEGER NOT NULL, seq INTEGER NOT NULL, job BLOB, job_timestamp BLOB, "
        "from_state INTEGER, state INTEGER NOT NULL, error_kind BLOB, error_code BLOB, facts BLOB, record "
        "INTEGER, "
        "at INTEGER, settled INTEGER, PRIMARY KEY(run, seq)) WITHOUT ROWID",
        "CREATE INDEX run_item_by_state ON run_item(run, state, seq)",
        "INSERT INTO run VALUES(7,1,5,0,'p',X'62756C6C',X'71',X'6A6F622E7265747279','{}','',1)",
        "INSERT INTO run_item VALUES(7,0,X'31',X'35',4,1,'','','{\"client\":3}',1,9,0)",
        "INSERT INTO run_item VALUES(7,1,X'32',X'36',4,0,'','','',0,0,0)", "PRAGMA user_version=3"})
    QVERIFY(!execOutside(m_folder, QLatin1String(statement)).isValid());
  AuditStore store(options());
  audit::RunJournal journal(store);
  const auto run = journal.run(7);
  QVERIFY(run);
  QCOMPARE(run->operation, QByteArray("job.retry"));
  const auto items = journal.items(7, {}, -1, 10);
  QVERIFY(items);
  QCOMPARE(items->size(), size_t(2));
  QCOMPARE(items->front().jobId, QByteArray("1"));
  QCOMPARE(items->front().state, audit::ItemState::UnderWay);
  QCOMPARE(items->front().record, 1);
  QCOMPARE(items->front().edited, 0);
  QVERIFY(journal.step(7, {.ends = {{.seq = 0, .record = 1}}}));
  QCOMPARE(journal.run(7)->counts[audit::ItemState::Done], 1);
  QCOMPARE(version(), 4);
}

/// Where nothing may be written, such as on a disk of others, the first schema is read and checked too.
void TstOlderStore::itIsReadAsItIs() {
  const auto report = audit::verifyStore(m_folder);
  QVERIFY(report);
  QCOMPARE(report->fault, Fault::None);
  QCOMPARE(report->records, Records);
  QCOMPARE(version(), 1);
}

QTEST_GUILESS_MAIN(TstOlderStore)
#include "tst_olderstore.moc"
