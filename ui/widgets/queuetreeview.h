// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace oxp {

class QueueTreeDelegate;

/// The tree of connections and queues. Draws whole rows through QueueTreeDelegate; the second column of the
/// model exists for assistive tools and takes no room.
class QueueTreeView : public QTreeView {
  Q_OBJECT

public:
  explicit QueueTreeView(QWidget *parent = nullptr);

  void setCompact(bool compact);
  void setModel(QAbstractItemModel *model) override;

protected:
  void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  int depthOf(const QModelIndex &index) const;

  QueueTreeDelegate *m_delegate = nullptr;
};

} // namespace oxp
