// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace oxp {

class QueueTreeDelegate;

/// The tree of connections and queues. Draws whole rows through QueueTreeDelegate; the second column of the
/// model is there for assistive tools and takes no drawing of its own.
class QueueTreeView : public QTreeView {
  Q_OBJECT

public:
  explicit QueueTreeView(QWidget *parent = nullptr);

  void setCompact(bool compact);
  void setModel(QAbstractItemModel *model) override;

protected:
  void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
  bool viewportEvent(QEvent *event) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  void setHovered(const QModelIndex &index);

  QueueTreeDelegate *m_delegate = nullptr;
  QPersistentModelIndex m_hovered;
};

} // namespace oxp
