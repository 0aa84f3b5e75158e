// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/codec.h"
#include "edits/draft.h"

#include <QString>

namespace oxp {

/// The words of a bulk edit, translated.
namespace changewords {

/// `Set if absent`.
QString kind(edits::Change::Kind kind);
/// What is wrong in a draft, as a sentence without a full stop.
QString fault(const edits::DraftFault &fault);
/// What a field still lacks: `a path`, `a value`.
QString missing(edits::Change::Kind kind, edits::DraftFault::Field field);
/// What is wrong in changes written as JSON.
QString codecFault(const edits::CodecFault &fault);
/// Why a change cannot be made to a job: `shipTo is not an object`.
QString problem(const edits::Problem &problem);

} // namespace changewords
} // namespace oxp
