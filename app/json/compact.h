// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace oxp::json {

/// Whether a text is JSON as JSON.stringify writes it: no white space between tokens (so no line break
/// either), up to 64 levels. A quick yes, without a table of tokens; a no says nothing: scan() has the last
/// word.
bool isCompact(QByteArrayView text);

} // namespace oxp::json
