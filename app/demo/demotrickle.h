// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demopayloads.h"
#include "redis/session.h"

#include <stop_token>

namespace oxp::demo {

struct Line;

/// Plays producers and workers: each step adds, starts, advances or ends a job somewhere. Every move is one
/// script, so that it never meets another client half way. Jobs that fail once and are retried by a person
/// come through.
class Trickle {
public:
  /// False when the server is gone.
  bool step(WriteSession &session, const std::stop_token &stop);

private:
  Command addOne(const Line &line);
  Command startSome(const Line &line);
  Command endSome(const Line &line);
  Command advance(const Line &line);

  Dice m_dice;
  qint64 m_now = 0;
  int m_added = 0;
  size_t m_turn = 0;
};

} // namespace oxp::demo
