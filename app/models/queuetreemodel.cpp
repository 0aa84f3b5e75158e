// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuetreemodel.h"

#include "models/familytext.h"
#include "models/format.h"
#include "models/jobcolumns.h"
#include "models/queuetreenode.h"

namespace oxp {
namespace {

QString queueTip(const QueueInfo &info) {
  QStringList lines = {format::tipText(info.id.base()), familyText(info), familyBasisText(info),
                       unsureText(info)};
  if (info.readOnly())
    lines += QueueTreeModel::tr("Read-only");
  lines.removeAll(QString());
  return lines.join(u'\n');
}

/// What nobody has taken yet: those with a priority stand in a set of their own.
qint64 waitingOf(const QueueCounts &counts) {
  return counts.of(JobState::Waiting) + counts.of(JobState::Prioritized);
}

/// Told where nothing waits: the queue is at rest, not empty.
qint64 onlyDelayed(const QueueCounts &counts) {
  return waitingOf(counts) == 0 ? counts.of(JobState::Delayed) : 0;
}

} // namespace

QueueTreeModel::QueueTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>()) {}

QueueTreeModel::~QueueTreeModel() = default;

QueueTreeModel::Node *QueueTreeModel::nodeOf(const QModelIndex &index) const {
  return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex QueueTreeModel::indexOf(const Node *node, int column) const {
  return node && node != m_root.get() ? createIndex(node->row, column, node) : QModelIndex();
}

QueueTreeModel::Node *QueueTreeModel::findProfile(const QByteArray &id) const {
  for (const auto &child : m_root->children)
    if (child->profile->facts.id == id)
      return child.get();
  return nullptr;
}

QueueTreeModel::Node *QueueTreeModel::findQueue(const QByteArray &profileId, const QueueId &queue) const {
  const Node *profile = findProfile(profileId);
  return profile ? profile->profile->queues.value(queue) : nullptr;
}

QModelIndex QueueTreeModel::profileIndex(const QByteArray &profileId) const {
  return indexOf(findProfile(profileId));
}

QModelIndex QueueTreeModel::runsIndex(const QByteArray &profileId) const {
  if (const Node *profile = findProfile(profileId))
    for (const auto &child : profile->children)
      if (child->kind == NodeKind::Runs)
        return indexOf(child.get());
  return {};
}

QModelIndex QueueTreeModel::queueIndex(const QByteArray &profileId, const QueueId &queue) const {
  return indexOf(findQueue(profileId, queue));
}

QModelIndex QueueTreeModel::stateIndex(const QByteArray &profileId, const QueueId &queue,
                                       JobState state) const {
  if (const Node *node = findQueue(profileId, queue))
    for (const auto &child : node->children)
      if (child->kind == NodeKind::State && child->state == state)
        return indexOf(child.get());
  return {};
}

std::optional<QueueRef> QueueTreeModel::queueAt(const QModelIndex &index) const {
  const Node *queue = nodeOf(index)->queueNode();
  if (!queue)
    return {};
  return QueueRef{queue->profileNode()->profile->facts.id, queue->queue->info};
}

std::optional<JobState> QueueTreeModel::stateAt(const QModelIndex &index) const {
  const Node *node = nodeOf(index);
  return node->kind == NodeKind::State ? std::optional(node->state) : std::nullopt;
}

QByteArray QueueTreeModel::profileAt(const QModelIndex &index) const {
  const Node *profile = nodeOf(index)->profileNode();
  return profile ? profile->profile->facts.id : QByteArray();
}

NodeKind QueueTreeModel::kindAt(const QModelIndex &index) const {
  return nodeOf(index)->kind;
}

std::optional<QueueCounts> QueueTreeModel::counts(const QByteArray &profileId, const QueueId &queue) const {
  const Node *node = findQueue(profileId, queue);
  return node ? node->queue->counts : std::nullopt;
}

std::vector<QueueInfo> QueueTreeModel::queues(const QByteArray &profileId) const {
  std::vector<QueueInfo> found;
  const Node *profile = findProfile(profileId);
  if (!profile)
    return found;
  for (const auto &child : profile->children) {
    if (child->queue)
      found.push_back(child->queue->info);
    else
      for (const auto &member : child->children)
        found.push_back(member->queue->info);
  }
  return found;
}

QString QueueTreeModel::dump() const {
  QString text;
  const std::function<void(const Node &, int)> add = [&](const Node &node, int depth) {
    for (const auto &child : node.children) {
      const QString count = data(indexOf(child.get(), CountColumn)).toString();
      text +=
          QString(depth * 2, u' ') + child->title + (count.isEmpty() ? QString() : u" | "_qs + count) + u'\n';
      add(*child, depth + 1);
    }
  };
  add(*m_root, 0);
  return text;
}

QModelIndex QueueTreeModel::index(int row, int column, const QModelIndex &parent) const {
  if (!hasIndex(row, column, parent))
    return {};
  return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex QueueTreeModel::parent(const QModelIndex &child) const {
  return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int QueueTreeModel::rowCount(const QModelIndex &parent) const {
  return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int QueueTreeModel::columnCount(const QModelIndex &) const {
  return ColumnCount;
}

void QueueTreeModel::touch(Node *node) {
  emit dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
}

std::optional<qint64> QueueTreeModel::countOf(const Node &node, const std::optional<QueueCounts> &counts) {
  if (!counts)
    return {};
  switch (node.kind) {
  case NodeKind::Queue:
    return waitingOf(*counts);
  case NodeKind::State:
    return counts->of(node.state);
  case NodeKind::Schedulers:
    return counts->schedulers;
  case NodeKind::Profile:
  case NodeKind::Runs:
  case NodeKind::Group:
    break;
  }
  return {};
}

QVariant QueueTreeModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Node &node = *nodeOf(index);
  if (role == NodeKindRole)
    return int(node.kind);
  if (role == ProfileIdRole)
    return node.profileNode()->profile->facts.id;
  if (role == Qt::DisplayRole)
    return index.column() == NameColumn ? node.title : countText(node);
  if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  if (node.profile)
    return profileData(node, role);
  if (node.kind == NodeKind::Runs)
    return role == DetailRole ? QVariant(countText(node)) : QVariant();
  return node.queueNode() ? queueData(node, index.column(), role) : QVariant();
}

QVariant QueueTreeModel::profileData(const Node &node, int role) const {
  const Node::ProfileData &profile = *node.profile;
  switch (role) {
  case EnvironmentRole:
    return int(profile.facts.environment);
  case ConnectedRole:
    return profile.status.connected;
  case DetailRole:
    return profile.status.text;
  case FailedRole:
    return profile.status.failed;
  case ReadOnlyRole:
    return profile.facts.role == Role::Viewer;
  case Qt::ToolTipRole:
    return profile.status.tip.isEmpty() ? profile.facts.address
                                        : profile.facts.address + u'\n' + profile.status.tip;
  default:
    return {};
  }
}

QVariant QueueTreeModel::queueData(const Node &node, int column, int role) const {
  const Node::QueueData &queue = *node.queueNode()->queue;
  switch (role) {
  case PrefixRole:
    return queue.info.id.prefix;
  case QueueNameRole:
    return queue.info.id.name;
  case StateRole:
    return node.kind == NodeKind::State ? QVariant(int(node.state)) : QVariant();
  case CountRole: {
    const std::optional<qint64> count = countOf(node, queue.counts);
    return count ? QVariant(*count) : QVariant();
  }
  case FailedCountRole:
    return node.queue && queue.counts ? QVariant(queue.counts->of(JobState::Failed)) : QVariant();
  case DelayedCountRole:
    return node.queue && queue.counts ? QVariant(onlyDelayed(*queue.counts)) : QVariant();
  case PausedRole:
    return node.queue && queue.counts && queue.counts->paused;
  case PinnedRole:
    return node.queue && queue.pinned;
  case ReadOnlyRole:
    return queue.info.readOnly();
  case Qt::ToolTipRole:
    if (!node.queue)
      return {};
    return queue.alert.isEmpty() ? queueTip(queue.info) : queueTip(queue.info) + u'\n' + queue.alert;
  case AlertRole:
    return node.queue ? QVariant(queue.alert) : QVariant();
  case Qt::AccessibleTextRole:
    return column == CountColumn ? QVariant(spokenCount(node)) : QVariant();
  default:
    return {};
  }
}

QString QueueTreeModel::countText(const Node &node) {
  if (node.profile)
    return node.profile->status.text;
  if (node.kind == NodeKind::Runs) {
    const ProfileRuns &runs = node.profileNode()->profile->runs;
    return runs.underWay > 0 ? tr("%Ln running", nullptr, runs.underWay) : format::number(runs.all);
  }
  const Node *queue = node.queueNode();
  if (!queue)
    return {};
  const std::optional<QueueCounts> &counts = queue->queue->counts;
  if (!counts)
    return format::missing();
  if (node.queue && counts->of(JobState::Failed) > 0)
    return format::number(counts->of(JobState::Failed));
  if (node.queue && onlyDelayed(*counts) > 0)
    return format::number(onlyDelayed(*counts));
  return format::number(*countOf(node, counts));
}

QString QueueTreeModel::spokenCount(const Node &node) {
  if (!node.queue)
    return countText(node);
  const std::optional<QueueCounts> &counts = node.queue->counts;
  QStringList parts;
  if (!node.queue->alert.isEmpty())
    parts += tr("alert");
  if (counts && counts->of(JobState::Failed) > 0)
    parts += tr("%1 failed").arg(format::number(counts->of(JobState::Failed)));
  parts += counts ? tr("%1 waiting").arg(format::number(waitingOf(*counts))) : countText(node);
  if (counts && onlyDelayed(*counts) > 0)
    parts += tr("%1 delayed").arg(format::number(onlyDelayed(*counts)));
  if (counts && counts->paused)
    parts += tr("paused");
  if (node.queue->pinned)
    parts += tr("pinned");
  return format::joined(parts);
}

QVariant QueueTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  return section == NameColumn ? tr("Name") : tr("Count");
}

} // namespace oxp
