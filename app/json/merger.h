// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/align.h"
#include "json/merge.h"

#include <QHash>

#include <array>

namespace oxp::json {

/// Walks three trees side by side and writes the merged text, without white space, in pieces. For use
/// inside this layer; merge() is the way in from outside.
class Merger {
public:
  Merger(const Tree &base, const Tree &mine, const Tree &theirs)
      : m_base(base)
      , m_mine(mine)
      , m_theirs(theirs) {}

  Merge run();

  /// Adds a chunk to a text; the comma that begins it goes where it would follow an opening bracket.
  static void append(QByteArray &out, QByteArrayView chunk);

private:
  /// The same place in the three texts; NoToken where it is not there. Keys, for members.
  struct Three {
    quint32 base;
    quint32 mine;
    quint32 theirs;
  };
  struct Range {
    quint32 from;
    quint32 to;
    quint32 size() const { return to - from; }
  };
  /// A stretch of an array between elements that all three have.
  struct Chunk {
    Range base;
    Range mine;
    Range theirs;
  };
  struct Elements {
    std::vector<quint32> base;
    std::vector<quint32> mine;
    std::vector<quint32> theirs;
    std::vector<Chunk> chunks; ///< each but the last is followed by one common element
  };
  using Keys = QHash<QByteArray, quint32>;
  struct Members {
    Keys base;
    Keys mine;
    Keys theirs;
  };

  void value(const Three &at);
  void objects(const Three &at, const Members &members);
  void member(const QByteArray &key, const Three &at);
  void bothHave(const Three &at);
  void oneHas(Side side, const Three &at);
  bool arrays(const Three &at);
  void chunk(const Elements &in, const Chunk &chunk);
  void takeChunk(Side side, const Elements &in, const Chunk &chunk);

  bool allAre(const Three &at, TokenKind kind) const;
  std::optional<Members> uniqueMembers(const Three &at) const;
  std::vector<QByteArray> orderOfKeys(const Three &at, const Members &members) const;
  bool reordered(const Tree &side, quint32 begin, const Keys &baseKeys) const;
  Elements alignThree(const Three &at);
  bool sameRange(const Tree &a, const std::vector<quint32> &in, Range i, const Tree &b,
                 const std::vector<quint32> &inB, Range j) const;
  bool untouched(Side side, const Elements &in, const Chunk &chunk) const;
  bool agree(const Elements &in, const Chunk &chunk) const;
  bool canMerge(const Elements &in, const Chunk &chunk) const;

  const Tree &tree(Side side) const { return side == Side::Mine ? m_mine : m_theirs; }
  void emitText(QByteArrayView chunk);
  void conflict(const Three &at);
  void conflictingMember(Side side, const Three &at);
  void noteChanges(Side side, quint32 base, quint32 changed);
  void note(Side side, Change::Kind kind, QByteArray before, QByteArray after);

  const Tree &m_base;
  const Tree &m_mine;
  const Tree &m_theirs;
  AlignmentBudget m_budget;
  Pointer m_path;
  Merge m_merge;
};

} // namespace oxp::json
