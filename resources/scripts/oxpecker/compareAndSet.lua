-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Replaces one field of a job, its data or its options, if the job is still the one that was read, and tells the
-- queue's listeners.
--
-- KEYS[1] the job's hash   KEYS[2] the queue's events stream   KEYS[3] the queue's meta hash
-- ARGV[1] '1' when the field was there, '0' when not
-- ARGV[2] SHA-1 of what was read in it, lower-case hex (not looked at when ARGV[1] is '0')
-- ARGV[3] the job's `timestamp` as it was read, '' when it had none
-- ARGV[4] what is to be stored
-- ARGV[5] the job's id for the announcement, '' for none (Bull 4 has no stream)
-- ARGV[6] the field: `data` or `opts`
--
-- Returns {code, length}: 1 written; 0 changed by somebody else, length = bytes of what is there now, -1 when
-- the field is gone; -1 the job is gone; -2 another job bears this id now. An error reply means that nothing
-- was changed and nothing was announced.
--
-- Order: a command that is refused midway would leave what ran before it. So the right to HSET is tried with a
-- value that is already there, then the announcement goes out, then the data is written: nothing is announced
-- that is not written, and nothing is written that is not announced.
local job, events, meta = KEYS[1], KEYS[2], KEYS[3]
local wasPresent, wasSha1, wasTimestamp, newData, jobId = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local field = ARGV[6]

if redis.call('EXISTS', job) == 0 then
  return {-1, 0}
end

local timestamp = redis.call('HGET', job, 'timestamp')
if (timestamp or '') ~= wasTimestamp then
  return {-2, 0}
end

local data = redis.call('HGET', job, field)
if not data then
  if wasPresent == '1' then
    return {0, -1}
  end
elseif wasPresent ~= '1' or redis.sha1hex(data) ~= wasSha1 then
  return {0, #data}
end

-- EXISTS and XADD are one step here, so no stream is ever created, on servers without NOMKSTREAM as well.
if jobId ~= '' and redis.call('EXISTS', events) == 1 then
  if timestamp then
    redis.call('HSET', job, 'timestamp', timestamp)
  end
  local maxLen = redis.pcall('HGET', meta, 'opts.maxLenEvents')
  maxLen = type(maxLen) == 'string' and tonumber(maxLen) or 10000
  maxLen = math.max(0, math.floor(maxLen))
  redis.call('XADD', events, 'MAXLEN', '~', string.format('%d', maxLen), '*', 'event', 'data-updated', 'jobId', jobId)
end

redis.call('HSET', job, field, newData)
return {1, #newData}
