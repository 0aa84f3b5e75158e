// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "ui/widgets/banner.h"

#include <optional>

/// What is odd about the place where a job stands, for the banner of its pane.
namespace oxp::placenotice {

/// An active job whose lock is gone, and what the library will do about it. `now`: ms by the server's clock.
std::optional<Notice> unheld(const JobDetail &detail, qint64 now);
/// An id that stands in the lists of two states.
std::optional<Notice> twice(const JobDetail &detail);

/// Posts what differs from what was known `before`, and takes back what is no longer so: what somebody closed
/// stays closed.
void show(Banner &banner, const JobDetail &before, const JobDetail &detail, qint64 now);

} // namespace oxp::placenotice
