// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"

/// Whether what a person agreed to covers a request. Pure; any thread.
namespace oxp {

inline constexpr qint64 ConsentLifetimeMs = 5LL * 60 * 1000;

/// Nothing when the request may run. `now` in ms since the epoch.
std::optional<Error> missingConsent(const policy::Decision &decision, const OperationRequest &request,
                                    qint64 now);

/// One splice over all that differs between the common head and tail. Byte for byte, unlike json::splicesFor.
json::Splice differing(const QByteArray &before, const QByteArray &after);

/// What the splices of an edit change; taken from the request when it knows, else looked for.
std::vector<json::Change> changesOf(const OperationRequest &request);

/// Completes an edit (new data, splices) and checks it: the data are what the splices make of the baseline,
/// and valid JSON without a byte order mark. Invalid otherwise.
Result<void> completeEdit(OperationRequest &request);

} // namespace oxp
