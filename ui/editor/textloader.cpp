// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textloader.h"

#include <Qsci/qsciscintillabase.h>

namespace oxp {
namespace {

/// Releases a loader that nobody made a document of.
struct LoaderHolder final : ScintillaLoader {
  explicit LoaderHolder(ScintillaLoader *loader) : inner(loader) {}
  ~LoaderHolder() {
    if (inner)
      inner->Release();
  }
  int Release() override { return 0; }
  int AddData(const char *data, std::ptrdiff_t length) override { return inner->AddData(data, length); }
  void *ConvertToDocument() override {
    ScintillaLoader *loader = inner;
    inner = nullptr;
    return loader->ConvertToDocument();
  }
  ScintillaLoader *inner;
};

} // namespace

TextLoader::TextLoader() : m_hidden(std::make_unique<QsciScintillaBase>()) {}

TextLoader::~TextLoader() = default;

std::shared_ptr<ScintillaLoader> TextLoader::make() {
  // Size 0: a size given would be allocated and cleared on this thread.
  const long made = m_hidden->SendScintilla(QsciScintillaBase::SCI_CREATELOADER, 0UL, 0L);
  return std::make_shared<LoaderHolder>(reinterpret_cast<ScintillaLoader *>(made));
}

void TextLoader::fill(ScintillaLoader &loader, const QByteArray &text) {
  const qsizetype half = text.size() / 2;
  loader.AddData(text.constData(), half);
  loader.AddData(text.constData() + half, text.size() - half);
}

void *TextLoader::takeDocument(std::shared_ptr<ScintillaLoader> &loader) {
  void *document = loader->ConvertToDocument();
  loader.reset();
  return document;
}

} // namespace oxp
