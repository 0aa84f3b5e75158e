// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/elisions.h"

namespace oxp {

/// A line of 5 MB takes seconds to paint. Text with a line longer than `limit` bytes comes back with line
/// breaks between its tokens and with its long strings elided, also where it is no valid JSON; a stretch that
/// has no such places is elided in its middle. Other text comes back as it is. With marks put back it says
/// the same, token for token. Any thread.
QByteArray withShortLines(const QByteArray &text, json::Elisions &elisions, qsizetype limit);

} // namespace oxp
