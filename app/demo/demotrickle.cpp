// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demotrickle.h"

#include "demo/demobatch.h"
#include "demo/demofailures.h"

#include <vector>

namespace oxp::demo {

/// A queue that has workers.
struct Line {
  const char *base;
  const char *jobName;
  QByteArray (*data)(Dice &dice, int number); ///< of what is added; null where nothing is
  int backlog;                                ///< the workers hurry while more than that waits
};

namespace {

QByteArray stockOf(Dice &dice, int) {
  return stockData(dice);
}

constexpr Line Lines[] = {
    {"bull:payments.capture", "capture", captureData, 20},
    {"bull:media.thumbnail", "thumbnail", imageData, 412},
    {"bull:shop.inventory", "adjust", stockOf, 60},
    {"bull:shop.orders", "place-order", orderData, 35},
    {"bull:media.encode", "encode", nullptr, 2},
    {"bull:shop.webhooks", "deliver", webhookData, 4},
    {"bull:shop.emails", "send", mailData, 2},
    {"bull:media.album", "publish", nullptr, 2},
};

/// In each script KEYS[1] is the queue's base; nothing else has access to this server's keys.
/// What the scripts share. `enqueue` follows BullMQ: while a queue is paused version 5 has its own list.
constexpr char Shared[] = R"lua(
local b = KEYS[1]
local function event(base, ...)
  redis.call('XADD', base .. ':events', 'MAXLEN', '~', 10000, '*', 'event', ...)
end
local function isPaused(base) return redis.call('HEXISTS', base .. ':meta', 'paused') == 1 end
local function enqueue(base, id, push)
  local paused = isPaused(base)
  local priority = tonumber(redis.call('HGET', base .. ':' .. id, 'priority') or '0')
  if priority > 0 then
    local counter = redis.call('INCR', base .. ':pc')
    redis.call('ZADD', base .. ':prioritized', priority * 4294967296 + counter % 4294967296, id)
  elseif paused and string.find(redis.call('HGET', base .. ':meta', 'version') or '', 'bullmq:5', 1, true) then
    redis.call(push, base .. ':paused', id)
  else
    redis.call(push, base .. ':wait', id)
  end
  if not paused then redis.call('ZADD', base .. ':marker', 0, '0') end
end
local function text(number) return string.format('%.0f', number) end
)lua";

/// ARGV: name, data, now.
constexpr char AddScript[] = R"lua(
local id = redis.call('INCR', b .. ':id')
redis.call('HSET', b .. ':' .. id, 'name', ARGV[1], 'data', ARGV[2],
  'opts', '{"attempts":3,"backoff":{"type":"exponential","delay":1000}}', 'timestamp', ARGV[3], 'delay', 0, 'priority', 0)
event(b, 'added', 'jobId', id, 'name', ARGV[1])
enqueue(b, id, 'LPUSH')
event(b, 'waiting', 'jobId', id)
)lua";

/// Workers take the next job, more of them while much is waiting. ARGV: now, worker, backlog.
constexpr char StartScript[] = R"lua(
local now = tonumber(ARGV[1])

-- As a worker does when it starts a scheduler's job: it makes the next one. A pattern here means once a day.
local function scheduleNext(job, id)
  local scheduler = redis.call('HGET', job, 'rjk')
  local last = scheduler and redis.call('ZSCORE', b .. ':repeat', scheduler)
  if not last then return end
  local record = b .. ':repeat:' .. scheduler
  local period = tonumber(redis.call('HGET', record, 'every') or '86400000')
  local due = tonumber(last) + period
  while due <= now do due = due + period end
  local nextId = 'repeat:' .. scheduler .. ':' .. text(due)
  if redis.call('EXISTS', b .. ':' .. nextId) == 1 then return end
  local opts = cjson.decode(redis.call('HGET', job, 'opts'))
  opts.jobId, opts.prevMillis, opts.delay = nextId, due, due - now
  local count = redis.call('HINCRBY', record, 'ic', 1)
  if opts['repeat'] then opts['repeat'].count = count end
  redis.call('ZADD', b .. ':repeat', text(due), scheduler)
  redis.call('HSET', b .. ':' .. nextId, 'name', redis.call('HGET', job, 'name'),
    'data', redis.call('HGET', record, 'data') or '{}', 'opts', cjson.encode(opts), 'timestamp', ARGV[1],
    'delay', text(due - now), 'priority', 0, 'rjk', scheduler)
  redis.call('ZADD', b .. ':delayed', text(due * 4096), nextId)
  event(b, 'added', 'jobId', nextId, 'name', redis.call('HGET', job, 'name'))
  event(b, 'delayed', 'jobId', nextId, 'delay', text(due))
end

local function startOne()
  local id = redis.call('RPOP', b .. ':wait') or redis.call('ZPOPMIN', b .. ':prioritized')[1]
  local job = id and b .. ':' .. id
  if not id or redis.call('EXISTS', job) == 0 then return end
  redis.call('LPUSH', b .. ':active', id)
  redis.call('SET', job .. ':lock', 'demo:' .. id, 'PX', 30000)
  redis.call('HSET', job, 'processedOn', ARGV[1], 'pb', ARGV[2])
  redis.call('HINCRBY', job, 'ats', 1)
  event(b, 'active', 'jobId', id, 'prev', 'waiting')
  scheduleNext(job, id)
end

