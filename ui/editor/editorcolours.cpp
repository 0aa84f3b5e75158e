// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editorcolours.h"

#include "ui/theme/theme.h"

namespace oxp {

EditorColours editorColours() {
  const Tokens &t = tokens();
  const bool dark = Theme::current().isDark();
  EditorColours c;
  c.base = t.base;
  c.text = t.text;
  c.margin = t.window;
  c.lineNumber = t.text2;
  c.caretLine = dark ? QColor(0x1D, 0x21, 0x27) : QColor(0xF3, 0xF6, 0xFA);
  c.selection = t.sel;
  c.property = dark ? QColor(0x8E, 0xC1, 0xF7) : QColor(0x0B, 0x4F, 0x8A);
  c.string = dark ? QColor(0x93, 0xD3, 0xA2) : QColor(0x1F, 0x6B, 0x33);
  c.number = dark ? QColor(0xF0, 0xB0, 0x7A) : QColor(0x8A, 0x3A, 0x00);
  c.literal = dark ? QColor(0xC9, 0xA6, 0xF2) : QColor(0x74, 0x38, 0xB0);
  c.punctuation = t.text2;
  c.error = t.err;
  c.pill = t.prioritized;
  c.brace = t.accent;
  c.pillAlpha = dark ? 56 : 34;
  c.changeBar = t.accent;
  c.hair = t.hair;
  c.conflict = t.conflictBg;
  c.taken = t.infoBg;
  c.warn = t.warn;
  c.addHi = dark ? QColor(0x25, 0x4D, 0x35) : QColor(0xC4, 0xE6, 0xCD);
  c.delHi = dark ? QColor(0x63, 0x2F, 0x31) : QColor(0xF7, 0xD0, 0xCE);
  return c;
}

} // namespace oxp
