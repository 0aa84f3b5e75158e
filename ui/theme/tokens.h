// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "bull/jobstate.h"

#include <QColor>

class QPalette;

namespace oxp {

enum class Scheme { Light, Dark };

/// The colours that text and icons may have. The widgets name a tint, never a colour, so that switching the
/// scheme needs no work from them.
enum class Tint {
  Text,
  Text2, ///< times, sizes, hints
  Text3, ///< disabled things only
  Accent,
  OnAccent, ///< on a filled accent
  Err,
  Warn,
  Ok,
  Waiting, ///< the states, in their own colours
  Active,
  Delayed,
  Prioritized,
  WaitingChildren,
  Completed,
  Failed,
  Paused,
  Schedulers,
  Production, ///< the marks of the environments
  Staging,
  Local,
};

/// The band over a window and the mark of a profile.
struct EnvironmentColours {
  QColor band, bandText, mark;
};

/// Every colour of the program, once a scheme.
struct Tokens {
  QColor window; ///< chrome, dock, headers, margins
  QColor base;   ///< table, editor, fields
  QColor button; ///< fill of a normal button
  QColor hover;  ///< row under the pointer
  QColor sel;    ///< selection of the focused view
  QColor selOff; ///< selection of a view without focus
  QColor text, text2, text3;
  QColor border; ///< fields, buttons, frames, scroll thumb
  QColor hair;   ///< separators; decoration only
  QColor accent, onAccent;
  QColor err, warn, ok;
  QColor errBg, warnBg, infoBg, okBg;
  QColor addBg, delBg, conflictBg;
  QColor waiting, active, delayed, prioritized, waitingChildren, completed, failed, paused, schedulers;
  EnvironmentColours production, staging, local;

  /// The rule below a table row.
  QColor rowRule() const;
  /// What is left of a progress bar.
  QColor track() const;
  QColor tint(Tint tint) const;
  QColor state(JobState state) const;
  const EnvironmentColours &environment(Environment environment) const;
};

const Tokens &tokensFor(Scheme scheme);

/// A system palette of high contrast, taken as it is: its colours in the places of ours.
Tokens tokensFromPalette(const QPalette &palette);

/// The palette for plain widgets and views.
QPalette paletteFrom(const Tokens &tokens);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

/// `share` (0 to 1) of `top` laid over `below`.
QColor mixed(const QColor &top, const QColor &below, double share);

Tint tintOf(JobState state);
Tint tintOf(Environment environment);

} // namespace oxp