if isPaused(b) then return end
if redis.call('LLEN', b .. ':active') < 4 and redis.call('LLEN', b .. ':wait') > 0 then startOne() end
while redis.call('LLEN', b .. ':wait') > tonumber(ARGV[3]) and redis.call('LLEN', b .. ':active') < 8 do startOne() end
)lua";

/// Every job at work keeps its lock; the newest gets a new progress. ARGV: percent, row for its log.
constexpr char AdvanceScript[] = R"lua(
for _, id in ipairs(redis.call('LRANGE', b .. ':active', 0, -1)) do
  redis.call('SET', b .. ':' .. id .. ':lock', 'demo:' .. id, 'PX', 30000)
end
local id = redis.call('LINDEX', b .. ':active', 0)
if not id then return end
redis.call('HSET', b .. ':' .. id, 'progress', ARGV[1])
redis.call('RPUSH', b .. ':' .. id .. ':logs', ARGV[2])
event(b, 'progress', 'jobId', id, 'data', ARGV[1])
)lua";

/// The jobs that have been at work for longest end: one, or more when many are. The first of them may fail.
/// ARGV: now, result, reason or '', stack as a JSON array.
constexpr char EndScript[] = R"lua(
-- The last child that ends lets its parent go on.
local function tellParent(job)
  local parent = redis.call('HGET', job, 'parentKey')
  if not parent or redis.call('SREM', parent .. ':dependencies', job) == 0 then return end
  redis.call('HSET', parent .. ':processed', job, ARGV[2])
  local base, id = string.match(parent, '^([^:]*:[^:]*):(.*)$')
  if redis.call('SCARD', parent .. ':dependencies') == 0 and redis.call('ZREM', base .. ':waiting-children', id) == 1 then
    enqueue(base, id, 'RPUSH')
    event(base, 'waiting', 'jobId', id, 'prev', 'waiting-children')
  end
end

local function endOne(reason)
  local id = redis.call('RPOP', b .. ':active')
  local job = id and b .. ':' .. id
  if not id then return end
  redis.call('DEL', job .. ':lock')
  if redis.call('EXISTS', job) == 0 then return end
  local made = redis.call('HINCRBY', job, 'atm', 1)
  redis.call('HSET', job, 'finishedOn', ARGV[1])
  if reason ~= '' and made == 1 and redis.call('HEXISTS', job, 'parentKey') == 0 then
    redis.call('HSET', job, 'failedReason', reason, 'stacktrace', ARGV[4])
    redis.call('ZADD', b .. ':failed', ARGV[1], id)
    event(b, 'failed', 'jobId', id, 'failedReason', reason, 'prev', 'active')
  else
    redis.call('HDEL', job, 'failedReason')
    redis.call('HSET', job, 'returnvalue', ARGV[2])
    redis.call('ZADD', b .. ':completed', ARGV[1], id)
    event(b, 'completed', 'jobId', id, 'returnvalue', ARGV[2], 'prev', 'active')
    tellParent(job)
  end
end

endOne(ARGV[3])
while redis.call('LLEN', b .. ':active') > 3 do endOne('') end
)lua";

/// Delayed jobs whose time has come. ARGV: now.
constexpr char PromoteScript[] = R"lua(
local due = (tonumber(ARGV[1]) + 1) * 4096 - 1
for _, id in ipairs(redis.call('ZRANGEBYSCORE', b .. ':delayed', 0, due, 'LIMIT', 0, 20)) do
  redis.call('ZREM', b .. ':delayed', id)
  redis.call('HSET', b .. ':' .. id, 'delay', 0)
  enqueue(b, id, 'LPUSH')
  event(b, 'waiting', 'jobId', id, 'prev', 'delayed')
end
)lua";

QByteArray script(const char *own) {
  return QByteArray(Shared) + own;
}

} // namespace

Command Trickle::addOne(const Line &line) {
  ++m_added;
  return Command::of("EVAL", script(AddScript), 1, line.base, line.jobName,
                     line.data(m_dice, 3000 + m_added % 6000), m_now);
}

Command Trickle::startSome(const Line &line) {
  return Command::of("EVAL", script(StartScript), 1, line.base, m_now,
                     m_dice.pick({"worker-1", "worker-2", "worker-3"}), line.backlog);
}

Command Trickle::advance(const Line &line) {
  const QByteArray percent = QByteArray::number(10 + m_dice.below(90));
  return Command::of("EVAL", script(AdvanceScript), 1, line.base, percent, "at " + percent + " %");
}

Command Trickle::endSome(const Line &line) {
  const Failure failure = m_dice.oneIn(9) ? captureFailure(m_dice) : Failure{};
  const QByteArray stacks = '[' + quoted(failure.stack) + ']';
  return Command::of("EVAL", script(EndScript), 1, line.base, m_now, "{\"ok\":true}", failure.reason, stacks);
}

bool Trickle::step(WriteSession &session, const std::stop_token &stop) {
  m_now = session.facts().clock.nowMs();
  const Line &line = Lines[m_turn % std::size(Lines)];
  ++m_turn;
  std::vector<Command> commands{advance(line),
                                Command::of("EVAL", script(PromoteScript), 1, line.base, m_now)};
  if (line.data)
    commands.push_back(addOne(line));
  // Where nothing is added the work is long: a film takes its time.
  if (line.data || m_dice.oneIn(10))
    commands.push_back(endSome(line));
  commands.push_back(startSome(line));
  return session.pipeline(commands, stop).has_value();
}

} // namespace oxp::demo
