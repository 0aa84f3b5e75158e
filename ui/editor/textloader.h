// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <memory>

class QsciScintillaBase;

namespace oxp {

/// Scintilla's loader as its ABI has it (3.10); its header is not in the package.
class ScintillaLoader {
public:
  virtual int Release() = 0;
  virtual int AddData(const char *data, std::ptrdiff_t length) = 0;
  virtual void *ConvertToDocument() = 0;

protected:
  ~ScintillaLoader() = default;
};

/// Makes loaders on a hidden view of its own: on the shown one, making a loader throws the view's line state away.
class TextLoader {
public:
  TextLoader();
  ~TextLoader();

  /// An empty loader; released when nobody holds it any more and it was not made a document. GUI thread.
  std::shared_ptr<ScintillaLoader> make();
  /// Fills it: in two halves, or the first keys would move a gap of 8 bytes through the text. Any thread.
  static void fill(ScintillaLoader &loader, const QByteArray &text);
  /// The document; the caller has one reference. GUI thread.
  static void *takeDocument(std::shared_ptr<ScintillaLoader> &loader);

private:
  std::unique_ptr<QsciScintillaBase> m_hidden;
};

} // namespace oxp
