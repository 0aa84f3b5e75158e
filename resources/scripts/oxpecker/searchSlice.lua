-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Says which of some jobs a search has to look at, so that only those payloads travel. Reads only, and never
-- longer than it was given: a payload that would take long is passed on unread.
--   KEYS[1]  <queue>:meta, for the slot
--   ARGV[1]  the key of a job without its id; ARGV[2] milliseconds; ARGV[3] the largest payload to look at, bytes,
--            and a sixteenth of what is looked at in one go
--   ARGV[4]  the test (search/prefilter.h) as JSON; ARGV[5…] ids
-- Returns how many ids were dealt with, then the positions (from 1) of those that may match.
local base, budget, largest = ARGV[1], tonumber(ARGV[2]) * 1000, tonumber(ARGV[3])
local test = cjson.decode(ARGV[4])

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end
local started = now()

local passes
local checks = {}

function checks.contains(t, data, lower)
  if string.find(t.ignoreCase and lower() or data, t.needle, 1, true) then
    return true
  end
  if t.passEscapes and string.find(data, '\\', 1, true) then
    return true
  end
  return t.passExponents and string.find(data, '%d[eE]') ~= nil
end

function checks.all(t, data, lower)
  for _, child in ipairs(t.children) do
    if not passes(child, data, lower) then
      return false
    end
  end
  return true
end

function checks.any(t, data, lower)
  for _, child in ipairs(t.children) do
    if passes(child, data, lower) then
      return true
    end
  end
  return false
end

checks['true'] = function() return true end

passes = function(t, data, lower)
  return checks[t.kind](t, data, lower)
end

local result, bytes = {0}, 0
for i = 5, #ARGV do
  local key = base .. ARGV[i]
  local size = redis.pcall('HSTRLEN', key, 'data')
  local candidate = type(size) == 'number' and size > largest
  if type(size) == 'number' and size <= largest then
    local data = redis.call('HGET', key, 'data') or ''
    bytes = bytes + size
    local folded
    candidate = passes(test, data, function()
      folded = folded or string.lower(data)
      return folded
    end)
  end
  if candidate then
    result[#result + 1] = i - 4
  end
  result[1] = i - 4
  -- The clock may stand still inside a script; the bytes do not.
  if (i % 8 == 0 or bytes > largest) and (bytes > 16 * largest or now() - started > budget) then
    break
  end
end
return result
