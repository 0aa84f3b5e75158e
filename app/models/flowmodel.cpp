// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flowmodel.h"

#include "models/format.h"
#include "models/jobcolumns.h"

#include <vector>

namespace oxp {

struct FlowModel::Node {
  FlowNode value; ///< without its children: those are nodes
  Node *parent = nullptr;
  int row = 0;
  std::vector<std::unique_ptr<Node>> children;
};

FlowModel::FlowModel(QObject *parent)
    : QAbstractItemModel(parent) {}

FlowModel::~FlowModel() = default;

void FlowModel::clear() {
  if (!m_root)
    return;
  beginRemoveRows({}, 0, 0);
  m_root.reset();
  endRemoveRows();
}

void FlowModel::apply(const FlowNode &root, const QueueId &currentQueue, const QByteArray &currentId) {
  const bool sameJob = m_queue == currentQueue && m_id == currentId;
  m_queue = currentQueue;
  m_id = currentId;
  if (m_root && sameJob && sameShape(*m_root, root)) {
    update(*m_root, root);
    return;
  }
  clear();
  beginInsertRows({}, 0, 0);
  m_root = build(root, nullptr, 0);
  endInsertRows();
}

std::unique_ptr<FlowModel::Node> FlowModel::build(const FlowNode &value, Node *parent, int row) {
  auto node = std::make_unique<Node>();
  node->value = value;
  node->value.children.clear();
  node->parent = parent;
  node->row = row;
  for (const FlowNode &child : value.children)
    node->children.push_back(build(child, node.get(), int(node->children.size())));
  return node;
}

bool FlowModel::sameShape(const Node &node, const FlowNode &value) {
  if (node.value.key != value.key || node.children.size() != value.children.size())
    return false;
  for (size_t i = 0; i < value.children.size(); ++i)
    if (!sameShape(*node.children[i], value.children[i]))
      return false;
  return true;
}

void FlowModel::update(Node &node, const FlowNode &value) {
  FlowNode own = value;
  own.children.clear();
  if (!(node.value == own)) {
    node.value = std::move(own);
    const QModelIndex first = indexOf(&node);
    emit dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
  }
  for (size_t i = 0; i < value.children.size(); ++i)
    update(*node.children[i], value.children[i]);
}

const FlowNode *FlowModel::at(const QModelIndex &index) const {
  return index.isValid() ? &static_cast<const Node *>(index.constInternalPointer())->value : nullptr;
}

QModelIndex FlowModel::currentIndex() const {
  std::vector<const Node *> open;
  if (m_root)
    open.push_back(m_root.get());
  while (!open.empty()) {
    const Node *node = open.back();
    open.pop_back();
    if (node->value.queue == m_queue && node->value.jobId == m_id)
      return indexOf(node);
    for (const auto &child : node->children)
      open.push_back(child.get());
  }
  return {};
}

QModelIndex FlowModel::indexOf(const Node *node) const {
  return createIndex(node->row, 0, node);
}

QModelIndex FlowModel::index(int row, int column, const QModelIndex &parent) const {
  if (!hasIndex(row, column, parent))
    return {};
  if (!parent.isValid())
    return createIndex(row, column, m_root.get());
  const auto *node = static_cast<const Node *>(parent.constInternalPointer());
  return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex FlowModel::parent(const QModelIndex &child) const {
  if (!child.isValid())
    return {};
  const Node *parent = static_cast<const Node *>(child.constInternalPointer())->parent;
  return parent ? indexOf(parent) : QModelIndex();
}

int FlowModel::rowCount(const QModelIndex &parent) const {
  if (!parent.isValid())
    return m_root ? 1 : 0;
  return parent.column() == 0 ? int(static_cast<const Node *>(parent.constInternalPointer())->children.size())
                              : 0;
}

int FlowModel::columnCount(const QModelIndex &) const {
  return ColumnCount;
}

QVariant FlowModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const FlowNode &node = *at(index);
  switch (role) {
  case Qt::DisplayRole:
    return text(node, index.column());
  case Qt::ToolTipRole:
  case ExactTextRole:
    return index.column() == NameColumn ? format::tipText(node.key)
                                        : format::boundedTip(text(node, index.column()));
  case StateRole:
    return node.missing ? QVariant() : QVariant(int(node.state));
  case JobIdRole:
    return node.jobId;
  case PrefixRole:
    return node.queue.prefix;
  case QueueNameRole:
    return node.queue.name;
  case MissingRole:
    return node.missing;
  case CurrentRole:
    return node.queue == m_queue && node.jobId == m_id;
  case MoreRole:
    return node.hasMore;
  default:
    return {};
  }
}

QString FlowModel::text(const FlowNode &node, int column) {
  switch (column) {
  case NameColumn:
    return node.name.isEmpty() ? format::safeText(node.jobId) : format::safeText(node.name);
  case IdColumn:
    return format::safeText(node.jobId);
  case QueueColumn:
    return format::safeText(node.queue.name);
  case StateColumn:
    return node.missing ? tr("missing") : stateTitle(node.state);
  default:
    return {};
  }
}

QVariant FlowModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case NameColumn:
    return tr("Name");
  case IdColumn:
    return tr("Id");
  case QueueColumn:
    return tr("Queue");
  case StateColumn:
    return tr("State");
  default:
    return {};
  }
}

} // namespace oxp
