-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Says which of some jobs a search has to look at, so that only those payloads travel. Reads only, and never
-- longer than it was given: a payload that would take long is passed on unread.
--   KEYS[1]  <queue>:meta, for the slot
--   ARGV[1]  the key of a job without its id; ARGV[2] milliseconds; ARGV[3] the largest payload to look at, bytes,
--            (and the measure of what is looked at in one go)
--   ARGV[4]  the test (search/prefilter.h) as JSON; ARGV[5…] ids
-- Returns how many ids were dealt with, then the positions (from 1) of those that may match. Fails with the server's
-- error when this user may not run what it takes.
local base, budget, largest = ARGV[1], tonumber(ARGV[2]) * 1000, tonumber(ARGV[3])
local test = cjson.decode(ARGV[4])

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end
local started = now()

-- What was found out about the payload that is looked at.
local data, folded, escapes, exponents

local function lower()
  folded = folded or string.lower(data)
  return folded
end

local function holdsEscape()
  if escapes == nil then
    escapes = string.find(data, '\\', 1, true) ~= nil
  end
  return escapes
end

local function holdsExponent()
  if exponents == nil then
    exponents = string.find(data, '%d[eE]') ~= nil
  end
  return exponents
end

local passes
local checks = {}

function checks.contains(t)
  return string.find(t.ignoreCase and lower() or data, t.needle, 1, true) ~= nil
    or t.passEscapes and holdsEscape()
    or t.passExponents and holdsExponent()
end

function checks.all(t)
  for _, child in ipairs(t.children) do
    if not passes(child) then
      return false
    end
  end
  return true
end

function checks.any(t)
  for _, child in ipairs(t.children) do
    if passes(child) then
      return true
    end
  end
  return false
end

checks['true'] = function() return true end

passes = function(t)
  return checks[t.kind](t)
end

-- A byte costs as many times more as it is looked at; a pattern is some thirty times slower than a plain text.
local function costOf(t)
  local cost = t.passExponents and 32 or 1
  for _, child in ipairs(t.children or {}) do
    cost = cost + costOf(child)
  end
  return cost
end
local costs = math.min(costOf(test), 64)

local result, cost = {0}, 0
for i = 5, #ARGV do
  local key = base .. ARGV[i]
  local size = redis.pcall('HSTRLEN', key, 'data')
  -- A key that is no hash has no payload that could match. Any other error would be one for each job.
  if type(size) == 'table' and not string.find(size.err, 'WRONGTYPE', 1, true) then
    return size
  end
  if type(size) == 'number' and size <= largest then
    -- The clock may stand still inside a script; what is looked at does not.
    local late = (i % 8 == 0 or size > 4096) and now() - started > budget
    if i > 5 and (late or cost + size * costs > 24 * largest) then
      break
    end
    cost = cost + size * costs + 2048 -- what the two calls take
    data, folded, escapes, exponents = redis.call('HGET', key, 'data') or '', nil, nil, nil
    if passes(test) then
      result[#result + 1] = i - 4
    end
  elseif type(size) == 'number' then
    result[#result + 1] = i - 4
  end
  result[1] = i - 4
end
return result
