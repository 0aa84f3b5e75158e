// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/reply.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oxp {

/// Many replies in two blocks of memory: their pieces in the order of the wire (an array, then its items),
/// and the bytes of all of them. A tree of Reply costs an allocation a value; a scan reads millions of them.
class FlatReplies {
public:
  struct Piece {
    Reply::Type type = Reply::Type::Nil;
    qint64 number = 0;    ///< of an Integer; the count of items of an Array, -1 while that is not known
    qsizetype offset = 0; ///< of Bytes, Status and Error
    qsizetype length = 0;
  };

  void clear() {
    m_pieces.clear();
    m_bytes.resize(0);
  }
  const std::vector<Piece> &pieces() const { return m_pieces; }
  /// Valid until the next change. Empty and not null for an empty text, null for what is no text.
  QByteArrayView bytes(const Piece &piece) const {
    return isText(piece.type) ? QByteArrayView(m_bytes.constData() + piece.offset, piece.length)
                              : QByteArrayView();
  }
  qsizetype byteCount() const { return m_bytes.size(); }
  /// Bytes that are kept.
  qsizetype memory() const {
    return m_bytes.capacity() + static_cast<qsizetype>(m_pieces.capacity() * sizeof(Piece));
  }

  void addText(Reply::Type type, const char *text, qsizetype length) {
    m_pieces.push_back({type, 0, m_bytes.size(), length});
    m_bytes.append(text, length);
  }
  void add(Reply::Type type, qint64 number = 0) { m_pieces.push_back({type, number, 0, 0}); }

private:
  static bool isText(Reply::Type type) {
    return type == Reply::Type::Bytes || type == Reply::Type::Status || type == Reply::Type::Error;
  }

  std::vector<Piece> m_pieces;
  QByteArray m_bytes;
};

} // namespace oxp
