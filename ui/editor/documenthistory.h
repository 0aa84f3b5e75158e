// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

class QsciScintillaBase;

namespace oxp {

/// Which document replaced which, for undo across a swap of documents. A pair is known by a token that lies
/// as a container action at the end of the older document's undo history and at the start of the newer one's.
/// Holds a reference on each document and keeps the last few pairs only: each costs twice its text.
class DocumentHistory {
public:
  explicit DocumentHistory(QsciScintillaBase *view)
      : m_view(view) {}
  ~DocumentHistory() { clear(); }
  DocumentHistory(const DocumentHistory &) = delete;
  DocumentHistory &operator=(const DocumentHistory &) = delete;

  /// Remembers a pair; the token for both undo histories.
  int add(void *older, void *newer);
  /// nullptr when the pair is no longer kept.
  void *older(int token) const;
  void *newer(int token) const;
  /// `current` was edited: what had replaced it cannot be had again by Redo.
  void forgetAfter(void *current);
  void clear();
  bool isEmpty() const { return m_links.empty(); }

private:
  struct Link {
    void *older;
    void *newer;
    int token;
  };
  const Link *find(int token) const;
  void release(const Link &link);

  QsciScintillaBase *m_view;
  std::deque<Link> m_links;
  int m_lastToken = 0;
};

} // namespace oxp
