// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

namespace oxp {

Q_LOGGING_CATEGORY(lcApp, "oxpecker.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRedis, "oxpecker.redis", QtInfoMsg)
Q_LOGGING_CATEGORY(lcBull, "oxpecker.bull", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOperations, "oxpecker.operations", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAudit, "oxpecker.audit", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWorkspace, "oxpecker.workspace", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "oxpecker.ui", QtInfoMsg)

} // namespace oxp
