// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/historytable.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSqlError>

#include <utility>

namespace oxp::audit {
namespace {

constexpr qint64 ListPayload = 64 * 1024;
constexpr int Everything = -1;
constexpr int MostTried = 100'000; ///< rows of a damaged file that are looked for one by one
/// Rows of `probe` that tell with which number the kept rows begin.
constexpr int FirstIntentMark = 2, FirstOutcomeMark = 3;

const QString IntentColumns = QStringLiteral(
    "at, who, profile, profile_id, environment, prefix, queue, job, job_timestamp, operation, arguments, "
    "reason, revert_of, sealed, payload");
/// The last came with the second schema: the hash of a row knows of it where it is not NULL.
const QString IntentColumnsNow = IntentColumns + QStringLiteral(", facts");
const QString OutcomeColumns = QStringLiteral("intent, at, outcome, error_kind, error_code, arguments");

QByteArray chained(const QByteArray &previous, const QVariantList &values) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto add = [&hash](const QByteArray &bytes) { // NULL and empty are one
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
  };
  add(previous);
  for (const QVariant &value : values)
    add(value.toByteArray());
  return hash.result();
}

/// The new row's id.
Result<qint64> insert(Database &database, const QString &table, const QString &columns, QVariantList values,
                      const QByteArray &previous) {
  const QByteArray hash = chained(previous, values);
  values << previous << hash;
  const QString marks = QStringList(values.size(), QStringLiteral("?")).join(u',');
  const auto done = database.exec(
      QStringLiteral("INSERT INTO %1(%2, previous, hash) VALUES(%3)").arg(table, columns, marks), values);
  if (!done)
    return fail(done.error());
  return done->inserted;
}

} // namespace

HistoryTable::HistoryTable(Database &database, const Seal &seal, KeepRules rules)
    : m_database(database)
    , m_seal(seal)
    , m_rules(std::move(rules)) {}

Result<void> HistoryTable::guard() {
  QStringList statements;
  for (const char *table : {"intent", "outcome"}) {
    for (const char *verb : {"UPDATE", "DELETE"})
      statements << QStringLiteral("CREATE TRIGGER IF NOT EXISTS %1_no_%2 BEFORE %2 ON %1 "
                                   "BEGIN SELECT RAISE(ABORT, 'history is only added to'); END")
                        .arg(QLatin1String(table), QLatin1String(verb));
  }
  return m_database.script(statements);
}

/// A file of the first schema that cannot be written is read as it is.
bool HistoryTable::hasFacts() const {
  return m_database.version() >= 2;
}

Result<QByteArray> HistoryTable::lastHash(const QString &table) {
  const auto last =
      m_database.value(QStringLiteral("SELECT hash FROM %1 ORDER BY id DESC LIMIT 1").arg(table));
  if (!last)
    return fail(last.error());
  return last->isValid() ? last->toByteArray() : QByteArrayLiteral("");
}

Result<Begun> HistoryTable::begin(const Record &intent, const json::ScannedText *scanned) {
  return m_database.transaction([&] { return add(intent, scanned); });
}

Result<Begun> HistoryTable::add(const Record &intent, const json::ScannedText *scanned) {
  KeepRules rules = m_rules;
  rules.canSeal = m_seal.hasKey();
  const Keeping keeping = keep({intent.before, intent.after, intent.splices}, rules, scanned);
  Record kept;
  kept.operation = intent.operation;
  kept.before = keeping.payload.before;
  kept.after = keeping.payload.after;
  kept.splices = keeping.payload.splices;
  const bool preImage = holdsPreImage(kept);
  QByteArray payload = encode(keeping.payload);
  if (keeping.seal)
    payload = m_seal.close(payload);
  const auto previous = lastHash(QStringLiteral("intent"));
  if (!previous)
    return fail(previous.error());
  const QVariantList values = {intent.at,
                               intent.who,
                               intent.profile,
                               intent.profileId,
                               static_cast<int>(intent.environment),
                               blob(intent.queue.prefix),
                               blob(intent.queue.name),
                               blob(intent.jobId),
                               blob(intent.jobTimestamp),
                               blob(intent.operation),
                               blob(intent.arguments),
                               intent.reason,
                               intent.revertOf,
                               keeping.seal ? 1 : 0,
                               blob(payload),
                               blob(intent.facts)};
  const auto id = insert(m_database, QStringLiteral("intent"), IntentColumnsNow, values, *previous);
  if (!id)
    return fail(id.error());
  return Begun{*id, preImage};
}

