// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demotrickle.h"

#include "demo/demobatch.h"

#include <vector>

namespace oxp::demo {

namespace {

/// The queues that have workers, with what is added to them.
struct Line {
  const char *base;
  const char *jobName;
  QByteArray (*data)(Dice &dice, int number);
};

QByteArray stockOf(Dice &dice, int) {
  return stockData(dice);
}

constexpr Line Lines[] = {
    {"bull:payments.capture", "capture", captureData}, {"bull:media.thumbnail", "thumbnail", imageData},
    {"bull:shop.inventory", "adjust", stockOf},        {"bull:shop.orders", "place-order", orderData},
    {"bull:shop.webhooks", "deliver", webhookData},
};

/// In each script KEYS[1] is the queue's base; nothing else has access to this server's keys.

/// ARGV: name, data, now.
constexpr char AddScript[] = R"lua(
local b = KEYS[1]
local id = redis.call('INCR', b .. ':id')
redis.call('HSET', b .. ':' .. id, 'name', ARGV[1], 'data', ARGV[2],
  'opts', '{"attempts":3,"backoff":{"type":"exponential","delay":1000}}', 'timestamp', ARGV[3], 'delay', 0, 'priority', 0)
redis.call('LPUSH', b .. ':wait', id)
redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'added', 'jobId', id, 'name', ARGV[1])
redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'waiting', 'jobId', id)
)lua";

/// A worker takes the next job, unless the queue is paused or three are at work. ARGV: now, worker.
constexpr char StartScript[] = R"lua(
local b = KEYS[1]
if redis.call('HEXISTS', b .. ':meta', 'paused') == 1 or redis.call('LLEN', b .. ':active') >= 4 then return end
local id = redis.call('RPOP', b .. ':wait')
if not id then return end
local job = b .. ':' .. id
if redis.call('EXISTS', job) == 0 then return end
redis.call('LPUSH', b .. ':active', id)
redis.call('SET', job .. ':lock', 'demo:' .. id, 'PX', 30000)
redis.call('HSET', job, 'processedOn', ARGV[1], 'pb', ARGV[2])
redis.call('HINCRBY', job, 'ats', 1)
redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'active', 'jobId', id, 'prev', 'waiting')
)lua";

/// Every job at work keeps its lock; the newest gets a new progress. ARGV: percent, row for its log.
constexpr char AdvanceScript[] = R"lua(
local b = KEYS[1]
for _, id in ipairs(redis.call('LRANGE', b .. ':active', 0, -1)) do
  redis.call('SET', b .. ':' .. id .. ':lock', 'demo:' .. id, 'PX', 30000)
end
local id = redis.call('LINDEX', b .. ':active', 0)
if not id then return end
redis.call('HSET', b .. ':' .. id, 'progress', ARGV[1])
redis.call('RPUSH', b .. ':' .. id .. ':logs', ARGV[2])
redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'progress', 'jobId', id, 'data', ARGV[1])
)lua";

/// The oldest job at work ends. ARGV: now, result, reason or '', stack as a JSON array.
constexpr char EndScript[] = R"lua(
local b = KEYS[1]
local id = redis.call('RPOP', b .. ':active')
if not id then return end
local job = b .. ':' .. id
redis.call('DEL', job .. ':lock')
if redis.call('EXISTS', job) == 0 then return end
local made = redis.call('HINCRBY', job, 'atm', 1)
if ARGV[3] ~= '' and made == 1 then
  redis.call('HSET', job, 'failedReason', ARGV[3], 'stacktrace', ARGV[4], 'finishedOn', ARGV[1])
  redis.call('ZADD', b .. ':failed', ARGV[1], id)
  redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'failed', 'jobId', id, 'failedReason', ARGV[3], 'prev', 'active')
else
  redis.call('HDEL', job, 'failedReason')
  redis.call('HSET', job, 'returnvalue', ARGV[2], 'finishedOn', ARGV[1])
  redis.call('ZADD', b .. ':completed', ARGV[1], id)
  redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'completed', 'jobId', id, 'returnvalue', ARGV[2], 'prev', 'active')
end
)lua";

/// Delayed jobs whose time has come. ARGV: now.
constexpr char PromoteScript[] = R"lua(
local b = KEYS[1]
for _, id in ipairs(redis.call('ZRANGEBYSCORE', b .. ':delayed', 0, tonumber(ARGV[1]) * 4096, 'LIMIT', 0, 20)) do
  redis.call('ZREM', b .. ':delayed', id)
  redis.call('HSET', b .. ':' .. id, 'delay', 0)
  redis.call('LPUSH', b .. ':wait', id)
  redis.call('XADD', b .. ':events', 'MAXLEN', '~', 10000, '*', 'event', 'waiting', 'jobId', id, 'prev', 'delayed')
end
)lua";

} // namespace

Command Trickle::addOne(const QByteArray &base) {
  for (const Line &line : Lines)
    if (base == line.base) {
      ++m_added;
      return Command::of("EVAL", AddScript, 1, base, line.jobName, line.data(m_dice, 3000 + m_added % 6000),
                         m_now);
    }
  return Command::of("PING");
}

Command Trickle::startOne(const QByteArray &base) {
  return Command::of("EVAL", StartScript, 1, base, m_now, m_dice.pick({"worker-1", "worker-2", "worker-3"}));
}

Command Trickle::advance(const QByteArray &base) {
  const QByteArray percent = QByteArray::number(10 + m_dice.below(90));
  return Command::of("EVAL", AdvanceScript, 1, base, percent, "at " + percent + " %");
}

Command Trickle::endOne(const QByteArray &base) {
  const Failure failure = m_dice.oneIn(9) ? captureFailure(m_dice) : Failure{};
  const QByteArray stacks = '[' + quoted(failure.stack) + ']';
  return Command::of("EVAL", EndScript, 1, base, m_now, "{\"ok\":true}", failure.reason, stacks);
}

bool Trickle::step(WriteSession &session, const std::stop_token &stop) {
  m_now = session.facts().clock.nowMs();
  const QByteArray base = Lines[m_turn % std::size(Lines)].base;
  std::vector<Command> commands{advance(base)};
  if (m_turn % 2 == 0)
    commands.push_back(addOne(base));
  commands.push_back(endOne(base));
  commands.push_back(startOne(base));
  commands.push_back(Command::of("EVAL", PromoteScript, 1, base, m_now));
  ++m_turn;
  return session.pipeline(commands, stop).has_value();
}

} // namespace oxp::demo
