// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/splice.h"

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

bool yields(const Tree &stored, const std::vector<Splice> &splices, const Tree &edited) {
  if (splices.empty())
    return sameValue(stored, 0, edited, 0);
  if (!inOrder(splices, stored.text().size()))
    return false;
  const QByteArray result = json::apply(stored.text(), splices);
  const Tree tree(result);
  return tree.valid() && sameValue(tree, 0, edited, 0);
}

} // namespace

Result<std::vector<Splice>> splicesFor(QByteArrayView stored, QByteArrayView edited) {
  const Tree after(edited);
  if (!after.valid())
    return fail(ErrorKind::Invalid, QStringLiteral("the edited text is not valid JSON"), "json",
                after.scan().error->offset);
  const Tree before(stored);
  if (!before.valid())
    return wholeText(stored, edited);
  std::vector<Splice> splices = Splicer(before, after).run();
  // What a person typed must arrive even if the alignment above is ever wrong.
  if (!yields(before, splices, after))
    return wholeText(stored, edited);
  return splices;
}

} // namespace oxp::json
