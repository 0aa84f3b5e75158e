// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/jsoneditor.h"

#include <QTest>

/// Bytes of a member each: `{"key0": "value 0", …}` laid out, about `size` bytes of it.
inline QByteArray largeText(qsizetype size) {
  QByteArray text = "{\n  \"items\": [\n";
  for (int i = 0; text.size() < size; ++i) {
    if (i)
      text += ",\n";
    text += "    {\n      \"id\": " + QByteArray::number(i) + ",\n      \"name\": \"Größe 😀 " +
            QByteArray::number(i) + "\",\n      \"price\": 1.10\n    }";
  }
  return text + "\n  ]\n}\n";
}

inline long sci(const oxp::JsonEditor &editor, unsigned int message, unsigned long w = 0, long l = 0) {
  return editor.SendScintilla(message, w, l);
}

inline bool lineShown(const oxp::JsonEditor &editor, int line) {
  return sci(editor, QsciScintillaBase::SCI_GETLINEVISIBLE, static_cast<unsigned long>(line));
}

/// The next turns of the event loop, in which edits are told.
inline void settled(oxp::JsonEditor &) {
  QCoreApplication::processEvents();
  QCoreApplication::processEvents();
}
