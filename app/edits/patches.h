// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/texts.h"

namespace oxp::edits {

/// What a JSON Patch (RFC 6902) makes of a value; all of its operations or none.
tl::expected<QByteArray, Problem> patched(const QByteArray &value, const QByteArray &patch);
/// What a merge patch (RFC 7396) makes of a value.
QByteArray mergePatched(const QByteArray &value, const QByteArray &patch);

} // namespace oxp::edits
