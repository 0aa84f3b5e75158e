// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/argument.h"
#include "operations/joboption.h"

#include <optional>

namespace oxp {

class ObjectText;

/// One option's value, between its raw JSON and what stands in the fields of a form. What is written is the
/// stored value with as little changed as can be.
namespace optionvalue {

/// The fields of an option, named `<id>` and `<id>.<part>`.
std::vector<ArgumentSpec> arguments(const JobOption &option, const QByteArray &raw);
/// What stands in them for a stored value (empty = it is not there); nothing for a form that they cannot
/// hold.
std::optional<Arguments> read(const JobOption &option, const QByteArray &raw);
/// The value that they mean; empty: the member goes. `raw` is what is stored.
QByteArray write(const JobOption &option, const Arguments &given, const QByteArray &raw);
/// What is stored, by whichever of its two names; empty when it is not there.
QByteArray rawOf(const JobOption &option, const ObjectText &opts);

} // namespace optionvalue

/// Why fields do not make options. Each is a code of Error too.
inline constexpr char NothingKept[] = "nothing-kept"; ///< "the newest" without a number and an age
inline constexpr char BadOption[] = "bad-option";     ///< not offered, or not within its limits

/// The fields of all options that are offered, as they stand now: each one's fallback is what is stored.
std::vector<ArgumentSpec> optionArguments(const QByteArray &opts, Family family);
/// `opts` with the fields that were changed, and every other byte as it was. Invalid (NothingKept, BadOption)
/// with the option as detail.
Result<QByteArray> withOptions(const QByteArray &opts, Family family, const Arguments &changed);
/// The fields of what is offered to many jobs: each leaves the option as it is until something is chosen.
std::vector<ArgumentSpec> optionArgumentsForMany(Family family);
/// Whether fields are of those, and one of them changes something. Invalid as withOptions().
Result<void> checkFieldsOfMany(Family family, const Arguments &fields);
/// As withOptions(); what is chosen here is the whole of an option, whatever of it a job has. Invalid
/// (BadOption) for a job that has one of them in a form that is not offered.
Result<QByteArray> withOptionsOfMany(const QByteArray &opts, Family family, const Arguments &fields);
/// Whether an edit of `opts` changes only what is offered, to values within the limits. `anyValue`: of what
/// is offered to whatever it was before, which a revert puts back.
Result<void> checkOptions(const QByteArray &before, const QByteArray &after, Family family, bool anyValue);

} // namespace oxp
