// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/matcher.h"
#include "search/query.h"

/// What a query means for a job that is nothing but data, worked out as plainly as can be: a tree of values,
/// and every rule spelled out once more. Slow, recursive, shares only number comparison and unescaping.
bool referenceMatches(const oxp::search::Query &query, const QByteArray &data,
                      const oxp::search::Hides &hides);
