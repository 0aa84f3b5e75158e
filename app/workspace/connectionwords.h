// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connectionline.h"

#include <QStringList>

namespace oxp::connectionwords {

// What a pasted text was understood as, in sentences. Translated; no part of a password is in any of them.

/// `Understood as a redis-cli line`.
QString understood(LineForm form);
/// `Column 22: the password has a raw #, which ends a URL. Write %23.`
QString problem(const QString &text, const LineProblem &problem);
/// What the repair is called: `Write %23`. Empty where there is none.
QString repair(const LineProblem &problem);
/// `Left out, only for workers: maxRetriesPerRequest`, one sentence a reason.
QStringList leftOut(const ConnectionLine &line);
/// `Understood except the host: process.env.REDIS_HOST has no value here. Fill it in the form.` Empty when
/// nothing is missing.
QString missing(const ConnectionLine &line);

} // namespace oxp::connectionwords
