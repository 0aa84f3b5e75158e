// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewrow.h"

#include <QString>

/// What stands in the cells of the overview. Times are ms by the server's clock.
namespace oxp::overviewcells {

/// `9 s`, `6 min`, `3 h 5 min`: how long it is since then. The en dash for 0.
QString ageText(qint64 since, qint64 now);
/// `63 failed in the last hour, most 16 at 11:46`.
QString failedHourSpoken(qint64 jobs, const FailureBars::Hour &bars, qint64 now);

QString queue(const OverviewRow &row, qint64 now);
QString group(const OverviewRow &row, qint64 now);
QString waiting(const OverviewRow &row, qint64 now);
QString waitingSpoken(const OverviewRow &row, qint64 now);
QString active(const OverviewRow &row, qint64 now);
QString delayed(const OverviewRow &row, qint64 now);
QString waitingChildren(const OverviewRow &row, qint64 now);
QString failed(const OverviewRow &row, qint64 now);
QString failedHour(const OverviewRow &row, qint64 now);
QString failedHourSpokenOf(const OverviewRow &row, qint64 now);
QString oldest(const OverviewRow &row, qint64 now);
QString workers(const OverviewRow &row, qint64 now);
QString workersSpoken(const OverviewRow &row, qint64 now);
QString paused(const OverviewRow &row, qint64 now);
QString version(const OverviewRow &row, qint64 now);
QString memory(const OverviewRow &row, qint64 now);

} // namespace oxp::overviewcells
