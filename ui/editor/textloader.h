// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <functional>
#include <memory>

class QsciScintillaBase;

namespace oxp {

/// Scintilla's loader as its ABI has it (3.10); its header is not in the package. As its type is our own,
/// whoever calls it is exempt from UBSan's look at the type behind the pointer.
class ScintillaLoader {
public:
  virtual int Release() = 0;
  virtual int AddData(const char *data, std::ptrdiff_t length) = 0;
  virtual void *ConvertToDocument() = 0;

protected:
  ~ScintillaLoader() = default;
};

/// A document that is filled away from the view that will show it. Releases itself when nobody takes it.
class LoadingDocument {
public:
  explicit LoadingDocument(ScintillaLoader *loader)
      : m_loader(loader) {}
  __attribute__((no_sanitize("vptr"))) ~LoadingDocument() {
    if (m_loader)
      m_loader->Release();
  }
  LoadingDocument(const LoadingDocument &) = delete;
  LoadingDocument &operator=(const LoadingDocument &) = delete;

  /// Puts the text in, in two pieces: after a single one the first keys would move a gap of 8 bytes through
  /// all of it. Any thread; `progress` gets percents.
  __attribute__((no_sanitize("vptr"))) void fill(const QByteArray &text,
                                                 const std::function<void(int)> &progress = {});

  /// The document; the caller has its one reference. Once.
  __attribute__((no_sanitize("vptr"))) void *take() {
    void *document = m_loader->ConvertToDocument();
    m_loader = nullptr;
    return document;
  }

private:
  ScintillaLoader *m_loader;
};

/// Makes such documents on a hidden view of its own: on the shown one, making a loader would throw the view's
/// line state away. GUI thread.
class TextLoader {
public:
  TextLoader();
  ~TextLoader();

  /// An empty document. With `countCharacters` it keeps an index of code points by line, which the filling
  /// then pays for; added to a full document that index would cost the GUI thread 4 ms a MB.
  __attribute__((no_sanitize("vptr"))) std::shared_ptr<LoadingDocument> make(bool countCharacters);

private:
  std::unique_ptr<QsciScintillaBase> m_hidden;
};

} // namespace oxp
