// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// Log categories, one a layer: `QT_LOGGING_RULES="oxpecker.redis.debug=true"`. Neither secrets nor payload
/// bytes are ever logged.
namespace oxp {

Q_DECLARE_LOGGING_CATEGORY(lcApp)        ///< oxpecker.app
Q_DECLARE_LOGGING_CATEGORY(lcRedis)      ///< oxpecker.redis
Q_DECLARE_LOGGING_CATEGORY(lcBull)       ///< oxpecker.bull
Q_DECLARE_LOGGING_CATEGORY(lcOperations) ///< oxpecker.operations
Q_DECLARE_LOGGING_CATEGORY(lcAudit)      ///< oxpecker.audit
Q_DECLARE_LOGGING_CATEGORY(lcWorkspace)  ///< oxpecker.workspace
Q_DECLARE_LOGGING_CATEGORY(lcUi)         ///< oxpecker.ui

} // namespace oxp
