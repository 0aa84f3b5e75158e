// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkwork.h"

#include <optional>
#include <vector>

namespace oxp {

/// Finds out what became of the jobs of a run that were under way when it was cut off. Lane thread.
class BulkSettling {
public:
  BulkSettling(const BulkSetup &setup, WriteSession &session, std::stop_token stop)
      : m_setup(setup)
      , m_session(session)
      , m_stop(std::move(stop))
      , m_journal(*setup.audit) {}

  /// Done, or not, and then its turn comes again. Ends are added as they become known, also before the error
  /// that broke it off.
  Result<void> settle(const std::vector<audit::RunItem> &items, std::vector<audit::ItemEnd> &ends);

private:
  Result<bool> isFenced(const ClientMark &mark);
  Result<audit::ItemEnd> settle(const audit::RunItem &item);
  audit::ItemEnd doneBy(const audit::RunItem &item) const;

  const BulkSetup &m_setup;
  WriteSession &m_session;
  std::stop_token m_stop;
  audit::RunJournal m_journal;
  std::optional<ClientMark> m_fenced; ///< of a connection that is gone
};

} // namespace oxp
