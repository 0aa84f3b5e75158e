// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oxp {

/// An operation as records name it, which is as menus do or plainer; of one that is not known its id.
QString operationTitle(const QByteArray &operation);
/// An edit of many jobs: "Bulk edit", or with the operation that follows it "Edit and retry".
QString bulkEditTitle(const QByteArray &then);

} // namespace oxp
