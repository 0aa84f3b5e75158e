// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <vector>

/// How the fields of a job's hash become values (bullmq-protocol 1.3). BullMQ 4, 5, 6 and Bull 4 alike.
namespace oxp::jobcodec {

/// Longest error text that a list keeps, in bytes.
inline constexpr qsizetype ListTextLimit = 4096;

/// The hash fields that rows with these columns need, for one HMGET. Never data, returnvalue or stacktrace.
std::vector<QByteArray> hashFields(JobFields fields);

/// Takes the values of hashFields(fields) into a row; null = the hash has no such field.
JobRow row(const QByteArray &id, JobState state, JobFields fields, const std::vector<QByteArray> &values);

} // namespace oxp::jobcodec
