// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/seeding.h"

#include <hiredis/hiredis.h>

namespace oxp::bench {
namespace {

constexpr int Slice = 1'000;
constexpr qint64 Epoch = 1'760'000'000'000;
constexpr qint64 DueIn = 10LL * 365 * 86'400'000; ///< ms: not while anything is measured
const QByteArray Trace =
    R"(["Error: Connection to payment gateway timed out\n    at Worker.process )"
    R"((/app/src/worker.js:118:17)\n    at async /app/node_modules/bullmq/worker.js:512"])";

QByteArray number(qint64 value) {
  return QByteArray::number(value);
}

QByteArray itemOf(quint64 seed) {
  const quint64 mixed = seed * 0x9E3779B97F4A7C15ULL;
  const QByteArray sku = number(qint64(mixed >> 20)).rightJustified(14, '0');
  return R"({"sku":")" + sku + R"(","qty":)" + number(qint64(mixed % 9 + 1)) +
         R"(,"price":12.50,"note":"handle with care"})";
}

/// Numbers differ from job to job, words from kind to kind.
QByteArray reasonOf(qint64 job) {
  static const QByteArray what[] = {"Connection to payment gateway", "Card", "Customer", "Shipment",
                                    "Invoice"};
  static const QByteArray how[] = {" timed out after ", " declined with code ",
                                   " not found: ", " is locked by job "};
  const int kind = failureKindOf(job);
  return what[kind % 5] + how[kind / 5] + number(job * 7'919 % 99'991);
}

/// Of three attempts, as BullMQ keeps them.
QByteArray stackOf(qint64 job, const QByteArray &reason) {
  const QByteArray line = number(100 + failureKindOf(job));
  const QByteArray one = "\"Error: " + reason + R"(\n    at Worker.process (/app/src/worker.js:)" + line +
                         R"(:17)\n    at async /app/node_modules/bullmq/dist/cjs/classes/worker.js:512:28")";
  return '[' + one + ',' + one + ',' + one + ']';
}

} // namespace

