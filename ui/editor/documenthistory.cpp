// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/documenthistory.h"

#include <Qsci/qsciscintillabase.h>

#include <algorithm>

namespace oxp {
namespace {

constexpr size_t MostLinks = 3;

} // namespace

int DocumentHistory::add(void *older, void *newer) {
  for (void *document : {older, newer})
    m_view->SendScintilla(QsciScintillaBase::SCI_ADDREFDOCUMENT, 0UL, document);
  m_links.push_back({older, newer, ++m_lastToken});
  if (m_links.size() > MostLinks) {
    release(m_links.front());
    m_links.pop_front();
  }
  return m_lastToken;
}

const DocumentHistory::Link *DocumentHistory::find(int token) const {
  const auto found =
      std::find_if(m_links.begin(), m_links.end(), [token](const Link &link) { return link.token == token; });
  return found != m_links.end() ? &*found : nullptr;
}

void *DocumentHistory::older(int token) const {
  const Link *link = find(token);
  return link ? link->older : nullptr;
}

void *DocumentHistory::newer(int token) const {
  const Link *link = find(token);
  return link ? link->newer : nullptr;
}

void DocumentHistory::forgetAfter(void *current) {
  const auto from = std::find_if(m_links.begin(), m_links.end(),
                                 [current](const Link &link) { return link.older == current; });
  std::for_each(from, m_links.end(), [this](const Link &link) { release(link); });
  m_links.erase(from, m_links.end());
}

void DocumentHistory::clear() {
  for (const Link &link : m_links)
    release(link);
  m_links.clear();
}

void DocumentHistory::release(const Link &link) {
  for (void *document : {link.older, link.newer})
    m_view->SendScintilla(QsciScintillaBase::SCI_RELEASEDOCUMENT, 0UL, document);
}

} // namespace oxp