Result<void> HistoryTable::finish(qint64 id, Outcome outcome, const Error *error,
                                  const QByteArray &arguments) {
  return m_database.transaction([&] { return end(id, outcome, error, arguments); });
}

Result<void> HistoryTable::end(qint64 id, Outcome outcome, const Error *error, const QByteArray &arguments) {
  const auto previous = lastHash(QStringLiteral("outcome"));
  if (!previous)
    return fail(previous.error());
  const QVariantList values = {id,
                               QDateTime::currentMSecsSinceEpoch(),
                               static_cast<int>(outcome),
                               error ? QByteArray(errorKindName(error->kind)) : QByteArrayLiteral(""),
                               blob(error ? error->code : QByteArray()),
                               blob(arguments)};
  const auto row = insert(m_database, QStringLiteral("outcome"), OutcomeColumns, values, *previous);
  return row ? Result<void>() : fail(row.error());
}

void HistoryTable::openPayload(Record &record, bool sealed, const QByteArray &bytes) const {
  const std::optional<QByteArray> plain = sealed ? m_seal.open(bytes) : bytes;
  if (std::optional<Payload> payload = plain ? decode(*plain) : std::nullopt) {
    record.before = std::move(payload->before);
    record.after = std::move(payload->after);
    record.splices = std::move(payload->splices);
    return;
  }
  KeptBytes closed;
  closed.left = true;
  closed.why = sealed ? QByteArrayLiteral("no-key") : QByteArrayLiteral("damaged");
  record.before = record.after = closed;
}

Result<std::vector<Record>> HistoryTable::select(const QString &where, const QVariantList &values, int limit,
                                                 qint64 payloadLimit) {
  // The newest outcome of an intent is the one that counts.
  const QString payload =
      payloadLimit == Everything
          ? QStringLiteral("i.payload")
          : QStringLiteral("CASE WHEN length(i.payload)<=%1 THEN i.payload END").arg(payloadLimit);
  auto query = m_database.run(
      QStringLiteral(
          "SELECT i.id, i.at, i.who, i.profile, i.profile_id, i.environment, i.prefix, i.queue, i.job, "
          "i.job_timestamp, i.operation, i.arguments, i.reason, i.revert_of, i.sealed, length(i.payload), "
          "%1, o.at, o.outcome, o.error_kind, o.error_code, o.arguments, %4 FROM intent i LEFT JOIN outcome "
          "o "
          "ON o.id=(SELECT max(id) FROM outcome WHERE intent=i.id) WHERE %2 ORDER BY i.id DESC LIMIT %3")
          .arg(payload, where)
          .arg(limit)
          .arg(hasFacts() ? QStringLiteral("i.facts") : QStringLiteral("NULL")),
      values);
  if (!query)
    return m_passOverDamage && limit > 1 ? selectReadable(where, values, limit, payloadLimit)
                                         : fail(query.error());
  std::vector<Record> records;
  while (query->next()) {
    int column = 0;
    const auto next = [&] { return query->value(column++); };
    Record record;
    record.id = next().toLongLong();
    record.at = next().toLongLong();
    record.who = next().toString();
    record.profile = next().toString();
    record.profileId = next().toString();
    record.environment = static_cast<Environment>(next().toInt());
    record.queue.prefix = next().toByteArray();
    record.queue.name = next().toByteArray();
    record.jobId = next().toByteArray();
    record.jobTimestamp = next().toByteArray();
    record.operation = next().toByteArray();
    record.arguments = next().toByteArray();
    record.reason = next().toString();
    record.revertOf = next().toLongLong();
    const bool sealed = next().toBool();
    record.payloadBytes = next().toLongLong();
    if (const QVariant bytes = next(); !bytes.isNull())
      openPayload(record, sealed, bytes.toByteArray());
    record.endedAt = next().toLongLong();
    if (const QVariant outcome = next(); !outcome.isNull())
      record.outcome = static_cast<Outcome>(outcome.toInt());
    record.errorKind = next().toByteArray();
    record.errorCode = next().toByteArray();
    if (const QByteArray arguments = next().toByteArray(); !arguments.isEmpty())
      record.arguments = arguments;
    record.facts = next().toByteArray();
    records.push_back(std::move(record));
  }
  // A row that cannot be read ends the loop like the last one.
  if (!query->lastError().isValid())
    return records;
  return m_passOverDamage && limit > 1 ? selectReadable(where, values, limit, payloadLimit)
                                       : fail(databaseError(query->lastError()));
}

