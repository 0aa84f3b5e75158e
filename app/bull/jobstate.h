// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace oxp {

/// Where a job is. Waiting covers the lists `wait` and `paused` (BullMQ 4, 5 and Bull 4 move waiting jobs
/// to `paused` while the queue is paused). Unknown: the hash is in none of the queue's lists and sets.
enum class JobState { Waiting, Active, Delayed, Prioritized, WaitingChildren, Completed, Failed, Unknown };

/// The seven states that a queue has, in the order in which the window shows them.
inline constexpr std::array<JobState, 7> ShownStates = {
    JobState::Waiting,         JobState::Active,    JobState::Delayed, JobState::Prioritized,
    JobState::WaitingChildren, JobState::Completed, JobState::Failed};

/// Redis key suffix that holds the state's ids: `wait`, `active`, …; "" for Unknown.
QByteArray stateKey(JobState state);

/// The state's word as BullMQ writes it: `waiting`, `waiting-children`, …. Stable, never translated.
QByteArray stateWord(JobState state);

/// Reads stateWord() or a key suffix (`wait`, `paused`) back; Unknown for anything else.
JobState stateFromWord(const QByteArray &word);

} // namespace oxp
