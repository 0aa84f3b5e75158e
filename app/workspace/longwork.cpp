// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/longwork.h"

#include <algorithm>

namespace oxp {

LongWork::LongWork(MakeLane make, GuiMailbox &mailbox, QObject *parent)
    : QObject(parent)
    , m_make(std::move(make))
    , m_mailbox(mailbox) {}

LongWork::~LongWork() {
  // Lanes hand out what is left while they stop, and that asks for seats.
  std::vector<Seat> seats = std::exchange(m_seats, {});
}

LongWork::Seat &LongWork::takeSeat() {
  const auto fewest = [](const Seat &a, const Seat &b) { return a.jobs < b.jobs; };
  auto seat = std::min_element(m_seats.begin(), m_seats.end(), fewest);
  if (seat == m_seats.end() || (seat->jobs > 0 && m_seats.size() < MostLanes)) {
    m_seats.push_back({m_make(), ++m_numbers, 0});
    seat = m_seats.end() - 1;
  }
  ++seat->jobs;
  return *seat;
}

/// One idle lane is kept for the next piece of work; the others' connections are closed.
void LongWork::giveBack(quint64 number) {
  const auto seat =
      std::find_if(m_seats.begin(), m_seats.end(), [&](const Seat &each) { return each.number == number; });
  if (seat == m_seats.end() || --seat->jobs > 0)
    return;
  const auto idle =
      std::count_if(m_seats.begin(), m_seats.end(), [](const Seat &each) { return each.jobs == 0; });
  if (idle < 2)
    return;
  seat->lane.release()->deleteLater(); // it is the one that calls
  m_seats.erase(seat);
}

void LongWork::reconnectNow() {
  for (const Seat &seat : m_seats) {
    if (seat.lane->state().phase != LaneState::Phase::Idle)
      seat.lane->reconnectNow();
  }
}

} // namespace oxp