/// One by one, each by its number: a page that is damaged then hides its own rows only.
Result<std::vector<Record>> HistoryTable::selectReadable(const QString &where, const QVariantList &values,
                                                         int limit, qint64 payloadLimit) {
  const auto newest = lastNumber(QStringLiteral("intent"));
  qint64 id = newest ? *newest : MostTried;
  std::vector<Record> records;
  for (int tried = 0; id > 0 && tried < MostTried && static_cast<int>(records.size()) < limit;
       --id, ++tried) {
    auto one = select(QStringLiteral("(%1) AND i.id=%2").arg(where).arg(id), values, 1, payloadLimit);
    if (one && !one->empty())
      records.push_back(std::move(one->front()));
  }
  return records;
}

Result<std::vector<Record>> HistoryTable::list(const RecordQuery &query) {
  QStringList where = {QStringLiteral("1")};
  QVariantList values;
  const auto also = [&](const char *condition, const QVariant &value) {
    where << QLatin1String(condition);
    values << value;
  };
  if (!query.profileId.isEmpty())
    also("i.profile_id=?", query.profileId);
  if (query.queue) {
    also("i.prefix=?", blob(query.queue->prefix));
    also("i.queue=?", blob(query.queue->name));
  }
  if (!query.jobId.isEmpty())
    also("i.job=?", query.jobId);
  if (query.beforeId > 0)
    also("i.id<?", query.beforeId);
  return select(where.join(QStringLiteral(" AND ")), values, query.limit, ListPayload);
}

Result<Record> HistoryTable::record(qint64 id) {
  auto found = select(QStringLiteral("i.id=?"), {id}, 1, Everything);
  if (!found)
    return fail(found.error());
  if (found->empty())
    return fail(ErrorKind::NotFound, QStringLiteral("no record %1").arg(id), QByteArrayLiteral("record"));
  return std::move(found->front());
}

Result<std::vector<Record>> HistoryTable::unsettled(const QString &profileId) {
  return select(QStringLiteral("i.profile_id=? AND (o.outcome IS NULL OR o.outcome IN (%1,%2))")
                    .arg(static_cast<int>(Outcome::Intent))
                    .arg(static_cast<int>(Outcome::Unknown)),
                {profileId}, 1000, Everything);
}

