-- SPDX-FileCopyrightText: 2026 The Oxpecker authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Stands in front of Bull 4's reprocessJob, in one EVAL with it: that script changes the job's fields before it looks
-- whether the job is in the set at all.
--
-- KEYS[3] the sorted set   ARGV[1] the job's id
-- Returns -2, as the script itself does, and changes nothing when the job is not there.
if not redis.call('ZSCORE', KEYS[3], ARGV[1]) then
  return -2
end
