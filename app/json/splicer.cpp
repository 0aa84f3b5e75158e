// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/splicer.h"

#include "json/shortvalues.h"

#include <algorithm>

namespace oxp::json {

namespace {

/// Shorter splices stay whole tokens, which is easier to read in a record.
constexpr qsizetype WorthTrimming = 64;
constexpr qsizetype LongestColon = 100;

bool continuesCharacter(QByteArrayView bytes, qsizetype at) {
  return at < bytes.size() && (uchar(bytes[at]) & 0xC0) == 0x80;
}

} // namespace

Splice trimmed(QByteArrayView text, Splice splice) {
  const QByteArrayView removed = text.sliced(splice.offset, splice.removed);
  const QByteArrayView inserted = splice.inserted;
  const qsizetype shorter = std::min(removed.size(), inserted.size());
  qsizetype head = 0;
  while (head < shorter && removed[head] == inserted[head])
    ++head;
  while (head > 0 && (continuesCharacter(removed, head) || continuesCharacter(inserted, head)))
    --head;
  qsizetype tail = 0;
  while (tail < shorter - head && removed[removed.size() - 1 - tail] == inserted[inserted.size() - 1 - tail])
    ++tail;
  while (tail > 0 && continuesCharacter(removed, removed.size() - tail))
    --tail;
  return {splice.offset + head, splice.removed - head - tail,
          splice.inserted.sliced(head, splice.inserted.size() - head - tail)};
}

std::vector<Splice> Splicer::run() {
  m_open.emplace_back(0, 0);
  compareOpen();
  return ordered();
}

std::vector<Splice> Splicer::runFrom(const Parting &parting) {
  compareContainers(parting.container, parting.container, parting.ends);
  compareOpen();
  return ordered();
}

void Splicer::compareOpen() {
  while (!m_open.empty()) {
    const auto [stored, edited] = m_open.back();
    m_open.pop_back();
    compare(stored, edited);
  }
}

void Splicer::compare(quint32 stored, quint32 edited) {
  if (sameValue(m_stored, stored, m_edited, edited))
    return;
  const Token &before = m_stored.token(stored);
  if (before.opens() && before.kind == m_edited.token(edited).kind) {
    compareContainers(stored, edited);
    return;
  }
  const Surroundings around = m_surroundings.of(before.parent);
  replace(beginOf(stored), endOf(stored),
          layOutValue(m_edited.text(), m_edited.scan(), edited, around.style, around.base));
}

void Splicer::compareContainers(quint32 stored, quint32 edited, const std::optional<KnownEnds> &known) {
  Container in;
  in.begin = stored;
  in.object = m_stored.token(stored).kind == TokenKind::ObjectBegin;
  in.children = in.object ? alignMembers(m_stored, stored, m_edited, edited, known)
                          : alignElements(m_stored, stored, m_edited, edited, m_budget, known);
  const KnownEnds same = known.value_or(KnownEnds());
  const quint32 tail = quint32(in.children.before.size()) - same.tail;
  in.children.walk([&](quint32 i, quint32 iEnd, quint32 j, quint32 jEnd) { gap(in, i, iEnd, j, jEnd); },
                   [&](quint32 i, quint32 j) {
                     if (i >= same.head && i < tail)
                       pair(in, i, j);
                   });
}

const Surroundings &Splicer::around(Container &in) {
  if (!in.around)
    in.around = m_surroundings.of(in.begin);
  return *in.around;
}

/// Children before i..iEnd make way for the children after j..jEnd: as many as possible in place.
void Splicer::gap(Container &in, quint32 i, quint32 iEnd, quint32 j, quint32 jEnd) {
  quint32 inPlace = std::min(iEnd - i, jEnd - j);
  if (movedInto(in, j, jEnd))
    inPlace = 0; // their own bytes come with them
  for (quint32 k = 0; k < inPlace; ++k)
    pair(in, i + k, j + k);
  if (j + inPlace < jEnd)
    insert(in, i + inPlace, j + inPlace, jEnd);
  if (i + inPlace < iEnd)
    remove(in, i + inPlace, iEnd);
}

void Splicer::pair(const Container &in, quint32 i, quint32 j) {
  quint32 stored = in.children.before[i];
  quint32 edited = in.children.after[j];
  if (in.object) {
    if (m_stored.tokenText(stored) != m_edited.tokenText(edited))
      replace(beginOf(stored), m_stored.token(stored).end(), m_edited.tokenText(edited).toByteArray());
    ++stored;
    ++edited;
  }
  m_open.emplace_back(stored, edited);
}

/// A removed child takes the comma before it along, or the one after it when it is the first.
void Splicer::remove(const Container &in, quint32 i, quint32 iEnd) {
  const std::vector<quint32> &children = in.children.before;
  const qsizetype end = endOf(children[iEnd - 1]);
  if (i > 0)
    replace(endOf(children[i - 1]), end, {});
  else if (iEnd < children.size())
    replace(beginOf(children[0]), beginOf(children[iEnd]), {});
  else
    replace(m_stored.token(in.begin).end(), beginOf(m_stored.token(in.begin).partner), {});
}

/// New children come after the child before i, or in front of the first.
void Splicer::insert(Container &in, quint32 i, quint32 j, quint32 jEnd) {
  const std::vector<quint32> &children = in.children.before;
  if (children.empty()) {
    fillEmpty(in, j, jEnd);
    return;
  }
  QByteArray text;
  const quint32 neighbour = children[i > 0 ? i - 1 : 0];
  const QByteArray separator = m_surroundings.separatorAt(in.begin, neighbour, around(in));
  for (; j < jEnd; ++j) {
    if (i > 0)
      text.append(separator).append(childText(in, j));
    else
      text.append(childText(in, j)).append(separator);
  }
  // In front: the children up to the next one that stays may be on their way out.
  const qsizetype at = i > 0 ? endOf(neighbour) : beginOf(neighbour);
  replace(at, at, std::move(text));
}

void Splicer::fillEmpty(Container &in, quint32 j, quint32 jEnd) {
  const Style &style = around(in).style;
  const quint32 edited = m_edited.token(in.children.after[j]).parent;
  const bool pretty = style.kind == Style::Kind::Pretty;
  const bool lines =
      pretty && !ShortValues(m_edited.text(), m_edited.scan(), style, nullptr).contains(edited);
  const QByteArray lead = lines                  ? style.newline + around(in).base
                          : pretty && !in.object ? QByteArray()
                                                 : style.padding;
  const QByteArray between = lines ? lead : pretty ? QByteArray(" ") : QByteArray();
  QByteArray text = lead;
  for (quint32 k = j; k < jEnd; ++k) {
    if (k > j)
      text.append(style.comma).append(between);
    text.append(childText(in, k));
  }
  if (lines) {
    const qsizetype outer = std::max<qsizetype>(0, around(in).base.size() - style.indent.size());
    text.append(style.newline).append(around(in).base.first(outer));
  } else {
    text.append(lead);
  }
  const Token &begin = m_stored.token(in.begin);
  replace(begin.end(), beginOf(begin.partner), std::move(text));
}

bool Splicer::movedInto(const Container &in, quint32 j, quint32 jEnd) const {
  const auto &moved = in.children.moved;
  const auto first =
      std::lower_bound(moved.begin(), moved.end(), j,
                       [](const IndexPair &pair, quint32 value) { return pair.second < value; });
  return first != moved.end() && first->second < jEnd;
}

QByteArray Splicer::childText(Container &in, quint32 j) {
  const quint32 edited = in.children.after[j];
  const auto &moved = in.children.moved;
  const auto from = std::lower_bound(moved.begin(), moved.end(), j, [](const IndexPair &pair, quint32 value) {
    return pair.second < value;
  });
  if (from != moved.end() && from->second == j) {
    const quint32 stored = in.children.before[from->first];
    if (m_stored.tokenText(stored) == m_edited.tokenText(edited) &&
        sameValue(m_stored, stored + 1, m_edited, edited + 1))
      return m_stored.text().sliced(beginOf(stored), endOf(stored) - beginOf(stored)).toByteArray();
  }
  if (!in.object)
    return layOutValue(m_edited.text(), m_edited.scan(), edited, around(in).style, around(in).base);
  QByteArray text = m_edited.tokenText(edited).toByteArray();
  const bool hasMembers = !in.children.before.empty();
  const QByteArrayView colon = hasMembers ? m_stored.gapBefore(in.begin + 2) : around(in).style.colon;
  text.append(colon.size() <= LongestColon ? colon : QByteArrayView(around(in).style.colon));
  return text.append(
      layOutValue(m_edited.text(), m_edited.scan(), edited + 1, around(in).style, around(in).base));
}

std::vector<Splice> Splicer::ordered() {
  std::stable_sort(m_splices.begin(), m_splices.end(), [](const Splice &a, const Splice &b) {
    return std::pair(a.offset, a.removed > 0) < std::pair(b.offset, b.removed > 0);
  });
  std::vector<Splice> joined;
  joined.reserve(m_splices.size());
  for (Splice &splice : m_splices) {
    const bool touches = !joined.empty() && joined.back().offset + joined.back().removed == splice.offset;
    if (!touches) {
      joined.push_back(std::move(splice));
      continue;
    }
    joined.back().removed += splice.removed;
    joined.back().inserted.append(splice.inserted);
  }
  for (Splice &splice : joined) {
    if (std::min(splice.removed, splice.inserted.size()) > WorthTrimming)
      splice = trimmed(m_stored.text(), std::move(splice));
  }
  return joined;
}

} // namespace oxp::json