Result<qint64> HistoryTable::lastNumber(const QString &table) {
  return m_database.number(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name='%1'").arg(table));
}

Result<RowNumbers> HistoryTable::newest() {
  const auto intent = lastNumber(QStringLiteral("intent")), outcome = lastNumber(QStringLiteral("outcome"));
  if (!intent || !outcome)
    return fail((intent ? outcome : intent).error());
  return RowNumbers{*intent, *outcome};
}

Result<VerifyReport> HistoryTable::verify() {
  VerifyReport report;
  for (const char *table : {"outcome", "intent"}) { // what is counted in the end are the intents
    report.records = 0;
    if (auto checked = verifyTable(QLatin1String(table), report); !checked)
      return fail(checked.error());
    if (report.fault != VerifyReport::Fault::None)
      break;
  }
  return report;
}

Result<void> HistoryTable::verifyTable(const QString &table, VerifyReport &report) {
  using Fault = VerifyReport::Fault;
  const bool withFacts = table == u"intent" && hasFacts();
  const QString &ofIntents = withFacts ? IntentColumnsNow : IntentColumns;
  const QString &columns = table == u"intent" ? ofIntents : OutcomeColumns;
  const int mark = table == u"intent" ? FirstIntentMark : FirstOutcomeMark;
  const auto kept = m_database.number(QStringLiteral("SELECT at FROM probe WHERE id=%1").arg(mark));
  const auto given = lastNumber(table);
  if (!kept || !given)
    return fail((kept ? given : kept).error());
  auto query =
      m_database.run(QStringLiteral("SELECT id, previous, hash, %1 FROM %2 ORDER BY id").arg(columns, table));
  if (!query)
    return fail(query.error());
  const int count = static_cast<int>(columns.count(u',')) + 1;
  const auto bad = [&](Fault fault, qint64 id) {
    report.fault = fault;
    report.firstBad = id;
    return Result<void>();
  };
  std::optional<QByteArray> expected; // the oldest row's predecessor may have been dropped by the limits
  qint64 last = 0;
  while (query->next()) {
    QVariantList values;
    for (int i = 0; i < count; ++i)
      values << query->value(3 + i);
    if (withFacts && values.last().isNull())
      values.removeLast(); // of the first schema
    const qint64 id = query->value(0).toLongLong();
    const QByteArray previous = query->value(1).toByteArray(), hash = query->value(2).toByteArray();
    if (!expected && *kept > 0 && id != *kept)
      return bad(Fault::Missing, *kept);
    if ((expected && *expected != previous) || chained(previous, values) != hash)
      return bad(Fault::Changed, id);
    expected = hash;
    last = id;
    ++report.records;
  }
  if (query->lastError().isValid())
    return fail(databaseError(query->lastError()));
  // Nothing at all is right where the limits have dropped everything.
  if (last != *given && !(last == 0 && *kept > *given))
    return bad(Fault::Missing, last + 1);
  return {};
}

Result<qint64> HistoryTable::firstToKeep(const Limits &limits, qint64 now) {
  constexpr qint64 Day = 86'400'000;
  auto query =
      m_database.run(QStringLiteral("SELECT id, at, length(payload)+500 FROM intent ORDER BY id DESC"));
  if (!query)
    return fail(query.error());
  qint64 first = 0, bytes = 0;
  while (query->next()) {
    bytes += query->value(2).toLongLong();
    if (bytes > limits.storeBytes || query->value(1).toLongLong() < now - limits.keepDays * Day)
      return first == 0 ? query->value(0).toLongLong() + 1 : first;
    first = query->value(0).toLongLong();
  }
  if (query->lastError().isValid())
    return fail(databaseError(query->lastError()));
  return 0;
}

/// Where the chains begin now, so that a row taken off their front can be told from one that was dropped.
Result<void> HistoryTable::notePruned(qint64 firstIntent) {
  const auto outcome = m_database.number(QStringLiteral("SELECT min(id) FROM outcome"));
  const auto given = lastNumber(QStringLiteral("outcome"));
  if (!outcome || !given)
    return fail((outcome ? given : outcome).error());
  const qint64 firstOutcome = *outcome > 0 ? *outcome : *given + 1;
  for (const auto &[mark, first] :
       {std::pair{FirstIntentMark, firstIntent}, {FirstOutcomeMark, firstOutcome}}) {
    if (auto noted = m_database.run(QStringLiteral("INSERT OR REPLACE INTO probe(id, at) VALUES(?, ?)"),
                                    {mark, first});
        !noted)
      return fail(noted.error());
  }
  return {};
}

Result<void> HistoryTable::prune(const Limits &limits, qint64 now) {
  const auto first = firstToKeep(limits, now);
  if (!first)
    return fail(first.error());
  if (*first == 0)
    return {};
  const Result<void> dropped = m_database.transaction([&]() -> Result<void> {
    if (auto off = m_database.script({QStringLiteral("DROP TRIGGER IF EXISTS intent_no_DELETE"),
                                      QStringLiteral("DROP TRIGGER IF EXISTS outcome_no_DELETE")});
        !off)
      return off;
    // From the front only: a row taken out of the middle would break the chain of hashes.
    if (auto done = m_database.run(
            QStringLiteral("DELETE FROM outcome WHERE id<(SELECT coalesce(min(id), 9223372036854775807) "
                           "FROM outcome WHERE intent>=?)"),
            {*first});
        !done)
      return fail(done.error());
    if (auto done = m_database.run(QStringLiteral("DELETE FROM intent WHERE id<?"), {*first}); !done)
      return fail(done.error());
    if (auto noted = notePruned(*first); !noted)
      return noted;
    return guard();
  });
  if (!dropped)
    return dropped;
  auto shrunk = m_database.run(QStringLiteral("PRAGMA incremental_vacuum"));
  while (shrunk && shrunk->next()) {
  } // a page a step
  return {};
}

} // namespace oxp::audit
