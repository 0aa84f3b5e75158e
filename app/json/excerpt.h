// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"
#include "json/scannedtext.h"
#include "json/splice.h"

#include <optional>

namespace oxp::json {

/// A run of bytes inside one container of a text, between two of its children (or its brackets): whole
/// children and what stands between them.
struct Stretch {
  quint32 container = 0;
  quint32 head = 0, tail = 0; ///< children of the container in front of it and behind it
  qsizetype begin = 0, end = 0;
};

/// The innermost stretch around all that the splices touch; nothing when they reach beyond every container.
std::optional<Stretch> stretchAround(const Scan &scan, const std::vector<Splice> &splices);

/// What an edit of a large text is about, as two small texts: the innermost container around all that it
/// touches, with a stand-in each for the children in front of the edit and for those behind it. What holds of
/// the two small texts holds of the large ones, so that nobody has to read those again.
class Excerpt {
public:
  /// `after` is `before` with the splices carried out. Nothing when that cannot be told from a part of it:
  /// then the whole texts have to be looked at.
  static std::optional<Excerpt> of(const ScannedText &before, QByteArrayView after,
                                   const std::vector<Splice> &splices);

  const QByteArray &before() const { return m_before; }
  const QByteArray &after() const { return m_after; }
  /// Where the container stands in the large text.
  const Pointer &place() const { return m_place; }
  /// A place in the small texts as one in the large ones.
  Pointer toWhole(Pointer pointer) const;

private:
  Excerpt(const ScannedText &whole, const Stretch &stretch);
  quint32 keysInFront(const QByteArray &key) const;

  const ScannedText *m_whole;
  Stretch m_stretch;
  Pointer m_place;
  QByteArray m_standIn;
  QByteArray m_before, m_after;
};

/// A small text around `inside`, which stood in a stretch: what Excerpt is made of. `standIn` is a JSON
/// string that does not occur in it.
QByteArray condensed(bool object, const Stretch &stretch, QByteArrayView inside, const QByteArray &standIn);
/// A JSON string that occurs in neither.
QByteArray standInFor(QByteArrayView a, QByteArrayView b);

/// Whether `after` is `before` with the splices carried out.
bool isApplied(QByteArrayView before, const std::vector<Splice> &splices, QByteArrayView after);
/// Scans a text that came of another by splices: only what they touch, where that is enough. The error, when
/// there is one, is that of the whole text.
std::optional<ScanError> errorAfter(const ScannedText &before, QByteArrayView after,
                                    const std::vector<Splice> &splices);

} // namespace oxp::json
