// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/longwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace oxp {

LongWork::LongWork(MakeLane make, GuiMailbox &mailbox, QObject *parent)
    : QObject(parent)
    , m_make(std::move(make))
    , m_mailbox(mailbox) {}

LongWork::~LongWork() {
  // Later, as the lanes hand out what they still have: whoever owns this may be half destroyed.
  if (QCoreApplication *program = QCoreApplication::instance(); program && !m_endings.empty()) {
    const auto hand = [endings = std::move(m_endings)] {
      std::for_each(endings.begin(), endings.end(), callOnce);
    };
    QMetaObject::invokeMethod(program, hand, Qt::QueuedConnection);
  }
}

/// What was told before waits in the mailbox: its turn comes first.
void LongWork::handOver(std::function<void()> ending) {
  std::erase_if(m_endings, [](const Ending &each) { return !*each; });
  m_endings.push_back(std::make_shared<std::function<void()>>(std::move(ending)));
  m_mailbox.post([waiting = m_endings.back()] { callOnce(waiting); });
}

void LongWork::callOnce(const Ending &ending) {
  if (const auto call = std::exchange(*ending, {}))
    call();
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

/// Null when the lanes may be needed for other work: two stay free beside the work and its helper.
std::shared_ptr<LongWork::Helper> LongWork::takeHelper() {
  const auto busy =
      std::count_if(m_seats.begin(), m_seats.end(), [](const Seat &each) { return each.jobs > 0; });
  if (size_t(busy) + 4 > MostLanes)
    return nullptr;
  auto helper = std::make_shared<Helper>();
  const Seat &seat = takeSeat();
  // Not the helper itself, which ends with the work that it helps.
  const auto serve = [partner = helper->partner](ReadSession &session, std::stop_token stop) {
    return partner->serve(session, std::move(stop));
  };
  seat.lane->post(Priority::Interactive, serve, this,
                  std::function<void(Result<void>)>(
                      [this, number = seat.number](const Result<void> &) { giveBack(number); }));
  return helper;
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

void LongWork::setCredentials(const Credentials &credentials) {
  for (const Seat &seat : m_seats)
    seat.lane->setCredentials(credentials);
}

void LongWork::reconnectNow() {
  for (const Seat &seat : m_seats) {
    if (seat.lane->state().phase != LaneState::Phase::Idle)
      seat.lane->reconnectNow();
  }
}

} // namespace oxp
