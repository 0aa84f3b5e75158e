-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Stands in front of the pause scripts of BullMQ 4, 5 and Bull 4, in one EVAL with them: they RENAME one waiting list
-- over the other, and what was in the other would be lost.
--
-- KEYS[1] the list that is renamed   KEYS[2] its new name
-- Returns -1001 and changes nothing when both are in use.
if redis.call('EXISTS', KEYS[1]) == 1 and redis.call('EXISTS', KEYS[2]) == 1 then
  return -1001
end
