// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// From which sizes on the editor works in another way, and the numbers of what it puts into the view.
namespace oxp {

namespace limits {
inline constexpr qsizetype LoadHere = 1'000'000;   ///< bytes; larger texts are filled on a worker
inline constexpr qsizetype AnalyseHere = 200'000;  ///< bytes; larger texts are scanned on a worker
inline constexpr qsizetype RewriteHere = 500'000;  ///< bytes; larger texts are laid out on a worker
inline constexpr qsizetype LongestLine = 100'000;  ///< bytes; longer ones take seconds to paint
inline constexpr qsizetype SearchHere = 1'000'000; ///< bytes; larger texts are searched on a worker
inline constexpr int ScanDelayMs = 120;            ///< from the last key to the scan of a larger text
inline constexpr qint64 StyledBytesALine = 20'000;
inline constexpr int SliceMs = 15;
inline constexpr long FoldSliceLines = 100'000;  ///< lines hidden or shown at a time, 7 ms
inline constexpr long FoldAtOnceLines = 150'000; ///< longer texts: the first fold takes a turn of its own
inline constexpr long MostFoldedLines = 250'000; ///< with more, the first fold would hold the window
inline constexpr size_t EditsTold = 256;         ///< more of them at once are told as one
} // namespace limits

enum EditorMargin { NumbersMargin, MarksMargin, BoxesMargin, ChangesMargin };
enum EditorMarker {
  ChangedMarker = 1,
  FoldOpenMarker,
  FoldClosedMarker,
  MaskMarker,
  ErrorMarker,
  ConflictMarker, ///< icon of a place that both sides changed
  ConflictLine,   ///< tint of its lines
  TakenLine       ///< tint of lines that one side changed
};
inline constexpr int ErrorIndicator = 9;
/// Of the container action in the undo history that tells a revealed value from an edit.
inline constexpr int RevealToken = -1;

} // namespace oxp
