-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Stands first, in front of a library's script that changes a job, in one EVAL with it: an id can be removed and added
-- again, and a job moves on, between looking and writing. The libraries' scripts know the id only.
--
-- The last four of ARGV, which are taken away, so that what follows finds its own arguments:
-- the queue's keys up to the last colon; the job's id; its `timestamp`, '' when it had none; the suffix of the state's
-- key ('' for any state)
--
-- Returns -1002 when the job is gone, -1003 when another job bears the id, -1004 when it is in another state, and
-- changes nothing; otherwise goes on. A job that is in no set and not in `active` counts as waiting: `wait` and
-- `paused` may be millions long, and the server would stand still over a search.
local oxpState = table.remove(ARGV)
local oxpStamp = table.remove(ARGV)
local oxpId = table.remove(ARGV)
local oxpQueue = table.remove(ARGV)
if redis.call('EXISTS', oxpQueue .. oxpId) == 0 then
  return -1002
end
if (redis.call('HGET', oxpQueue .. oxpId, 'timestamp') or '') ~= oxpStamp then
  return -1003
end
if oxpState ~= '' then
  local oxpFound = 'wait'
  for _, oxpSet in ipairs({'completed', 'failed', 'delayed', 'prioritized', 'waiting-children'}) do
    if redis.call('ZSCORE', oxpQueue .. oxpSet, oxpId) then
      oxpFound = oxpSet
    end
  end
  if oxpFound == 'wait' then
    local oxpPlace = redis.pcall('LPOS', oxpQueue .. 'active', oxpId)
    if type(oxpPlace) == 'number' then
      oxpFound = 'active'
    elseif type(oxpPlace) == 'table' then -- before Redis 6.0.6
      for _, oxpOther in ipairs(redis.call('LRANGE', oxpQueue .. 'active', 0, -1)) do
        if oxpOther == oxpId then
          oxpFound = 'active'
        end
      end
    end
  end
  if oxpFound ~= oxpState then
    return -1004
  end
end
