// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oxp {

/// A long text, cut into pieces so small that laying one out takes no time: a line each, or a part of a long
/// line, cut behind a space or between two characters as a person sees them. Cutting reads the whole text
/// (some 200 MB a second): a worker does it for large ones. A value, any thread.
class TextPieces {
public:
  /// Bytes of a piece at most; a byte that is shown as a mark counts for several.
  static constexpr qsizetype Largest = 2'000;

  TextPieces() = default;
  /// `utf8` may hold anything; colour sequences of terminals are left out.
  static TextPieces of(const QByteArray &utf8);

  const QByteArray &text() const { return m_text; }
  qsizetype size() const { return m_text.size(); }
  /// At least one; the only one of an empty text is empty.
  qsizetype count() const { return qsizetype(m_starts.size()) - 1; }
  qint64 lines() const { return m_lines; }

  qsizetype start(qsizetype piece) const { return m_starts[size_t(piece)]; }
  /// Where the piece ends, without its line break.
  qsizetype end(qsizetype piece) const;
  QByteArrayView bytes(qsizetype piece) const;
  /// The piece that holds a byte; the last one for the end of the text.
  qsizetype pieceAt(qsizetype byte) const;

  /// Code points before a piece, as assistive tools count; count() gives all.
  qint64 charactersBefore(qsizetype piece) const { return m_characters[size_t(piece)]; }
  /// Code points before a byte, and the way back.
  qint64 charactersAt(qsizetype byte) const;
  qsizetype byteOfCharacter(qint64 character) const;

private:
  QByteArray m_text;
  std::vector<quint32> m_starts{0, 0};     ///< of every piece, and the end
  std::vector<quint32> m_characters{0, 0}; ///< code points before every piece, and all
  qint64 m_lines = 1;
};

} // namespace oxp
