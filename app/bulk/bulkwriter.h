// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkroad.h"
#include "bulk/bulkwork.h"
#include "operations/operation.h"

#include <memory>
#include <span>

namespace oxp {

/// Does one operation to jobs of a run: looks at them, and writes those whose intents are durable, and finds
/// out how each ended. Lane thread.
class BulkWriter {
public:
  /// By the road of the setup's wish. The session outlives it. Invalid, Denied, Unsupported, or what the
  /// server says, where it would be refused for every job.
  static Result<std::unique_ptr<BulkWriter>> make(const BulkSetup &setup, WriteSession &session,
                                                  std::stop_token stop);

  /// Jobs of the journal, looked at and filled in; those that cannot be done are refused. May leave the last
  /// ones to the next slice.
  Result<std::vector<SliceJob>> lookAt(std::vector<audit::RunItem> items);
  /// The intent of one of these.
  audit::ItemBegin intentOf(const SliceJob &slice) const;
  /// Each job at most once, those that are refused not at all. Ends are added as they become known, also
  /// before the error that broke it off. A job whose end is ItemState::Waiting was not written; one without
  /// an end may have been.
  Result<void> write(std::vector<SliceJob> &jobs, std::vector<audit::ItemEnd> &ends);
  /// The ends of jobs that are begun and that nothing was sent of, because of an error that met others.
  static void leave(std::span<const SliceJob> jobs, const Error &why, std::vector<audit::ItemEnd> &ends);
  /// Whether the jobs of a slice can be sent in one go.
  bool goesTogether() const { return m_primed && m_setup.access->takesHashes(); }

private:
  BulkWriter(const BulkSetup &setup, WriteSession &session, const ScriptBundle &bundle, std::stop_token stop);
  Result<void> prepare();
  SettleFacts factsOf(const SliceJob &slice) const;
  void refuseUnagreed(std::vector<SliceJob> &jobs) const;
  static Result<void> take(Result<audit::ItemEnd> ended, std::vector<audit::ItemEnd> &ends);
  Result<std::vector<Reply>> send(const std::vector<SliceJob *> &jobs);
  Result<audit::ItemEnd> alone(SliceJob &slice);
  Result<audit::ItemEnd> answered(SliceJob &slice, const Reply &reply);

  const BulkSetup m_setup;
  WriteSession &m_session;
  const ScriptBundle &m_bundle;
  std::unique_ptr<BulkRoad> m_road;
  std::stop_token m_stop;
  const OperationSpec &m_spec;
  bool m_primed = false; ///< the server holds the script: calls by its hash can go out together
};

} // namespace oxp
