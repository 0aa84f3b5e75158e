// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows stand below an attempt.
#include "models/attemptnode.h"

namespace oxp {
namespace {

using Kind = AttemptsModel::RowKind;
using Node = AttemptsModel::Node;

constexpr size_t MostFolds = 3; ///< of one stack; where own and foreign frames alternate it is one

/// Makes the rows of one attempt.
class Rows {
public:
  Rows(const TraceGroup &group, AttemptsModel::Frames frames)
      : m_group(group)
      , m_frames(frames) {}

  AttemptsModel::Nodes make();

private:
  Node &add(AttemptsModel::Nodes &to, Kind kind, size_t at);
  void addMessage();
  void addOwnFirst();
  void addFolds();

  const TraceGroup &m_group;
  AttemptsModel::Frames m_frames;
  size_t m_section = 0;
  AttemptsModel::Nodes m_rows;
};

AttemptsModel::Nodes Rows::make() {
  for (m_section = 0; m_section < m_group.trace.sections.size(); ++m_section) {
    if (m_section > 0 || !m_group.tellsReason)
      addMessage();
    if (m_frames == AttemptsModel::Frames::Own) {
      addOwnFirst();
      continue;
    }
    for (size_t i = 0; i < m_group.trace.sections[m_section].frames.size(); ++i)
      add(m_rows, Kind::Frame, i);
  }
  if (m_group.trace.linesLeftOut > 0)
    add(m_rows, Kind::LeftOut, 0);
  return std::move(m_rows);
}

Node &Rows::add(AttemptsModel::Nodes &to, Kind kind, size_t at) {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->section = m_section;
  node->at = at;
  node->row = int(to.size());
  to.push_back(std::move(node));
  return *to.back();
}

void Rows::addMessage() {
  const std::vector<StackLine> &lines = m_group.trace.sections[m_section].message;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].isWhole) {
      add(m_rows, i == 0 ? Kind::Title : Kind::Text, i);
      continue;
    }
    add(m_rows, Kind::LongText, i);
    add(m_rows, Kind::LongNote, i);
  }
}

void Rows::addOwnFirst() {
  const std::vector<StackFrame> &frames = m_group.trace.sections[m_section].frames;
  for (size_t i = 0; i < frames.size(); ++i)
    if (frames[i].isOwn())
      add(m_rows, Kind::Frame, i);
  addFolds();
}

/// One fold for each stretch of foreign frames, or one for all of them.
void Rows::addFolds() {
  const std::vector<StackFrame> &frames = m_group.trace.sections[m_section].frames;
  std::vector<std::pair<size_t, size_t>> stretches;
  for (size_t i = 0; i < frames.size(); ++i) {
    if (frames[i].isOwn())
      continue;
    if (stretches.empty() || frames[i - 1].isOwn())
      stretches.emplace_back(i, i);
    stretches.back().second = i + 1;
  }
  const bool one = stretches.size() > MostFolds;
  Node *fold = nullptr;
  for (const auto &[first, end] : stretches) {
    if (!fold || !one) {
      fold = &add(m_rows, Kind::Fold, first);
      if (!one) {
        fold->before = int(first) - 1;
        fold->after = end < frames.size() ? int(end) : -1;
      }
    }
    for (size_t i = first; i < end; ++i)
      add(fold->children, Kind::Frame, i).parent = fold;
  }
}

} // namespace

AttemptsModel::Nodes attemptRows(const TraceGroup &group, AttemptsModel::Frames frames) {
  return Rows(group, frames).make();
}

} // namespace oxp
