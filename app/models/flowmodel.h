// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "models/roles.h"

#include <QAbstractItemModel>

#include <memory>

namespace oxp {

/// A flow as a tree: parents above, children below. The open job's row says so by CurrentRole.
class FlowModel : public QAbstractItemModel {
  Q_OBJECT

public:
  enum Column { NameColumn, IdColumn, QueueColumn, StateColumn, ColumnCount };
  enum Role {
    CurrentRole = PrivateRole, ///< bool: the job that the pane shows
    MoreRole,                  ///< bool: more children than are shown
  };

  explicit FlowModel(QObject *parent = nullptr);
  ~FlowModel() override;
  void clear();
  /// Replaces the tree when its shape differs, else updates in place.
  void apply(const FlowNode &root, const QueueId &currentQueue, const QByteArray &currentId);
  const FlowNode *at(const QModelIndex &index) const;
  QModelIndex currentIndex() const;
  bool empty() const { return !m_root; }

  QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
  QModelIndex parent(const QModelIndex &child) const override;
  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  struct Node;
  QModelIndex indexOf(const Node *node) const;
  static std::unique_ptr<Node> build(const FlowNode &value, Node *parent, int row);
  static bool sameShape(const Node &node, const FlowNode &value);
  void update(Node &node, const FlowNode &value);
  static QString text(const FlowNode &node, int column);

  std::unique_ptr<Node> m_root;
  QueueId m_queue;
  QByteArray m_id;
};

} // namespace oxp
