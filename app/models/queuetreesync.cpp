// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"
#include "models/jobcolumns.h"
#include "models/naturalorder.h"
#include "models/queuegroups.h"
#include "models/queuetreenode.h"

#include <QSet>

#include <algorithm>

namespace oxp {
namespace {

QString groupTitle(const QByteArray &key) {
  return format::safeText(key);
}

} // namespace

void QueueTreeModel::applyProfiles(const std::vector<ProfileFacts> &profiles) {
  for (int i = int(m_root->children.size()) - 1; i >= 0; --i) {
    const QByteArray id = m_root->children[size_t(i)]->profile->facts.id;
    if (std::none_of(profiles.begin(), profiles.end(),
                     [&](const ProfileFacts &facts) { return facts.id == id; }))
      removeNode(m_root->children[size_t(i)].get());
  }
  for (size_t i = 0; i < profiles.size(); ++i)
    placeProfile(profiles[i], int(i));
}

void QueueTreeModel::placeProfile(const ProfileFacts &facts, int row) {
  Node *node = findProfile(facts.id);
  if (!node) {
    auto made = std::make_unique<Node>();
    made->kind = NodeKind::Profile;
    made->title = facts.name;
    made->profile = std::make_unique<Node::ProfileData>();
    made->profile->facts = facts;
    insertNode(m_root.get(), std::move(made), row);
    return;
  }
  if (node->row != row)
    moveNode(node, m_root.get(), row);
  if (node->profile->facts == facts)
    return;
  node->profile->facts = facts;
  node->title = facts.name;
  touch(node);
}

void QueueTreeModel::applyStatus(const QByteArray &profileId, const ProfileStatus &status) {
  Node *profile = findProfile(profileId);
  if (!profile || profile->profile->status == status)
    return;
  profile->profile->status = status;
  touch(profile);
}

void QueueTreeModel::applyQueues(const QByteArray &profileId, const std::vector<QueueInfo> &queues) {
  if (Node *profile = findProfile(profileId))
    syncQueues(profile, queues);
}

void QueueTreeModel::applyFound(const QByteArray &profileId, const std::vector<QueueInfo> &queues) {
  Node *profile = findProfile(profileId);
  if (!profile)
    return;
  std::vector<QueueInfo> all = queues;
  QSet<QueueId> found;
  for (const QueueInfo &queue : queues)
    found.insert(queue.id);
  for (const Node *node : std::as_const(profile->profile->queues))
    if (!found.contains(node->queue->info.id))
      all.push_back(node->queue->info);
  syncQueues(profile, all);
}

void QueueTreeModel::applyCounts(const QByteArray &profileId, const QueueId &queue,
                                 const std::optional<QueueCounts> &counts) {
  Node *node = findQueue(profileId, queue);
  if (!node || node->queue->counts == counts)
    return;
  const std::optional<QueueCounts> before = std::exchange(node->queue->counts, counts);
  touch(node);
  for (const auto &child : node->children)
    if (countOf(*child, before) != countOf(*child, counts))
      touch(child.get());
}

void QueueTreeModel::applyAlert(const QByteArray &profileId, const QueueId &queue, const QString &sentences) {
  Node *node = findQueue(profileId, queue);
  if (!node || node->queue->alert == sentences)
    return;
  node->queue->alert = sentences;
  touch(node);
}

void QueueTreeModel::applyRuns(const QByteArray &profileId, const ProfileRuns &runs) {
  Node *profile = findProfile(profileId);
  if (!profile || profile->profile->runs == runs)
    return;
  profile->profile->runs = runs;
  const QModelIndex row = runsIndex(profileId);
  if (row.isValid() && runs.all == 0)
    return removeNode(nodeOf(row));
  if (row.isValid())
    return touch(nodeOf(row));
  auto node = std::make_unique<Node>();
  node->kind = NodeKind::Runs;
  node->title = tr("Runs");
  insertNode(profile, std::move(node), -1);
}

void QueueTreeModel::applyPinned(const QByteArray &profileId, const std::vector<QueueId> &pinned) {
  Node *profile = findProfile(profileId);
  const QSet<QueueId> wanted(pinned.begin(), pinned.end());
  if (!profile || profile->profile->pinned == wanted)
    return;
  profile->profile->pinned = wanted;
  syncQueues(profile, queues(profileId));
}

/// Groups go by the names of all queues, so that pinning one leaves the others where they are.
void QueueTreeModel::syncQueues(Node *profile, const std::vector<QueueInfo> &queues) {
  QSet<QueueId> wanted;
  for (const QueueInfo &queue : queues)
    wanted.insert(queue.id);
  const QHash<QueueId, Node *> known = profile->profile->queues;
  for (auto it = known.begin(); it != known.end(); ++it)
    if (!wanted.contains(it.key()))
      removeNode(it.value());
  const std::vector<QByteArray> groups = queueGroups(queues);
  for (size_t i = 0; i < queues.size(); ++i)
    placeQueue(profile, queues[i],
               profile->profile->pinned.contains(queues[i].id) ? profile : groupNode(profile, groups[i]));
  for (int i = int(profile->children.size()) - 1; i >= 0; --i) {
    Node *child = profile->children[size_t(i)].get();
    if (child->kind == NodeKind::Group && child->children.empty())
      removeNode(child);
  }
}

QueueTreeModel::Node *QueueTreeModel::groupNode(Node *profile, const QByteArray &key) {
  if (key.isEmpty())
    return profile;
  for (const auto &child : profile->children)
    if (child->kind == NodeKind::Group && child->key == key)
      return child.get();
  auto group = std::make_unique<Node>();
  group->kind = NodeKind::Group;
  group->key = key;
  group->title = groupTitle(key);
  return insertNode(profile, std::move(group), -1);
}

void QueueTreeModel::placeQueue(Node *profile, const QueueInfo &info, Node *parent) {
  Node *node = profile->profile->queues.value(info.id);
  const bool pinned = profile->profile->pinned.contains(info.id);
  if (!node) {
    std::unique_ptr<Node> made = makeQueue(info);
    made->queue->pinned = pinned;
    profile->profile->queues.insert(info.id, insertNode(parent, std::move(made), -1));
    return;
  }
  const bool wasPinned = std::exchange(node->queue->pinned, pinned);
  if (node->parent != parent || wasPinned != pinned)
    moveNode(node, parent, -1);
  if (node->queue->info == info && wasPinned == pinned)
    return;
  node->queue->info = info;
  touch(node);
}

std::unique_ptr<QueueTreeModel::Node> QueueTreeModel::makeQueue(const QueueInfo &info) {
  auto node = std::make_unique<Node>();
  node->kind = NodeKind::Queue;
  node->title = format::safeText(info.id.name);
  node->queue = std::make_unique<Node::QueueData>();
  node->queue->info = info;
  for (const JobState state : ShownStates) {
    auto child = std::make_unique<Node>();
    child->kind = NodeKind::State;
    child->state = state;
    child->title = stateTitle(state);
    node->children.push_back(std::move(child));
  }
  auto schedulers = std::make_unique<Node>();
  schedulers->kind = NodeKind::Schedulers;
  schedulers->title = tr("schedulers");
  node->children.push_back(std::move(schedulers));
  for (const auto &child : node->children)
    child->parent = node.get();
  node->renumber();
  return node;
}

int QueueTreeModel::sortedRow(const Node *parent, const Node *node) const {
  const auto isPinned = [](const Node *row) { return row->queue && row->queue->pinned; };
  const auto before = [isPinned](const std::unique_ptr<Node> &left, const Node *right) {
    if ((left->kind == NodeKind::Runs) != (right->kind == NodeKind::Runs))
      return left->kind == NodeKind::Runs;
    if (isPinned(left.get()) != isPinned(right))
      return isPinned(left.get());
    const int order = compareTitles(left->title, right->title);
    return order != 0 ? order < 0 : left->kind < right->kind;
  };
  const auto first = parent->children.begin(), last = parent->children.end();
  if (node->parent != parent)
    return int(std::lower_bound(first, last, node, before) - first);
  // The row that moves may stand anywhere: only the rows before it and after it are sorted.
  const auto own = first + node->row;
  if (const auto at = std::lower_bound(first, own, node, before); at != own)
    return int(at - first);
  return int(std::lower_bound(own + 1, last, node, before) - first) - 1;
}

QueueTreeModel::Node *QueueTreeModel::insertNode(Node *parent, std::unique_ptr<Node> node, int row) {
  Node *made = node.get();
  const int at = row >= 0 ? row : sortedRow(parent, made);
  beginInsertRows(indexOf(parent), at, at);
  made->parent = parent;
  parent->children.insert(parent->children.begin() + at, std::move(node));
  parent->renumber(size_t(at));
  endInsertRows();
  return made;
}

void QueueTreeModel::moveNode(Node *node, Node *newParent, int row) {
  Node *oldParent = node->parent;
  const int from = node->row;
  const int to = row >= 0 ? row : sortedRow(newParent, node);
  if (oldParent == newParent && to == from)
    return;
  // Qt names the place by the row before which it goes, counted with the moved row still there.
  const int before = oldParent == newParent && to > from ? to + 1 : to;
  beginMoveRows(indexOf(oldParent), from, from, indexOf(newParent), before);
  std::unique_ptr<Node> taken = std::move(oldParent->children[size_t(from)]);
  oldParent->children.erase(oldParent->children.begin() + from);
  taken->parent = newParent;
  newParent->children.insert(newParent->children.begin() + to, std::move(taken));
  oldParent->renumber();
  newParent->renumber();
  endMoveRows();
}

void QueueTreeModel::removeNode(Node *node) {
  Node *parent = node->parent;
  const int row = node->row;
  beginRemoveRows(indexOf(parent), row, row);
  if (node->queue)
    const_cast<Node *>(node->profileNode())->profile->queues.remove(node->queue->info.id);
  parent->children.erase(parent->children.begin() + row);
  parent->renumber(size_t(row));
  endRemoveRows();
}

} // namespace oxp
