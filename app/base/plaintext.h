// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// What is in a text that is no text: colour sequences of terminals, and characters that cannot be seen or
/// that turn the direction of writing. Pure, any thread.
namespace oxp::plaintext {

/// Without the sequences by which programs colour a terminal (ECMA-48 CSI, and OSC as for titles and links);
/// the same bytes where there are none. An escape that begins nothing stays.
QByteArray withoutColours(const QByteArray &text);

/// The short name that stands for a character nobody can see (`NUL`, `RLO`, `ZWSP`, `NBSP`), or that moves
/// the ones after it; empty for all others. Line feed and tab have none.
QString markOf(char32_t c);

/// Whether a character with a mark is part of how its neighbours are written (the joiners in an emoji or in
/// Persian, the tags of a flag), so that it needs none there. `before` and `after` are 0 at the ends.
bool belongsToNeighbours(char32_t before, char32_t c, char32_t after);

/// A mark that is put on the character before it, as an accent.
bool isCombining(char32_t c);

/// As many of them on one character are drawn; more are told by their number.
inline constexpr int MostCombining = 8;

} // namespace oxp::plaintext
