// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oxp {

/// Which of the edit actions fit the text of the open job now, and the place of its caret.
struct DataOffers {
  bool save = false;
  bool discard = false;
  bool undo = false;
  bool redo = false;
  bool replace = false;
  bool goToLine = false;
  bool rewrite = false; ///< change a value, format, minify: the text is valid JSON
  bool reveal = false;
  bool openValue = false;
  bool saveValue = false;
  bool replaceValue = false;
};

} // namespace oxp
