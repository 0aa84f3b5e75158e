// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/tree.h"

namespace oxp::json {

/// For each key of one object which one of its name it is, from 1. For use inside this layer.
std::vector<quint32> occurrences(const Tree &tree, const std::vector<quint32> &keys);

} // namespace oxp::json
