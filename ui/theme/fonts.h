// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

class QFontMetrics;
class QLocale;

namespace oxp {

/// The fonts of the window, all derived from the system's own. GUI thread only.
namespace fonts {

/// Names the Chinese, Japanese or Korean family to use after ours, by the language of the window, so that
/// Chinese does not appear in Japanese shapes. Call once, after the QApplication and before the first widget.
void installSubstitutions(const QLocale &language);

QFont ui();       ///< the system's font at the system's size
QFont uiBold();   ///< the same in bold
QFont small();    ///< second lines, headers, the status bar
QFont title();    ///< a job's name
QFont heading();  ///< a queue's name
QFont headline(); ///< an empty place
QFont mono();     ///< JSON, the search box
QFont monoId();   ///< ids and pointers in tables
QFont monoLine(); ///< line numbers

/// For right-aligned figures: the window's font if its digits are of one width, else the fixed one.
QFont figures();

/// The first of `candidates` that is fixed and installed; the system's fixed family before them all if it is
/// a real one.
QString monoFamily(const QStringList &candidates);

/// Whether the ten digits are of one width.
bool hasTabularFigures(const QFontMetrics &metrics);

/// The height of a table row: even, at least 24 (compact 20), and never less than the font needs.
int rowHeight(const QFont &font, bool compact = false);

} // namespace fonts
} // namespace oxp
