// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/historytable.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <utility>

namespace oxp::audit {
namespace {

constexpr qint64 ListPayload = 65'536;
constexpr int Everything = -1;
constexpr int MostTried = 100'000; ///< rows of a damaged file that are looked for one by one
/// Rows of `probe` that tell with which number the kept rows begin.
constexpr int FirstIntentMark = 2, FirstOutcomeMark = 3;

const QByteArray IntentColumns =
    "at, who, profile, profile_id, environment, prefix, queue, job, job_timestamp, operation, arguments, "
    "reason, revert_of, sealed, payload";
/// The last came with the second schema: the hash of a row knows of it where it is not NULL.
const QByteArray IntentColumnsNow = IntentColumns + ", facts";
const QByteArray OutcomeColumns = "intent, at, outcome, error_kind, error_code, arguments";

QByteArray insertInto(const QByteArray &table, const QByteArray &columns) {
  const auto count = columns.count(',') + 1;
  return "INSERT INTO " + table + "(" + columns + ", previous, hash) VALUES(" +
         QByteArray("?,").repeated(count) + "?,?)";
}
const QByteArray InsertIntent = insertInto("intent", IntentColumnsNow);
const QByteArray InsertOutcome = insertInto("outcome", OutcomeColumns);

QByteArray chained(const QByteArray &previous, const Values &values) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto add = [&hash](const QByteArray &bytes) { // NULL and empty are one
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
  };
  add(previous);
  for (const Value &value : values)
    add(value.bytes());
  return hash.result();
}

} // namespace

HistoryTable::HistoryTable(Database &database, const Seal &seal, KeepRules rules)
    : m_database(database)
    , m_seal(seal)
    , m_rules(std::move(rules)) {}

Result<void> HistoryTable::guard() {
  std::vector<QByteArray> statements;
  for (const QByteArray table : {"intent", "outcome"}) {
    for (const QByteArray verb : {"UPDATE", "DELETE"})
      statements.push_back("CREATE TRIGGER IF NOT EXISTS " + table + "_no_" + verb + " BEFORE " + verb +
                           " ON " + table + " BEGIN SELECT RAISE(ABORT, 'history is only added to'); END");
  }
  return m_database.script(statements);
}

/// A file of the first schema that cannot be written is read as it is.
bool HistoryTable::hasFacts() const {
  return m_database.version() >= 2;
}

/// Adds a row to a chain; its id. Only the first row of a transaction has to look what the last one is.
Result<qint64> HistoryTable::insert(Chain &chain, const QByteArray &sql, Values values) {
  if (chain.transaction != m_database.transactionNumber()) {
    const auto last = m_database.value(chain.lastHash);
    if (!last)
      return fail(last.error());
    chain.hash = *last ? (*last)->bytes() : QByteArray();
    chain.transaction = m_database.transactionNumber();
  }
  const QByteArray hash = chained(chain.hash, values);
  values.emplace_back(chain.hash);
  values.emplace_back(hash);
  const auto done = m_database.exec(sql, std::move(values));
  if (!done)
    return fail(done.error());
  chain.hash = hash;
  return done->inserted;
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
  const auto id =
      insert(m_intents, InsertIntent,
             {intent.at, intent.who, intent.profile, intent.profileId, static_cast<int>(intent.environment),
              intent.queue.prefix, intent.queue.name, intent.jobId, intent.jobTimestamp, intent.operation,
              intent.arguments, intent.reason, intent.revertOf, keeping.seal, payload, intent.facts});
  if (!id)
    return fail(id.error());
  return Begun{*id, preImage};
}

Result<void> HistoryTable::finish(qint64 id, Outcome outcome, const Error *error,
                                  const QByteArray &arguments) {
  return m_database.transaction([&] { return end(id, outcome, error, arguments); });
}

