// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "operations/operation.h"
#include "ui/widgets/notice.h"

namespace oxp {

/// The sentence for OperationReport::note; empty when there is nothing to add.
QString reportNote(const QByteArray &note);

/// What became of a write to `subject` whose outcome was unknown when the connection broke.
Notice settledNotice(const NoticeSubject &subject, audit::Outcome outcome);

} // namespace oxp
