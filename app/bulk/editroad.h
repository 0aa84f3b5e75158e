// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkroad.h"
#include "bulk/payloads.h"
#include "edits/change.h"

namespace oxp {

/// Changes to the payloads: read, changed here, and swapped in if they still are what was read.
class EditRoad : public BulkRoad {
public:
  EditRoad(std::vector<edits::Change> changes, Family family, Script script)
      : m_changes(std::move(changes))
      , m_family(family)
      , m_script(std::move(script)) {}

  const Script &script() const override { return m_script; }
  Result<void> fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) override;
  Result<void> readAnswer(const Reply &reply) const override { return readSwapAnswer(reply); }

private:
  void change(SliceJob &slice);

  std::vector<edits::Change> m_changes;
  Family m_family;
  Script m_script;
  /// One event is enough to say that payloads have changed: one a job would push a slow listener's
  /// `completed` and `failed` out of the stream.
  bool m_announced = false;
};

/// The stable word of a problem, such as `no-number`.
QByteArray problemWord(edits::Problem::Code code);

} // namespace oxp
