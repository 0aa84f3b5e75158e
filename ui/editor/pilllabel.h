// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/elisions.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oxp {

/// What stands on the pill of an elided value: `text, 5,000,000 characters`, `••••4242`. Assistive tools read
/// it.
QString pillLabel(const json::Elision &elision);

/// The labels of a whole table, made once: a document may hold tens of thousands.
struct PillLabels {
  std::vector<int> lengths; ///< code points
  std::vector<int> cells;   ///< how wide they are, in characters of the font

  /// Adds those of the values that the table has more. Any thread.
  void grow(const json::Elisions &elisions);
};

} // namespace oxp
