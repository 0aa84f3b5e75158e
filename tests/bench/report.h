// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench.h"

#include <QJsonObject>

namespace oxp::bench {

/// Name and value, such as {"Redis", "7.0.15"}.
using Facts = std::vector<std::pair<QString, QString>>;

/// The table's head, and a row's lines, for a terminal.
QString headText();
QString textOf(const Outcome &outcome);
QJsonObject jsonOf(const Facts &machine, const std::vector<Outcome> &outcomes);
/// The whole of RESULTS.md.
QString markdownOf(const Facts &machine, const std::vector<Outcome> &outcomes);

} // namespace oxp::bench
