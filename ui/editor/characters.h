// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace oxp {

/// What a line holds that Scintilla cannot draw by itself.

/// A part of a line that is read from right to left, in bytes. It lies between quotes, escapes and letters
/// that are read from left to right, so that each token keeps its place; numbers within and behind belong to
/// it.
struct RightToLeft {
  qsizetype begin = 0, end = 0;
  bool operator==(const RightToLeft &) const = default;
};
std::vector<RightToLeft> rightToLeftParts(QByteArrayView line);

/// A character that cannot be seen: its short name, for its mark. Empty for all others, and for those that
/// mean something where they stand (joiners between two emoji, selectors behind one).
QString unseenName(char32_t character);
/// Those of them that take room by a mark wherever they stand; a joiner does not.
QList<char32_t> unseenCharacters();

/// A character at a place in a line, in bytes.
struct CharacterPlace {
  qsizetype at = 0;
  char32_t character = 0;
};
/// The unseen characters of a line, those within emoji left out.
std::vector<CharacterPlace> unseenIn(QByteArrayView line);

/// Whether a character takes part in the joining of its neighbours, so that each of them alone has no width
/// that Scintilla could measure.
bool readsFromRight(char32_t character);

/// Bytes of what a person sees as one character, behind or in front of a place in a text: a letter with its
/// marks, a flag, a family of emoji. At least one character, and at most what a few thousand bytes hold.
qsizetype clusterBehind(QByteArrayView text, qsizetype at);
qsizetype clusterBefore(QByteArrayView text, qsizetype at);

} // namespace oxp
