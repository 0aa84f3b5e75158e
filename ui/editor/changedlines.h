// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace oxp {

/// The lines of `text` (from 0, ascending) that are not in `base`, by a shortest edit script over whole
/// lines. Where the two differ too much for that, a line counts as changed when the base does not hold it at
/// all. Any thread.
std::vector<qint32> changedLines(QByteArrayView base, QByteArrayView text);

} // namespace oxp
