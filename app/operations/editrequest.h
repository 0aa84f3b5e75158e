// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"

/// What makes the request of an edit whole. Pure; any thread.
namespace oxp {

/// One splice over all that differs between the common head and tail. Byte for byte, unlike json::splicesFor.
json::Splice differing(const QByteArray &before, const QByteArray &after);

/// What the splices of an edit change; taken from the request when it knows, else looked for.
std::vector<json::Change> changesOf(const OperationRequest &request);

/// Completes an edit (new data, splices) and checks it: the data are what the splices make of the baseline,
/// and valid JSON without a byte order mark. Invalid otherwise.
Result<void> completeEdit(OperationRequest &request);

} // namespace oxp
