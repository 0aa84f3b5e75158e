// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/merger.h"

namespace oxp::json {

namespace {

/// Deeper than this, what differs on both sides is one choice; keeps the recursion off the stack's end.
constexpr size_t DeepestMerge = 400;

quint32 valueOf(const Tree &tree, quint32 token) {
  return tree.token(token).kind == TokenKind::Key ? token + 1 : token;
}

QByteArray memberText(const Tree &tree, quint32 key) {
  return ',' + tree.tokenText(key).toByteArray() + ':' + tree.minified(key + 1);
}

} // namespace

Merge Merger::run() {
  value({0, 0, 0});
  return std::move(m_merge);
}

void Merger::append(QByteArray &out, QByteArrayView chunk) {
  const bool first = out.endsWith('{') || out.endsWith('[');
  out.append(first && chunk.startsWith(',') ? chunk.sliced(1) : chunk);
}

void Merger::value(const Three &at) {
  if (sameValue(m_mine, at.mine, m_theirs, at.theirs)) {
    emitText(m_theirs.minified(at.theirs));
  } else if (sameValue(m_base, at.base, m_mine, at.mine)) {
    noteChanges(Side::Theirs, at.base, at.theirs);
    emitText(m_theirs.minified(at.theirs));
  } else if (sameValue(m_base, at.base, m_theirs, at.theirs)) {
    noteChanges(Side::Mine, at.base, at.mine);
    emitText(m_mine.minified(at.mine));
  } else if (m_path.steps.size() < DeepestMerge && allAre(at, TokenKind::ObjectBegin)) {
    const std::optional<Members> members = uniqueMembers(at);
    members ? objects(at, *members) : conflict(at);
  } else if (m_path.steps.size() >= DeepestMerge || !allAre(at, TokenKind::ArrayBegin) || !arrays(at)) {
    conflict(at);
  }
}

bool Merger::allAre(const Three &at, TokenKind kind) const {
  return m_base.token(at.base).kind == kind && m_mine.token(at.mine).kind == kind &&
         m_theirs.token(at.theirs).kind == kind;
}

std::optional<Merger::Members> Merger::uniqueMembers(const Three &at) const {
  const auto keysOf = [](const Tree &tree, quint32 begin, Keys &keys) {
    const std::vector<quint32> tokens = children(tree.scan(), begin);
    for (const quint32 token : tokens)
      keys.insert(tree.key(token), token);
    return size_t(keys.size()) == tokens.size();
  };
  Members members;
  const bool unique = keysOf(m_base, at.base, members.base) && keysOf(m_mine, at.mine, members.mine) &&
                      keysOf(m_theirs, at.theirs, members.theirs);
  return unique ? std::optional(std::move(members)) : std::nullopt;
}

void Merger::objects(const Three &at, const Members &members) {
  emitText("{");
  for (const QByteArray &key : orderOfKeys(at, members)) {
    member(key, {members.base.value(key, NoToken), members.mine.value(key, NoToken),
                 members.theirs.value(key, NoToken)});
  }
  emitText("}");
}

/// Whether a side changed the order of the members that it has from the base.
bool Merger::reordered(const Tree &side, quint32 begin, const Keys &baseKeys) const {
  quint32 last = 0;
  for (const quint32 key : children(side.scan(), begin)) {
    const quint32 there = baseKeys.value(side.key(key), NoToken);
    if (there == NoToken)
      continue;
    if (there < last)
      return true;
    last = there;
  }
  return false;
}

/// The order of theirs (or of mine, when only mine changed the order), the other's members after those
/// that they follow there.
std::vector<QByteArray> Merger::orderOfKeys(const Three &at, const Members &members) const {
  const bool byMine =
      reordered(m_mine, at.mine, members.base) && !reordered(m_theirs, at.theirs, members.base);
  const Tree &leading = byMine ? m_mine : m_theirs;
  const Tree &other = byMine ? m_theirs : m_mine;
  const Keys &leadingKeys = byMine ? members.mine : members.theirs;
  std::vector<QByteArray> order;
  QHash<QByteArray, std::vector<QByteArray>> followers;
  QByteArray anchor;
  bool atFront = true;
  for (const quint32 token : children(other.scan(), byMine ? at.theirs : at.mine)) {
    const QByteArray key = other.key(token);
    if (leadingKeys.contains(key)) {
      anchor = key;
      atFront = false;
    } else {
      (atFront ? order : followers[anchor]).push_back(key);
    }
  }
  for (const quint32 token : children(leading.scan(), byMine ? at.mine : at.theirs)) {
    const QByteArray key = leading.key(token);
    order.push_back(key);
    if (const auto found = followers.constFind(key); found != followers.constEnd())
      order.insert(order.end(), found->begin(), found->end());
  }
  return order;
}

void Merger::member(const QByteArray &key, const Three &at) {
  m_path.steps.push_back({QByteArray(key.constData(), key.size()), 1});
  if (at.mine != NoToken && at.theirs != NoToken)
    bothHave(at);
  else if (at.mine != NoToken || at.theirs != NoToken)
    oneHas(at.mine != NoToken ? Side::Mine : Side::Theirs, at);
  m_path.steps.pop_back();
}

void Merger::bothHave(const Three &at) {
  const QByteArrayView theirKey = m_theirs.tokenText(at.theirs);
  const bool theirsKept = at.base != NoToken && m_base.tokenText(at.base) == theirKey;
  emitText(',' + (theirsKept ? m_mine.tokenText(at.mine) : theirKey).toByteArray() + ':');
  const Three values{at.base == NoToken ? NoToken : at.base + 1, at.mine + 1, at.theirs + 1};
  if (at.base != NoToken)
    value(values);
  else if (sameValue(m_mine, values.mine, m_theirs, values.theirs))
    emitText(m_theirs.minified(values.theirs));
  else
    conflict(values);
}

void Merger::oneHas(Side side, const Three &at) {
  const quint32 key = side == Side::Mine ? at.mine : at.theirs;
  if (at.base == NoToken) {
    note(side, Change::Added, {}, tree(side).minified(key + 1));
    emitText(memberText(tree(side), key));
  } else if (sameValue(m_base, at.base + 1, tree(side), key + 1)) {
    note(side == Side::Mine ? Side::Theirs : Side::Mine, Change::Removed, m_base.minified(at.base + 1), {});
  } else {
    conflictingMember(side, at);
  }
}

bool Merger::arrays(const Three &at) {
  const Elements in = alignThree(at);
  for (const Chunk &each : in.chunks) {
    if (!canMerge(in, each))
      return false;
  }
  emitText("[");
  for (const Chunk &each : in.chunks) {
    chunk(in, each);
    if (each.theirs.to < in.theirs.size()) {
      emitText(",");
      emitText(m_theirs.minified(in.theirs[each.theirs.to]));
    }
  }
  emitText("]");
  return true;
}

Merger::Elements Merger::alignThree(const Three &at) {
  const Alignment mine = alignElements(m_base, at.base, m_mine, at.mine, m_budget);
  const Alignment theirs = alignElements(m_base, at.base, m_theirs, at.theirs, m_budget);
  Elements in{mine.before, mine.after, theirs.after, {}};
  Chunk open{{0, 0}, {0, 0}, {0, 0}};
  auto t = theirs.kept.begin();
  for (const auto &[base, inMine] : mine.kept) {
    while (t != theirs.kept.end() && t->first < base)
      ++t;
    if (t == theirs.kept.end())
      break;
    const bool common = t->first == base && sameValue(m_base, in.base[base], m_mine, in.mine[inMine]) &&
                        sameValue(m_base, in.base[base], m_theirs, in.theirs[t->second]);
    if (!common)
      continue;
    open.base.to = base;
    open.mine.to = inMine;
    open.theirs.to = t->second;
    in.chunks.push_back(open);
    open = {{base + 1, 0}, {inMine + 1, 0}, {t->second + 1, 0}};
  }
  open.base.to = quint32(in.base.size());
  open.mine.to = quint32(in.mine.size());
  open.theirs.to = quint32(in.theirs.size());
  in.chunks.push_back(open);
  return in;
}

bool Merger::sameRange(const Tree &a, const std::vector<quint32> &in, Range i, const Tree &b,
                       const std::vector<quint32> &inB, Range j) const {
  if (i.size() != j.size())
    return false;
  for (quint32 k = 0; k < i.size(); ++k) {
    if (!sameValue(a, in[i.from + k], b, inB[j.from + k]))
      return false;
  }
  return true;
}

bool Merger::untouched(Side side, const Elements &in, const Chunk &chunk) const {
  if (side == Side::Mine)
    return sameRange(m_base, in.base, chunk.base, m_mine, in.mine, chunk.mine);
  return sameRange(m_base, in.base, chunk.base, m_theirs, in.theirs, chunk.theirs);
}

bool Merger::agree(const Elements &in, const Chunk &chunk) const {
  return sameRange(m_mine, in.mine, chunk.mine, m_theirs, in.theirs, chunk.theirs);
}

bool Merger::canMerge(const Elements &in, const Chunk &chunk) const {
  const bool sameCount = chunk.base.size() == chunk.mine.size() && chunk.base.size() == chunk.theirs.size();
  return sameCount || agree(in, chunk) || untouched(Side::Mine, in, chunk) ||
         untouched(Side::Theirs, in, chunk);
}

void Merger::chunk(const Elements &in, const Chunk &chunk) {
  if (untouched(Side::Mine, in, chunk) || agree(in, chunk)) {
    takeChunk(Side::Theirs, in, chunk);
  } else if (untouched(Side::Theirs, in, chunk)) {
    takeChunk(Side::Mine, in, chunk);
  } else {
    for (quint32 k = 0; k < chunk.base.size(); ++k) {
      m_path.steps.push_back({QByteArray::number(chunk.theirs.from + k), 1});
      emitText(",");
      value({in.base[chunk.base.from + k], in.mine[chunk.mine.from + k], in.theirs[chunk.theirs.from + k]});
      m_path.steps.pop_back();
    }
  }
}

void Merger::takeChunk(Side side, const Elements &in, const Chunk &chunk) {
  const std::vector<quint32> &elements = side == Side::Mine ? in.mine : in.theirs;
  const Range range = side == Side::Mine ? chunk.mine : chunk.theirs;
  const bool both = agree(in, chunk);
  for (quint32 k = 0; k < qMax(range.size(), chunk.base.size()); ++k) {
    const bool there = k < range.size();
    const bool inBase = k < chunk.base.size();
    const quint32 element = there ? elements[range.from + k] : NoToken;
    m_path.steps.push_back({QByteArray::number((there ? range.from : chunk.base.from) + k), 1});
    if (!both && there && inBase)
      noteChanges(side, in.base[chunk.base.from + k], element);
    else if (!both && there)
      note(side, Change::Added, {}, tree(side).minified(element));
    else if (!both)
      note(side, Change::Removed, m_base.minified(in.base[chunk.base.from + k]), {});
    m_path.steps.pop_back();
    if (there) {
      emitText(",");
      emitText(tree(side).minified(element));
    }
  }
}

void Merger::emitText(QByteArrayView chunk) {
  append(m_merge.pieces.empty() ? m_merge.head : m_merge.pieces.back().rest, chunk);
}

void Merger::conflict(const Three &at) {
  Conflict found{m_path, {}, m_mine.minified(at.mine), m_theirs.minified(at.theirs)};
  if (at.base != NoToken)
    found.base = m_base.minified(at.base);
  m_merge.pieces.push_back({found.mine, found.theirs, {}});
  m_merge.conflicts.push_back(std::move(found));
}

/// One side changed a member that the other removed.
void Merger::conflictingMember(Side side, const Three &at) {
  const quint32 key = side == Side::Mine ? at.mine : at.theirs;
  Conflict found{m_path, m_base.minified(at.base + 1), {}, {}};
  Merge::Piece piece;
  (side == Side::Mine ? found.mine : found.theirs) = tree(side).minified(key + 1);
  (side == Side::Mine ? piece.mine : piece.theirs) = memberText(tree(side), key);
  m_merge.pieces.push_back(std::move(piece));
  m_merge.conflicts.push_back(std::move(found));
}

void Merger::noteChanges(Side side, quint32 base, quint32 changed) {
  const QByteArray before = m_base.minified(valueOf(m_base, base));
  for (Change &change : diff(before, tree(side).minified(valueOf(tree(side), changed)))) {
    change.pointer.steps.insert(change.pointer.steps.begin(), m_path.steps.begin(), m_path.steps.end());
    m_merge.changes.push_back({side, std::move(change)});
  }
}

void Merger::note(Side side, Change::Kind kind, QByteArray before, QByteArray after) {
  m_merge.changes.push_back({side, {kind, m_path, std::move(before), std::move(after)}});
}

} // namespace oxp::json
