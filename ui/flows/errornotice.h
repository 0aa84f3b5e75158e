// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/errortext.h"
#include "ui/widgets/banner.h"

namespace oxp {

/// The banner for an error: what happened; what did not change and what to do. One of the same id replaces
/// the last.
Notice errorNotice(const Error &error, Doing doing, const QByteArray &id = "outcome");
/// A banner for something that went well.
Notice okNotice(const QString &what, const QString &detail = {}, const QByteArray &id = "outcome");

} // namespace oxp
