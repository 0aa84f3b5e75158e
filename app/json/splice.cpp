// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/splice.h"

#include "json/excerpt.h"
#include "json/splicer.h"

namespace oxp::json {

QByteArray apply(QByteArrayView text, const std::vector<Splice> &splices) {
  qsizetype size = text.size();
  for (const Splice &splice : splices)
    size += splice.inserted.size() - splice.removed;
  QByteArray out;
  out.reserve(size);
  qsizetype from = 0;
  for (const Splice &splice : splices) {
    out.append(text.sliced(from, splice.offset - from)).append(splice.inserted);
    from = splice.offset + splice.removed;
  }
  return out.append(text.sliced(from));
}

namespace {

/// Everything is new, but for what both texts share at their ends.
std::vector<Splice> wholeText(QByteArrayView stored, QByteArrayView edited) {
  return {trimmed(stored, {0, stored.size(), edited.toByteArray()})};
}

bool inOrder(const std::vector<Splice> &splices, qsizetype size) {
  qsizetype from = 0;
  for (const Splice &splice : splices) {
    if (splice.offset < from || splice.removed < 0 || splice.removed > size - splice.offset)
      return false;
    from = splice.offset + splice.removed;
  }
  return true;
}

/// Whether a part of both texts, put between the same children, says the same.
bool sameInside(bool object, const Stretch &stretch, QByteArrayView result, QByteArrayView edited) {
  const QByteArray standIn = standInFor(result, edited);
  const QByteArray a = condensed(object, stretch, result, standIn);
  const QByteArray b = condensed(object, stretch, edited, standIn);
  const Tree treeA(a), treeB(b);
  return treeA.valid() && treeB.valid() && sameValue(treeA, 0, treeB, 0);
}

/// The bytes between the known ends of the container where the texts part.
Stretch stretchOf(const Tree &tree, const Parting &parting) {
  const Scan &scan = tree.scan();
  const std::vector<quint32> all = children(scan, parting.container);
  const Token &bracket = tree.token(parting.container);
  Stretch stretch{parting.container, parting.ends.head, parting.ends.tail, bracket.end(),
                  tree.token(bracket.partner).offset};
  if (stretch.head > 0)
    stretch.begin = tree.token(skipValue(scan, all[stretch.head - 1]) - 1).end();
  if (stretch.tail > 0)
    stretch.end = tree.token(all[all.size() - stretch.tail]).offset;
  return stretch;
}

/// All outside of the parting has been compared token by token; here what lies inside is.
bool yields(const Tree &stored, std::vector<Splice> splices, const Tree &edited, const Parting &parting) {
  const Stretch from = stretchOf(stored, parting), to = stretchOf(edited, parting);
  for (Splice &splice : splices)
    splice.offset -= from.begin;
  if (splices.empty() || !inOrder(splices, from.end - from.begin))
    return false;
  const QByteArray result = json::apply(stored.text().sliced(from.begin, from.end - from.begin), splices);
  const bool object = stored.token(parting.container).kind == TokenKind::ObjectBegin;
  return sameInside(object, from, result, edited.text().sliced(to.begin, to.end - to.begin));
}

/// The same where the texts have no container in common.
bool yields(const Tree &stored, const std::vector<Splice> &splices, const Tree &edited) {
  if (!inOrder(splices, stored.text().size()))
    return false;
  const QByteArray result = json::apply(stored.text(), splices);
  const Tree tree(result);
  return tree.valid() && sameValue(tree, 0, edited, 0);
}

} // namespace

Result<std::vector<Splice>> splicesFor(QByteArrayView stored, QByteArrayView edited) {
  return splicesFor(stored, scan(stored), edited, scan(edited));
}

Result<std::vector<Splice>> splicesFor(QByteArrayView stored, const Scan &storedScan, QByteArrayView edited,
                                       const Scan &editedScan) {
  if (!editedScan.valid())
    return fail(ErrorKind::Invalid, QStringLiteral("the edited text is not valid JSON"), "json",
                editedScan.error->offset);
  if (!storedScan.valid())
    return wholeText(stored, edited);
  Tree before(stored, storedScan), after(edited, editedScan);
  const Parting parting = part(before, after);
  if (parting.same)
    return std::vector<Splice>();
  // What a person typed must arrive even if the alignment is ever wrong: so it is looked at again.
  if (parting.container != NoToken) {
    std::vector<Splice> splices = Splicer(before, after).runFrom(parting);
    return yields(before, splices, after, parting) ? std::move(splices) : wholeText(stored, edited);
  }
  before.hashTokens(0, before.count());
  after.hashTokens(0, after.count());
  std::vector<Splice> splices = Splicer(before, after).run();
  return yields(before, splices, after) ? std::move(splices) : wholeText(stored, edited);
}

} // namespace oxp::json
