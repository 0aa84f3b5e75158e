// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attemptsmodel.h"

#include "models/attemptnode.h"

#include <algorithm>

namespace oxp {

AttemptsModel::AttemptsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>()) {}

AttemptsModel::~AttemptsModel() = default;

/// Takes the groups out of the story: from here on they are with their rows.
AttemptsModel::Nodes AttemptsModel::topNodes(FailureStory &story) {
  Nodes nodes;
  const auto add = [&](RowKind kind) -> Node & {
    auto node = std::make_unique<Node>();
    node->kind = kind;
    nodes.push_back(std::move(node));
    return *nodes.back();
  };
  if (story.lastIsSilent && !story.groups.empty())
    add(RowKind::Silent).attempt = story.silentAttempt;
  for (TraceGroup &group : story.groups)
    add(RowKind::Attempt).group = std::make_shared<const TraceGroup>(std::move(group));
  story.groups.clear();
  return nodes;
}

void AttemptsModel::adopt(Node &parent, Nodes children) {
  parent.children = std::move(children);
  for (size_t i = 0; i < parent.children.size(); ++i) {
    parent.children[i]->parent = &parent;
    parent.children[i]->row = int(i);
  }
}

void AttemptsModel::setStory(FailureStory story) {
  beginResetModel();
  showAnew(topNodes(story));
  m_story = std::move(story);
  endResetModel();
}

void AttemptsModel::showAnew(Nodes attempts) {
  adopt(*m_root, std::move(attempts));
  for (const auto &attempt : m_root->children)
    if (attempt->kind == RowKind::Attempt)
      adopt(*attempt, attemptRows(*attempt->group, m_frames));
}