Result<void> HistoryTable::end(qint64 id, Outcome outcome, const Error *error, const QByteArray &arguments) {
  const auto row = insert(m_outcomes, InsertOutcome,
                          {id, QDateTime::currentMSecsSinceEpoch(), static_cast<int>(outcome),
                           error ? QByteArray(errorKindName(error->kind)) : QByteArray(),
                           error ? error->code : QByteArray(), arguments});
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

Record HistoryTable::recordOf(const Statement &row) const {
  int column = 0;
  const auto number = [&] { return row.number(column++); };
  const auto text = [&] { return row.text(column++); };
  const auto bytes = [&] { return row.bytes(column++); };
  Record record;
  record.id = number();
  record.at = number();
  record.who = text();
  record.profile = text();
  record.profileId = text();
  record.environment = static_cast<Environment>(number());
  record.queue.prefix = bytes();
  record.queue.name = bytes();
  record.jobId = bytes();
  record.jobTimestamp = bytes();
  record.operation = bytes();
  record.arguments = bytes();
  record.reason = text();
  record.revertOf = number();
  const bool sealed = number() != 0;
  record.payloadBytes = number();
  if (const bool left = row.isNull(column); !left)
    openPayload(record, sealed, row.bytes(column));
  ++column;
  record.endedAt = number();
  if (const bool open = row.isNull(column); !open)
    record.outcome = static_cast<Outcome>(row.number(column));
  ++column;
  record.errorKind = bytes();
  record.errorCode = bytes();
  if (const QByteArray arguments = bytes(); !arguments.isEmpty())
    record.arguments = arguments;
  record.facts = bytes();
  return record;
}

Result<std::vector<Record>> HistoryTable::select(const QByteArray &where, const Values &values, int limit,
                                                 qint64 payloadLimit) {
  // The newest outcome of an intent is the one that counts.
  const QByteArray payload =
      payloadLimit == Everything
          ? QByteArray("i.payload")
          : "CASE WHEN length(i.payload)<=" + QByteArray::number(payloadLimit) + " THEN i.payload END";
  const QByteArray sql =
      "SELECT i.id, i.at, i.who, i.profile, i.profile_id, i.environment, i.prefix, i.queue, i.job, "
      "i.job_timestamp, i.operation, i.arguments, i.reason, i.revert_of, i.sealed, length(i.payload), " +
      payload + ", o.at, o.outcome, o.error_kind, o.error_code, o.arguments, " +
      (hasFacts() ? "i.facts" : "NULL") +
      " FROM intent i LEFT JOIN outcome o ON o.id=(SELECT max(id) FROM outcome WHERE intent=i.id) WHERE " +
      where + " ORDER BY i.id DESC LIMIT ?";
  std::vector<Record> records;
  Values given = values;
  given.emplace_back(limit);
  const auto read = m_database.rows(sql, std::move(given), [&](const Statement &row) {
    records.push_back(recordOf(row));
    return true;
  });
  if (read)
    return records;
  return m_passOverDamage && limit > 1 ? selectReadable(where, values, limit, payloadLimit)
                                       : fail(read.error());
}

/// One by one, each by its number: a page that is damaged then hides its own rows only.
Result<std::vector<Record>> HistoryTable::selectReadable(const QByteArray &where, const Values &values,
                                                         int limit, qint64 payloadLimit) {
  const auto newest = lastNumber("intent");
  qint64 id = newest ? *newest : MostTried;
  std::vector<Record> records;
  for (int tried = 0; id > 0 && tried < MostTried && static_cast<int>(records.size()) < limit;
       --id, ++tried) {
    Values given = values;
    given.emplace_back(id);
    auto one = select("(" + where + ") AND i.id=?", given, 1, payloadLimit);
    if (one && !one->empty())
      records.push_back(std::move(one->front()));
  }
  return records;
}

Result<std::vector<Record>> HistoryTable::list(const RecordQuery &query) {
  QByteArray where = "1";
  Values values;
  const auto also = [&](const char *condition, Value value) {
    where += QByteArray(" AND ") + condition;
    values.push_back(std::move(value));
  };
  if (!query.profileId.isEmpty())
    also("i.profile_id=?", query.profileId);
  if (query.queue) {
    also("i.prefix=?", query.queue->prefix);
    also("i.queue=?", query.queue->name);
  }
  if (!query.jobId.isEmpty())
    also("i.job=?", query.jobId);
  if (query.beforeId > 0)
    also("i.id<?", query.beforeId);
  return select(where, values, query.limit, ListPayload);
}

Result<Record> HistoryTable::record(qint64 id) {
  auto found = select("i.id=?", {id}, 1, Everything);
  if (!found)
    return fail(found.error());
  if (found->empty())
    return fail(ErrorKind::NotFound, QStringLiteral("no record %1").arg(id), QByteArrayLiteral("record"));
  return std::move(found->front());
}

Result<std::vector<Record>> HistoryTable::unsettled(const QString &profileId) {
  return select("i.profile_id=? AND (o.outcome IS NULL OR o.outcome IN (?,?))",
                {profileId, static_cast<int>(Outcome::Intent), static_cast<int>(Outcome::Unknown)}, 1000,
                Everything);
}

Result<qint64> HistoryTable::lastNumber(const QByteArray &table) {
  return m_database.number("SELECT seq FROM sqlite_sequence WHERE name=?", {Value::ofText(table)});
}

Result<RowNumbers> HistoryTable::newest() {
  const auto intent = lastNumber("intent"), outcome = lastNumber("outcome");
  if (!intent || !outcome)
    return fail((intent ? outcome : intent).error());
  return RowNumbers{*intent, *outcome};
}

Result<VerifyReport> HistoryTable::verify() {
  VerifyReport report;
  for (const char *table : {"outcome", "intent"}) { // what is counted in the end are the intents
    report.records = 0;
    if (auto checked = verifyTable(table, report); !checked)
      return fail(checked.error());
    if (report.fault != VerifyReport::Fault::None)
      break;
  }
  return report;
}

Result<void> HistoryTable::verifyTable(const QByteArray &table, VerifyReport &report) {
  using Fault = VerifyReport::Fault;
  const bool ofIntents = table == "intent";
  const bool withFacts = ofIntents && hasFacts();
  const QByteArray columns = !ofIntents ? OutcomeColumns : withFacts ? IntentColumnsNow : IntentColumns;
  const auto kept =
      m_database.number("SELECT at FROM probe WHERE id=?", {ofIntents ? FirstIntentMark : FirstOutcomeMark});
  const auto given = lastNumber(table);
  if (!kept || !given)
    return fail((kept ? given : kept).error());
  const int count = static_cast<int>(columns.count(',')) + 1;
  const auto bad = [&](Fault fault, qint64 id) {
    report.fault = fault;
    report.firstBad = id;
    return false;
  };
  std::optional<QByteArray> expected; // the oldest row's predecessor may have been dropped by the limits
  qint64 last = 0;
  const auto read =
      m_database.rows("SELECT id, previous, hash, " + columns + " FROM " + table + " ORDER BY id", {},
                      [&](const Statement &row) {
                        Values values;
                        for (int i = 0; i < count; ++i)
                          values.push_back(row.value(3 + i));
                        if (withFacts && values.back().isNull())
                          values.pop_back(); // of the first schema
                        const qint64 id = row.number(0);
                        const QByteArray previous = row.bytes(1), hash = row.bytes(2);
                        if (!expected && *kept > 0 && id != *kept)
                          return bad(Fault::Missing, *kept);
                        if ((expected && *expected != previous) || chained(previous, values) != hash)
                          return bad(Fault::Changed, id);
                        expected = hash;
                        last = id;
                        ++report.records;
                        return true;
                      });
  if (!read || report.fault != Fault::None)
    return read;
  // Nothing at all is right where the limits have dropped everything.
  if (last != *given && !(last == 0 && *kept > *given))
    bad(Fault::Missing, last + 1);
  return {};
}

Result<qint64> HistoryTable::firstToKeep(const Limits &limits, qint64 now) {
  constexpr qint64 Day = 86'400'000;
  qint64 first = 0, bytes = 0;
  bool beyond = false;
  auto read = m_database.rows(
      "SELECT id, at, length(payload)+500 FROM intent ORDER BY id DESC", {}, [&](const Statement &row) {
        bytes += row.number(2);
        beyond = bytes > limits.storeBytes || row.number(1) < now - limits.keepDays * Day;
        if (!beyond)
          first = row.number(0);
        else if (first == 0)
          first = row.number(0) + 1;
        return !beyond;
      });
  if (!read)
    return fail(read.error());
  return beyond ? first : 0;
}

/// Where the chains begin now, so that a row taken off their front can be told from one that was dropped.
Result<void> HistoryTable::notePruned(qint64 firstIntent) {
  const auto outcome = m_database.number("SELECT min(id) FROM outcome");
  const auto given = lastNumber("outcome");
  if (!outcome || !given)
    return fail((outcome ? given : outcome).error());
  const qint64 firstOutcome = *outcome > 0 ? *outcome : *given + 1;
  for (const auto &[mark, first] :
       {std::pair{FirstIntentMark, firstIntent}, {FirstOutcomeMark, firstOutcome}}) {
    if (auto noted = m_database.exec("INSERT OR REPLACE INTO probe(id, at) VALUES(?, ?)", {mark, first});
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
  Result<void> dropped = m_database.transaction([&]() -> Result<void> {
    if (auto off = m_database.script(
            {"DROP TRIGGER IF EXISTS intent_no_DELETE", "DROP TRIGGER IF EXISTS outcome_no_DELETE"});
        !off)
      return off;
    // From the front only: a row taken out of the middle would break the chain of hashes.
    if (auto done =
            m_database.exec("DELETE FROM outcome WHERE id<(SELECT coalesce(min(id), 9223372036854775807) "
                            "FROM outcome WHERE intent>=?)",
                            {*first});
        !done)
      return fail(done.error());
    if (auto done = m_database.exec("DELETE FROM intent WHERE id<?", {*first}); !done)
      return fail(done.error());
    if (auto noted = notePruned(*first); !noted)
      return noted;
    return guard();
  });
  if (!dropped)
    return dropped;
  (void)m_database.script(
      {"PRAGMA incremental_vacuum"}); // what it cannot give back now, it does the next time
  return {};
}

} // namespace oxp::audit
