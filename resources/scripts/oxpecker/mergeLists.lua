-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Stands in front of the scripts by which BullMQ 4 and Bull 4 resume a queue, in one EVAL with them: they RENAME
-- `paused` over `wait`. Ids in `wait` are first put behind those in `paused` (both lists give out from the tail), so none is lost.
--
-- KEYS[1] paused   KEYS[2] wait
-- Returns -1001 and changes nothing when so many would have to move that the server would stand still.
if redis.call('EXISTS', KEYS[1]) == 1 and redis.call('EXISTS', KEYS[2]) == 1 then
  if redis.call('LLEN', KEYS[2]) > 100000 then
    return -1001
  end
  local oxpIds = redis.call('LRANGE', KEYS[2], 0, -1)
  for i = #oxpIds, 1, -1 do
    redis.call('LPUSH', KEYS[1], oxpIds[i])
  end
  redis.call('DEL', KEYS[2])
end
