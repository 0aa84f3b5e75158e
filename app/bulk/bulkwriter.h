// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkroad.h"
#include "bulk/bulkwork.h"
#include "operations/operation.h"

#include <span>

namespace oxp {

/// Writes the jobs of a run whose intents are durable, and finds out how each ended. Lane thread.
class BulkWriter {
public:
  BulkWriter(const BulkSetup &setup, WriteSession &session, const ScriptBundle &bundle, const BulkRoad &road,
             std::stop_token stop);

  /// Each job at most once, those that are refused not at all. Ends are added as they become known, also
  /// before the error that broke it off. A job whose end is ItemState::Waiting was not written; one without
  /// an end may have been.
  Result<void> write(std::vector<SliceJob> &jobs, std::vector<audit::ItemEnd> &ends);
  /// The ends of jobs that are begun and that nothing was sent of, because of an error that met others.
  static void leave(std::span<const SliceJob> jobs, const Error &why, std::vector<audit::ItemEnd> &ends);
  /// Whether the jobs of a slice can be sent in one go.
  bool goesTogether() const { return m_primed && m_setup.access->takesHashes(); }
  /// What settles a job that this session writes.
  SettleFacts factsOf(const SliceJob &slice) const;

private:
  static Result<void> take(Result<audit::ItemEnd> ended, std::vector<audit::ItemEnd> &ends);
  Result<std::vector<Reply>> send(const std::vector<SliceJob *> &jobs);
  Result<audit::ItemEnd> alone(SliceJob &slice);
  Result<audit::ItemEnd> answered(SliceJob &slice, const Reply &reply);

  const BulkSetup &m_setup;
  WriteSession &m_session;
  const ScriptBundle &m_bundle;
  const BulkRoad &m_road;
  std::stop_token m_stop;
  const OperationSpec &m_spec;
  bool m_primed = false; ///< the server holds the script: calls by its hash can go out together
};

} // namespace oxp
