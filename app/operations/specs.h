// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"

/// The operations, each made in a file of its own. The catalogue lists them.
namespace oxp {

OperationSpec updateDataSpec();
OperationSpec editOptionsSpec();
OperationSpec retryJobSpec();
OperationSpec promoteJobSpec();
OperationSpec removeJobSpec();
OperationSpec pauseQueueSpec();
OperationSpec resumeQueueSpec();

} // namespace oxp
