// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/runjournal.h"
#include "bulk/selection.h"
#include "operations/operation.h"
#include "redis/session.h"

#include <functional>
#include <stop_token>

namespace oxp {

/// Looks which job each of the selection is, and puts them down in the journal as a new run of `wish`
/// (operation, queue, arguments, reason). Jobs that are gone or in a state that it is not for are put down as
/// skipped. Nothing is held in memory: there may be millions. When it fails, the caller drops the run that it
/// was told of. `told`: the run, and how many jobs are in it so far. Lane thread.
Result<FrozenSelection> freeze(ReadSession &session, audit::RunJournal &journal, const Selection &selection,
                               const OperationRequest &wish, const QString &profileId, std::stop_token stop,
                               const std::function<void(qint64 run, qint64 jobs)> &told);

/// The jobs that a run has edited, as a new run of `wish` in which each keeps its `seq`.
Result<FrozenSelection> freezeUndo(audit::RunJournal &journal, qint64 undone, const OperationRequest &wish,
                                   const QString &profileId, std::stop_token stop,
                                   const std::function<void(qint64 run, qint64 jobs)> &told);

} // namespace oxp
