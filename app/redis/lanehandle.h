// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace oxp {

namespace redis {
class LaneCore;
} // namespace redis

/// Takes a posted job back. Copies name the same job. GUI thread.
class LaneHandle {
public:
  LaneHandle() = default;

  /// The job ends with Cancelled (its handler is called, by and by), unless it was done already. A write
  /// whose bytes are out ends with OutcomeUnknown. Once done, or on an empty handle, this does nothing.
  void cancel();

private:
  friend class Lane;
  LaneHandle(std::weak_ptr<redis::LaneCore> core, quint64 job)
      : m_core(std::move(core))
      , m_job(job) {}

  std::weak_ptr<redis::LaneCore> m_core;
  quint64 m_job = 0;
};

} // namespace oxp
