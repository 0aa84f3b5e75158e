// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/layout.h"
#include "json/tree.h"

#include <optional>

namespace oxp::json {

/// How the children of one stored container are laid out, and so how new ones have to be.
struct Surroundings {
  Style style;
  QByteArray base; ///< Pretty: indentation of the children's lines
};

/// Answers for the containers of one text how new children are to be laid out there. For use inside this
/// layer.
class SurroundingsFinder {
public:
  explicit SurroundingsFinder(const Tree &tree)
      : m_tree(tree) {}

  /// For the children of the container at `begin`; NoToken: for the outermost value.
  Surroundings of(quint32 begin) const;

  /// What goes between the child at `child` and a new one next to it: a comma and white space as it has
  /// between itself and its neighbours.
  QByteArray separatorAt(quint32 begin, quint32 child, const Surroundings &around) const;

private:
  bool isEmpty(quint32 begin) const { return m_tree.token(begin).partner == begin + 1; }
  bool hasLines(quint32 begin) const { return !isEmpty(begin) && m_tree.gapBefore(begin + 1).contains('\n'); }
  Surroundings inLines(quint32 begin, QByteArray base) const;
  quint32 shortChild(quint32 begin) const;
  std::optional<Style> singleLineStyle(quint32 begin) const;
  Style inheritedStyle(quint32 begin) const;
  QByteArray defaultSeparator(quint32 begin, const Surroundings &around) const;

  /// Of the text as a whole. To find it takes a look at each token of a text without lines.
  const Style &document() const;

  const Tree &m_tree;
  mutable std::optional<Style> m_document;
};

} // namespace oxp::json
