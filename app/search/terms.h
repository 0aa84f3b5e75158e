// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

namespace oxp::search {

/// One of the terms that a query joins by `and` at its top: each narrows what is found.
struct Term {
  QString text; ///< as it was typed
  Node node;

  /// The value that a plain field has to be equal to, such as a state or a failure; empty = it is no such
  /// term.
  QByteArray equals(Field field) const;
};

/// In their order. None of an empty query; where `or` joins at the top, the whole query is one term.
std::vector<Term> topTerms(const Query &query);

/// The line without one of its top terms, and without the `and` that joined it.
QString withoutTerm(const Query &query, size_t index);

} // namespace oxp::search
