-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Stands in front of a library's script that puts a job into a waiting list, in one EVAL with it. A paused queue
-- must have its waiting jobs in one list only: what lies in the other one is lost when the other family resumes.
--
-- ARGV[last-1] the queue's keys up to the last colon   ARGV[last] where the queue keeps waiting jobs while paused:
-- 'wait' (BullMQ 6), 'paused' (BullMQ 4, 5), 'bull4' (the same, with the flag in a key of its own), 'unsure' (nobody
-- knows which)
--
-- Returns -1001 when both lists are in use, -1005 when it is not known which list a paused queue has, and changes
-- nothing; otherwise goes on to the library's script.
local oxpBase, oxpLayout = ARGV[#ARGV - 1], ARGV[#ARGV]
local oxpPaused
if oxpLayout == 'bull4' then
  oxpPaused = redis.call('EXISTS', oxpBase .. 'meta-paused') == 1
else
  oxpPaused = redis.call('HEXISTS', oxpBase .. 'meta', 'paused') == 1
end
if oxpPaused and oxpLayout == 'unsure' then
  return -1005
end
if oxpPaused and redis.call('LLEN', oxpBase .. (oxpLayout == 'wait' and 'paused' or 'wait')) > 0 then
  return -1001
end
