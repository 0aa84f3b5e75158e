// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oxp {

/// What a field of a job's hash is, in a sentence for people; empty for one that no release of BullMQ 4 to 6
/// or Bull 4 writes.
QString fieldMeaning(const QByteArray &field);

} // namespace oxp