void AttemptsModel::merge(FailureStory story) {
  Nodes wanted = topNodes(story);
  removeGone(wanted);
  m_story = std::move(story);
  if (!keepsOrder(wanted)) {
    beginResetModel();
    showAnew(std::move(wanted));
    endResetModel();
    return;
  }
  for (size_t i = 0; i < wanted.size(); ++i) {
    Nodes &have = m_root->children;
    if (i < have.size() && have[i]->sameTop(*wanted[i])) {
      have[i]->attempt = wanted[i]->attempt;
      if (wanted[i]->group && *have[i]->group != *wanted[i]->group)
        renew(*have[i], wanted[i]->group);
      continue;
    }
    if (wanted[i]->kind == RowKind::Attempt)
      adopt(*wanted[i], attemptRows(*wanted[i]->group, m_frames));
    beginInsertRows({}, int(i), int(i));
    have.insert(have.begin() + qsizetype(i), std::move(wanted[i]));
    for (size_t row = i; row < have.size(); ++row) {
      have[row]->row = int(row);
      have[row]->parent = m_root.get();
    }
    endInsertRows();
  }
  // Which one is the newest decides over the words behind a row.
  if (!m_root->children.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void AttemptsModel::removeGone(const Nodes &wanted) {
  Nodes &have = m_root->children;
  for (int row = int(have.size()) - 1; row >= 0; --row) {
    const Node &node = *have[size_t(row)];
    if (std::any_of(wanted.begin(), wanted.end(), [&](const auto &other) { return other->sameTop(node); }))
      continue;
    beginRemoveRows({}, row, row);
    have.erase(have.begin() + row);
    for (size_t i = size_t(row); i < have.size(); ++i)
      have[i]->row = int(i);
    endRemoveRows();
  }
}

/// Whether the rows that are there stand in the same order among the wanted ones.
bool AttemptsModel::keepsOrder(const Nodes &wanted) const {
  auto at = wanted.begin();
  for (const auto &node : m_root->children) {
    at = std::find_if(at, wanted.end(), [&](const auto &other) { return other->sameTop(*node); });
    if (at == wanted.end())
      return false;
    ++at;
  }
  return true;
}

/// The newest of the same traces is what is shown: its numbers differ.
void AttemptsModel::renew(Node &attempt, const std::shared_ptr<const TraceGroup> &group) {
  Nodes rows = attemptRows(*group, m_frames);
  if (!attempt.sameShape(rows))
    return replaceChildren(attempt, group, std::move(rows));
  attempt.group = group; // the rows look into it: where they stand is the same
  for (size_t i = 0; i < rows.size(); ++i)
    attempt.children[i]->at = rows[i]->at;
  if (!attempt.children.empty())
    emit dataChanged(indexOf(attempt.children.front().get()), indexOf(attempt.children.back().get()));
}

void AttemptsModel::replaceChildren(Node &attempt, std::shared_ptr<const TraceGroup> group, Nodes rows) {
  const QModelIndex parent = indexOf(&attempt);
  if (!attempt.children.empty()) {
    beginRemoveRows(parent, 0, int(attempt.children.size()) - 1);
    attempt.children.clear();
    endRemoveRows();
  }
  attempt.group = std::move(group);
  if (rows.empty())
    return;
  beginInsertRows(parent, 0, int(rows.size()) - 1);
  adopt(attempt, std::move(rows));
  endInsertRows();
}

void AttemptsModel::setFrames(Frames frames) {
  if (std::exchange(m_frames, frames) == frames)
    return;
  for (const auto &attempt : m_root->children)
    if (attempt->kind == RowKind::Attempt)
      replaceChildren(*attempt, attempt->group, attemptRows(*attempt->group, m_frames));
}

AttemptsModel::Node *AttemptsModel::nodeAt(const QModelIndex &index) {
  return static_cast<Node *>(index.internalPointer());
}

QModelIndex AttemptsModel::indexOf(const Node *node) const {
  return node == m_root.get() || !node ? QModelIndex() : createIndex(node->row, 0, node);
}

QByteArray AttemptsModel::textOf(const QModelIndex &index) const {
  return index.isValid() ? nodeAt(index)->text() : QByteArray();
}

QByteArray AttemptsModel::traceOf(const QModelIndex &index) const {
  return index.isValid() ? nodeAt(index)->traceText() : QByteArray();
}

bool AttemptsModel::opensAtFirst(const QModelIndex &index) const {
  if (!index.isValid() || index.parent().isValid())
    return false;
  const bool silentAbove = !m_root->children.empty() && m_root->children.front()->kind == RowKind::Silent;
  return index.row() < (silentAbove ? 3 : 2);
}

QModelIndex AttemptsModel::find(const QString &text, Qt::CaseSensitivity sensitivity, const QModelIndex &from,
                                bool backwards) const {
  std::vector<const Node *> rows;
  const auto collect = [&](const Node &node, const auto &self) -> void {
    for (const auto &child : node.children) {
      rows.push_back(child.get());
      self(*child, self);
    }
  };
  collect(*m_root, collect);
  if (backwards)
    std::reverse(rows.begin(), rows.end());
  const auto at = std::find(rows.begin(), rows.end(), from.isValid() ? nodeAt(from) : nullptr);
  if (at != rows.end())
    std::rotate(rows.begin(), at + 1, rows.end());
  const auto hit = std::find_if(rows.begin(), rows.end(), [&](const Node *node) {
    return node->words().contains(text, sensitivity) || node->aside().contains(text, sensitivity);
  });
  return hit == rows.end() || text.isEmpty() ? QModelIndex() : indexOf(*hit);
}

QModelIndex AttemptsModel::index(int row, int column, const QModelIndex &parent) const {
  const Node *node = parent.isValid() ? nodeAt(parent) : m_root.get();
  if (row < 0 || column != 0 || size_t(row) >= node->children.size())
    return {};
  return createIndex(row, 0, node->children[size_t(row)].get());
}

QModelIndex AttemptsModel::parent(const QModelIndex &child) const {
  return child.isValid() ? indexOf(nodeAt(child)->parent) : QModelIndex();
}

int AttemptsModel::rowCount(const QModelIndex &parent) const {
  return int((parent.isValid() ? nodeAt(parent) : m_root.get())->children.size());
}

QVariant AttemptsModel::data(const QModelIndex &index, int role) const {
  if (!index.isValid())
    return {};
  const Node &node = *nodeAt(index);
  return role == Qt::DisplayRole ? QVariant(node.words()) : node.value(role);
}

/// Not drawn; assistive tools read it.
QVariant AttemptsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (section != 0 || orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  return tr("Trace");
}

} // namespace oxp
