// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a merge: tinted lines, and bringing one of them into view.
#include "ui/editor/jsoneditor.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr size_t MostPlaces = 200;  // tinted; each is looked for from the root
constexpr long MostLines = 100'000; // tinted

void sortOut(std::vector<int> &lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

} // namespace

void JsonEditor::setMergePlaces(std::vector<json::Pointer> conflicts, std::vector<json::Pointer> taken) {
  conflicts.resize(std::min(conflicts.size(), MostPlaces));
  taken.resize(std::min(taken.size(), MostPlaces));
  m_conflicts = std::move(conflicts);
  m_taken = std::move(taken);
  markMerge();
}

/// Once for each token table: while a large text is being scanned the old lines stay.
void JsonEditor::markMerge() {
  if (!m_scan || !m_scan->valid())
    return;
  const auto linesOf = [this](const std::vector<json::Pointer> &places, bool orAround) {
    std::vector<int> lines;
    for (const json::Pointer &pointer : places) {
      const auto [first, last] = linesAt(pointer, orAround);
      for (long line = first; line <= last && long(lines.size()) < MostLines; ++line)
        lines.push_back(int(line));
    }
    sortOut(lines);
    return lines;
  };
  m_conflictLines = linesOf(m_conflicts, true);
  m_takenLines = linesOf(m_taken, false);
  viewport()->update();
}

/// First token of a value, or with `orAround` of the innermost container that is there.
quint32 JsonEditor::tokenOf(const json::Pointer &pointer, bool orAround) const {
  const QByteArray text = bytes();
  json::Pointer place = pointer;
  quint32 token = json::find(text, *m_scan, place);
  while (token == json::NoToken && orAround && !place.steps.empty()) {
    place.steps.pop_back();
    token = json::find(text, *m_scan, place);
  }
  return token;
}

/// From the member's key to the value's end; of a container around it the first line. Nothing: {0, -1}.
std::pair<long, long> JsonEditor::linesAt(const json::Pointer &pointer, bool orAround) const {
  const quint32 there = tokenOf(pointer, false);
  const quint32 token = there == json::NoToken && orAround ? tokenOf(pointer, true) : there;
  if (token == json::NoToken)
    return {0, -1};
  const std::vector<json::Token> &tokens = m_scan->tokens;
  const bool member = token > 0 && tokens[token - 1].kind == json::TokenKind::Key;
  const long first = lineOf(tokens[member ? token - 1 : token].offset);
  return {first, there == json::NoToken ? first : lineOf(tokens[json::skipValue(*m_scan, token) - 1].offset)};
}

void JsonEditor::selectValue(const json::Pointer &pointer) {
  if (!m_scan || !m_scan->valid())
    return;
  const quint32 token = tokenOf(pointer, false);
  if (token == json::NoToken)
    return;
  const std::vector<json::Token> &tokens = m_scan->tokens;
  const qint64 start = tokens[token].offset;
  showHit(start, qint64(tokens[json::skipValue(*m_scan, token) - 1].end()) - start);
  setFocus();
}

void JsonEditor::showPlace(const json::Pointer &pointer) {
  if (!m_scan || !m_scan->valid())
    return;
  const quint32 token = tokenOf(pointer, true);
  if (token == json::NoToken)
    return;
  moveTo(m_scan->tokens[token].offset);
  const long row = send(SCI_VISIBLEFROMDOCLINE, lineOf(caretOffset()));
  send(SCI_SETFIRSTVISIBLELINE, std::max(0L, row - send(SCI_LINESONSCREEN) / 2));
}

} // namespace oxp
