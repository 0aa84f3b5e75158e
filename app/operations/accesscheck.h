// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"
#include "redis/session.h"

#include <optional>
#include <set>

namespace oxp {

/// Asks once a connection whether the server runs scripts for this user, and once a queue whether the user
/// may send what an operation writes, by ACL DRYRUN where the server has it and shows it. A script that is
/// refused midway would leave half of its writes. Lane thread.
class AccessCheck {
public:
  /// Denied (NOPERM) with the missing command as detail; Unsupported (no-eval) for what cannot be done
  /// without scripts. Where nobody can tell, the operation is tried. `hasPriority` is of the job.
  Result<void> check(WriteSession &session, const OperationSpec &spec, const OperationRequest &request,
                     bool hasPriority, std::stop_token stop);
  /// What the last check() found.
  bool runsScripts() const { return m_scripts.value_or(ScriptRights()).run; }
  bool takesHashes() const { return m_scripts.value_or(ScriptRights()).byHash; }

private:
  struct ScriptRights {
    bool run = false;    ///< EVAL
    bool byHash = false; ///< EVALSHA too
  };
  Result<bool> dryRun(WriteSession &session, const std::vector<Command> &samples, std::stop_token stop);
  static Result<ScriptRights> runScript(WriteSession &session, std::stop_token stop);
  Result<ScriptRights> tryScript(WriteSession &session, std::stop_token stop);

  ClientMark m_connection;
  std::optional<ScriptRights> m_scripts;
  std::set<QByteArray> m_allowed; ///< operation and queue
};

} // namespace oxp
