// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textloader.h"

#include <Qsci/qsciscintillabase.h>

namespace oxp {

void LoadingDocument::fill(const QByteArray &text, const std::function<void(int)> &progress) {
  // Cut at a line, so that no character is cut.
  const qsizetype half = text.lastIndexOf('\n', text.size() / 2) + 1;
  m_loader->AddData(text.constData(), half);
  if (progress)
    progress(50);
  m_loader->AddData(text.constData() + half, text.size() - half);
  if (progress)
    progress(90);
}

TextLoader::TextLoader()
    : m_hidden(std::make_unique<QsciScintillaBase>()) {}

TextLoader::~TextLoader() = default;

std::shared_ptr<LoadingDocument> TextLoader::make(bool countCharacters) {
  // Size 0: a size given would be allocated and cleared on this thread.
  const long made = m_hidden->SendScintilla(QsciScintillaBase::SCI_CREATELOADER, 0UL, 0L);
  auto *loader = reinterpret_cast<ScintillaLoader *>(made);
  if (countCharacters) {
    void *document = loader->ConvertToDocument(); // the same object; only its address is wanted
    m_hidden->SendScintilla(QsciScintillaBase::SCI_SETDOCPOINTER, 0UL, document);
    m_hidden->SendScintilla(QsciScintillaBase::SCI_ALLOCATELINECHARACTERINDEX,
                            static_cast<unsigned long>(QsciScintillaBase::SC_LINECHARACTERINDEX_UTF32));
    m_hidden->SendScintilla(QsciScintillaBase::SCI_SETDOCPOINTER, 0UL, 0L);
  }
  return std::make_shared<LoadingDocument>(loader);
}

} // namespace oxp
