// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

#include <QString>

namespace oxp {

/// What is wrong at the place of a syntax error, as a short clause: "a comma is missing".
QString scanSentence(json::ScanError::Code code);

} // namespace oxp
