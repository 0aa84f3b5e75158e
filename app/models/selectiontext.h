// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionsummary.h"

/// How a selection of several jobs reads. Translated, pure; times are ms since the epoch.
namespace oxp::selectiontext {

/// `3 more names`, `41 more messages`; empty where there are no others.
QString moreNames(const Tally &names);
QString moreErrors(const Tally &errors);

/// A line of what they are together: `Finished`, `12 s ago to 6 d ago`.
struct Fact {
  QString label, value;
  bool operator==(const Fact &) const = default;
};
std::vector<Fact> together(const SelectionSummary &sum, qint64 now);

/// `Counted from the 1,200 jobs that have been read`; `Counted from all 48,213` where these are all.
QString countedFrom(qint64 jobs, bool all);

/// `refund #104203`, each of both bounded so that a line can hold it.
QString jobWords(const QByteArray &name, const QByteArray &id);

} // namespace oxp::selectiontext
