// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// Texts whose case does not count. Inside this layer only.
namespace oxp::search {

/// ASCII letters in lower case; other characters case-folded where that leaves them other than ASCII (so
/// that the ASCII of a needle stands as ASCII bytes in every text that holds it). Bytes that are no UTF-8
/// stay.
QByteArray folded(QByteArrayView text);

/// The longest stretch of ASCII in a text.
QByteArrayView longestAsciiRun(QByteArrayView text);

/// A needle that is looked for in many texts.
class FoldedNeedle {
public:
  explicit FoldedNeedle(QByteArrayView text = {});
  bool in(QByteArrayView text) const;
  const QByteArray &needle() const { return m_needle; }

private:
  QByteArray m_needle; ///< folded
  QByteArray m_run;    ///< its longest ASCII
};

} // namespace oxp::search
