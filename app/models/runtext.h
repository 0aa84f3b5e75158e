// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "models/runpace.h"
#include "models/runrow.h"

#include <QString>

/// How runs over many jobs read. Translated, pure; times are ms since the epoch.
namespace oxp::runtext {

/// `running`, `queued`, `cut off`.
QString stage(RunStage stage);
Mark markOf(RunStage stage);
/// `Retry`, `Bulk edit`; of one that takes another back `Undo`.
QString operation(const RunRow &row);
/// `29,640 of 47,802`.
QString howFar(const audit::RunCounts &counts);
/// 0 to 1.
double share(const audit::RunCounts &counts);
/// `41 %` of one that can go on; `4 min 16 s, 187/s`; `stopped at 12 %`; `after Promote`.
QString progress(const RunRow &row);
/// `187/s` over all of the time that it took; empty where it took too little to say.
QString meanRate(const audit::Run &run);
/// `200/s`.
QString rate(qint64 perSecond);

/// `29,640 of 47,802 · 200/s, the limit · 1 min 31 s left`; `limit`: jobs a second of the profile, 0 = none.
QString going(const audit::RunCounts &counts, const RunSpeed &speed, int limit);

/// `done`, `skipped`; `over`: nothing more is done by the run, so that what waits is not done.
QString outcome(audit::ItemState state, bool over);
Mark markOf(audit::ItemState state, bool over);
/// Why a job was not done, in the words of a list; empty where its code is not one of a run's own.
QString why(const audit::RunItem &item);

} // namespace oxp::runtext
