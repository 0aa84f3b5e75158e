// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace oxp {

/// A value or an Error. Fallible calls return this; nothing throws across a layer.
template <typename T>
using Result = tl::expected<T, Error>;

/// Makes the failed half of a Result: `return fail(ErrorKind::NotFound, u"…"_qs);`
inline tl::unexpected<Error> fail(ErrorKind kind, QString detail = {}, QByteArray code = {},
                                  qsizetype offset = -1) {
  return tl::unexpected(Error{kind, std::move(code), std::move(detail), offset});
}

/// Hands an error on from one Result type to another.
inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected(std::move(error));
}

} // namespace oxp