int failureKindOf(qint64 job) {
  return job % 3 == 0 ? 0 : int(job * job % 1'009 % FailureKinds);
}

struct Seeder::Link {
  redisContext *context = nullptr;
  ~Link() {
    if (context)
      redisFree(context);
  }
};

QByteArray orderIdOf(qint64 order) {
  return "ORD-" + number(order).rightJustified(8, '0');
}

qint64 centsOf(qint64 order) {
  constexpr qint64 Prime = 10'000'019;
  return order * 7'919 % Prime;
}

QByteArray orderOf(qint64 order, qsizetype size) {
  static const QByteArray statuses[] = {"new", "paid", "shipped"};
  const qint64 cents = centsOf(order);
  QByteArray text = R"({"orderId":")" + orderIdOf(order) + R"(","customerId":)" + number(order % 99'991) +
                    R"(,"email":"user)" + number(order) + R"(@example.test","amount":)" +
                    number(cents / 100) + '.' + number(cents % 100).rightJustified(2, '0') +
                    R"(,"currency":"EUR","status":")" + statuses[order % 3] + R"(","items":[)";
  for (quint64 i = 0; text.size() + 90 < size; ++i)
    text += (i ? "," : "") + itemOf(quint64(order) * 31 + i);
  return text + "]}";
}

QByteArray largePayload(qsizetype size, qint64 digits) {
  QByteArray text = R"({"number":)" + number(digits) + R"(,"rows":[)";
  text.reserve(size + 2'000);
  for (qint64 i = 1; i == 1 || text.size() < size; ++i)
    text += (i > 1 ? "," : "") + orderOf(i, std::min<qsizetype>(size, 1'000));
  return text + "]}";
}

Seeder::Seeder(const QString &socketPath)
    : m_link(std::make_unique<Link>()) {
  m_link->context = redisConnectUnix(socketPath.toLocal8Bit().constData());
  m_refused = !m_link->context || m_link->context->err;
}

Seeder::~Seeder() = default;

void Seeder::command(const std::vector<QByteArray> &words) {
  if (m_refused)
    return;
  std::vector<const char *> pointers;
  std::vector<size_t> lengths;
  for (const QByteArray &word : words) {
    pointers.push_back(word.constData());
    lengths.push_back(size_t(word.size()));
  }
  redisAppendCommandArgv(m_link->context, int(words.size()), pointers.data(), lengths.data());
  if (++m_pending >= Slice)
    drain();
}

void Seeder::drain() {
  for (; m_pending > 0 && !m_refused; --m_pending) {
    void *reply = nullptr;
    m_refused = redisGetReply(m_link->context, &reply) != REDIS_OK ||
                static_cast<redisReply *>(reply)->type == REDIS_REPLY_ERROR;
    freeReplyObject(reply);
  }
}

bool Seeder::finish() {
  drain();
  return !m_refused;
}

void Seeder::queue(const QByteArray &name) {
  command({"HSET", "bull:" + name + ":meta", "opts.maxLenEvents", "10000", "version", "bullmq:6.7.0"});
}

void Seeder::jobs(const QByteArray &queue, const QByteArray &state, qint64 first, qint64 count,
                  qsizetype size) {
  const QByteArray base = "bull:" + queue + ':';
  for (qint64 i = first; i < first + count; ++i) {
    const qint64 time = Epoch + i;
    std::vector<QByteArray> words{"HSET",      base + number(i),
                                  "name",      "order",
                                  "data",      orderOf(i, size),
                                  "opts",      R"({"attempts":3})",
                                  "timestamp", number(time),
                                  "delay",     "0",
                                  "priority",  "0"};
    const auto with = [&words](std::vector<QByteArray> more) {
      words.insert(words.end(), more.begin(), more.end());
    };
    if (state == "delayed")
      with({"delay", number(DueIn)});
    else if (state != "waiting")
      with({"processedOn", number(time + 50), "finishedOn", number(time + 100), "ats", "1", "atm", "1"});
    if (state == "failed")
      with({"failedReason", "Connection to payment gateway timed out", "stacktrace", Trace});
    if (state == "completed")
      with({"returnvalue", R"({"ok":true})"});
    command(words);
    if (state == "waiting")
      command({"LPUSH", base + "wait", number(i)});
    else if (state == "delayed") // in 4096ths of a millisecond, so that some can be due at once in order
      command({"ZADD", base + state, number((time + DueIn) * 4'096), number(i)});
    else
      command({"ZADD", base + state, number(time + 100), number(i)});
  }
  command({"SET", base + "id", number(first + count - 1)});
}

void Seeder::failures(const QByteArray &queue, qint64 count) {
  const QByteArray base = "bull:" + queue + ':';
  for (qint64 i = 1; i <= count; ++i) {
    const QByteArray reason = reasonOf(i), time = number(Epoch + i * 1'000);
    command({"HSET",         base + number(i),
             "name",         "order",
             "data",         orderOf(i),
             "opts",         R"({"attempts":3})",
             "timestamp",    number(Epoch),
             "delay",        "0",
             "priority",     "0",
             "processedOn",  time,
             "finishedOn",   time,
             "ats",          "3",
             "atm",          "3",
             "failedReason", reason,
             "stacktrace",   stackOf(i, reason)});
    command({"ZADD", base + "failed", time, number(i)});
  }
}

void Seeder::job(const QByteArray &queue, const QByteArray &id, const QByteArray &data) {
  const QByteArray base = "bull:" + queue + ':';
  command({"HSET", base + id, "name", "order", "data", data, "opts", R"({"attempts":3})", "timestamp",
           number(Epoch), "delay", "0", "priority", "0"});
  command({"LPUSH", base + "wait", id});
}

} // namespace oxp::bench
