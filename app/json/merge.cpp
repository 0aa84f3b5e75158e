// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/merge.h"

#include "json/merger.h"
#include "json/splice.h"

namespace oxp::json {

namespace {

QByteArray inLayoutOf(const QByteArray &theirs, const QByteArray &merged) {
  const auto splices = splicesFor(theirs, merged);
  return splices ? json::apply(theirs, *splices) : merged;
}

} // namespace

Result<Merge> merge(QByteArrayView base, QByteArrayView mine, QByteArrayView theirs) {
  const Tree baseTree(base);
  const Tree mineTree(mine);
  const Tree theirsTree(theirs);
  const auto invalid = [](const Tree &tree, QByteArray which) {
    return fail(ErrorKind::Invalid, QStringLiteral("not valid JSON"), std::move(which),
                tree.scan().error->offset);
  };
  if (!baseTree.valid())
    return invalid(baseTree, "base");
  if (!mineTree.valid())
    return invalid(mineTree, "mine");
  if (!theirsTree.valid())
    return invalid(theirsTree, "theirs");
  Merge result = Merger(baseTree, mineTree, theirsTree).run();
  result.theirs = theirs.toByteArray();
  result.merged = resolve(result, {});
  return result;
}

QByteArray resolve(const Merge &merge, const std::vector<Side> &choices) {
  QByteArray text = merge.head;
  for (size_t i = 0; i < merge.pieces.size(); ++i) {
    const Merge::Piece &piece = merge.pieces[i];
    const bool mine = i < choices.size() && choices[i] == Side::Mine;
    Merger::append(text, mine ? piece.mine : piece.theirs);
    Merger::append(text, piece.rest);
  }
  return inLayoutOf(merge.theirs, text);
}

} // namespace oxp::json
