// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oxp {

/// A plain text to be found in UTF-8 bytes. Any case means Unicode's simple cases of each character. Any
/// thread; some 100 MB a second.
class TextSearch {
public:
  TextSearch(const QByteArray &what, bool matchCase);

  struct Hit {
    qsizetype offset = -1;
    qsizetype length = 0;
    bool found() const { return offset >= 0; }
  };

  bool isEmpty() const { return m_characters.empty(); }
  /// The first hit that begins at or behind `from`.
  Hit next(QByteArrayView text, qsizetype from) const;
  /// The last hit that ends at or before `until`.
  Hit previous(QByteArrayView text, qsizetype until) const;

private:
  using Spellings = std::vector<QByteArray>; ///< of one character, as UTF-8
  qsizetype lengthAt(QByteArrayView text, qsizetype at) const;

  std::vector<Spellings> m_characters;
  std::vector<char> m_leads; ///< bytes that a hit may begin with
};

} // namespace oxp
