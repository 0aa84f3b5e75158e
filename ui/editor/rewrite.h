// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/textsearch.h"
#include "ui/editor/analysis.h"
#include "json/layout.h"

#include <memory>
#include <vector>

namespace oxp {

class LoadingDocument;

/// A change of the text as a whole, worked out away from the view. Any thread.
struct Rewrite {
  // What it starts from.
  QByteArray before;
  json::Elisions elisions;
  QByteArray base;
  std::shared_ptr<const json::Scan> scan; ///< of `before`; may be missing
  std::shared_ptr<LoadingDocument>
      document;         ///< empty; filled when the text is too large to be replaced in place
  bool mayElide = true; ///< false where the text has characters of that kind itself
  qint64 caret = 0;
  std::vector<quint32> closed; ///< begin tokens of the closed folds

  // What it comes to.
  QByteArray text;
  bool changed = false;
  bool filled = false;          ///< `document` holds the text
  int hits = 0;                 ///< of replaceAll
  qsizetype head = 0, tail = 0; ///< bytes at both ends that stay
  Analysis analysis;

  /// Whole texts above this size are swapped and not replaced: replacing costs 3 ms a MB on the GUI thread.
  static constexpr qsizetype InPlaceLimit = 10'000'000;

  void toLayout(const json::Style &style);
  void toText(const QByteArray &wanted);
  void toReplaced(const TextSearch &what, const QByteArray &with);

private:
  void finish();
};

} // namespace oxp
