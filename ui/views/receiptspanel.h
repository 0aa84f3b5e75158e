// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/receipt.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QPushButton;

namespace oxp {

class ReceiptRow;
class ReceiptsModel;
class TextLabel;

/// The receipts at the foot of the table's column: a head of 28 px and at most three rows of 32, beyond which
/// they scroll. Hidden while there is none; where only one row has room it
/// takes no line for the head. A receipt that says something new is announced, once.
class ReceiptsPanel : public QWidget {
  Q_OBJECT

public:
  static constexpr int MostRows = 3;

  /// `model` outlives this.
  explicit ReceiptsPanel(ReceiptsModel &model, QWidget *parent = nullptr);
  /// How many rows show before they scroll; fewer where the jobs above would be left without room.
  void setShownRows(int rows);

signals:
  void showWanted(const oxp::Receipt &receipt);
  void undoWanted(const oxp::Receipt &receipt);

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void setupHead();
  void setupList();
  void addRows(int first, int last);
  void fill(int row);
  void updateHead();
  void placeHead();
  void tick();
  ReceiptRow *rowAt(int row) const;
  int rowOf(const ReceiptRow *widget) const;

  ReceiptsModel &m_model;
  QWidget *m_head;
  TextLabel *m_title, *m_count;
  QPushButton *m_dismissAll;
  QListView *m_list;
  QTimer m_clock; ///< the words count seconds
  int m_shownRows = MostRows;
};

} // namespace oxp
