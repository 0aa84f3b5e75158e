// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace oxp {

/// Every colour of the editor.
struct EditorColours {
  QColor base, text, margin, lineNumber, caretLine, selection;
  QColor property, string, number, literal, punctuation, error;
  QColor pill, brace, changeBar, hair;
  QColor conflict, taken, warn; ///< lines of a merge: both sides changed, one side did
  QColor addHi, delHi;          ///< characters that differ, of a text after and before
  int pillAlpha = 34;           ///< of the box behind a masked or shortened value

  bool operator==(const EditorColours &) const = default;
};

/// In the colours of the theme in force.
EditorColours editorColours();

} // namespace oxp
