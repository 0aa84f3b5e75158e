// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/foldtable.h"
#include "json/elisions.h"
#include "json/scanner.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace oxp {

/// Where an elided value stands.
struct MarkPlace {
  qint64 offset = 0; ///< of its four bytes
  int number = 0;    ///< in the table of elisions
};

/// All that the editor wants to know of a text, made in one go on any thread.
struct Analysis {
  std::shared_ptr<const json::Scan> scan;
  FoldTable folds;
  std::vector<qint32> changed; ///< lines that the base does not have
  json::LineColumn errorPlace; ///< when the text is not valid
  qint64 size = 0;
  qint64 compactSize = 0; ///< without layout, elided values in full; of a valid text
  bool ascii = true;
};

Analysis analyse(const QByteArray &text, const json::Elisions &elisions, const QByteArray &base);

/// Bytes of a valid text without the white space between its tokens, elided values counted in full.
qint64 compactSize(const json::Scan &scan, QByteArrayView text, const json::Elisions &elisions);

/// The marks of the table's values in a piece of text that begins at `offset`.
std::vector<MarkPlace> marksIn(QByteArrayView text, qint64 offset, const json::Elisions &elisions);

/// A text from outside with all characters that would be taken for marks written as escapes instead.
QByteArray escapeMarks(const QByteArray &text);

} // namespace oxp
