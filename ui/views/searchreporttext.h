// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oxp {
struct SearchReport;
}

/// What a finished search says of itself.
namespace oxp::searchtext {

/// Jobs of the states that were searched, whether or not they were looked at.
qint64 total(const SearchReport &report);
/// Some were not looked at.
bool isPartial(const SearchReport &report);
/// Nothing is to be told but how many of how many were found.
bool isPlain(const SearchReport &report, bool wantedScript);
/// What was found, how fast, and in how much of it. `goesOn`: the rest can still be searched; `wantedScript`:
/// the server was meant to sort out, so whether it did is told.
QString sentence(const SearchReport &report, bool goesOn, bool wantedScript);

} // namespace oxp::searchtext
