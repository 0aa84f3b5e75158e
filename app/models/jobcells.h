// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"

#include <vector>

/// How a job's row is served by models and written to the clipboard: the same in every list of jobs.
namespace oxp::jobcells {

/// What a cell serves under a role of models/roles.h, or nothing. `now`: ms by the server's clock.
QVariant data(const JobRow &row, const JobColumnSpec &spec, int role, qint64 now);
/// The whole value, for its tool tip.
QString exactText(const JobRow &row, const JobColumnSpec &spec);
QVariant headerData(const JobColumnSpec &spec, int role);

/// One id a line.
QString idsText(const std::vector<JobRow> &rows);
/// Tab-separated, with a header line.
QString tableText(const std::vector<JobRow> &rows, const std::vector<JobColumn> &columns);
/// An array of objects of the light fields.
QByteArray jsonText(const std::vector<JobRow> &rows);

} // namespace oxp::jobcells
