// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/receipt.h"
#include "ui/widgets/rowwidgets.h"

class QPushButton;

namespace oxp {

class IconLabel;
class TextLabel;

/// One receipt in 32 px: what was done to which job, where it is now, and the buttons. Its accessible name is
/// the whole line; its buttons are described by the job.
class ReceiptRow : public RowWidget {
  Q_OBJECT

public:
  static constexpr int Height = 32; // px

  explicit ReceiptRow(QWidget *parent = nullptr);

  /// `now`: ms by the server's clock; `line`: receipttext::line() of it.
  void setReceipt(const Receipt &receipt, qint64 now, const QString &line);
  /// Tells assistive tools what it says.
  void announce();

signals:
  void showWanted();
  void undoWanted();
  void dismissWanted();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  void setupButtons();

  TextLabel *m_what, *m_id, *m_word, *m_fact;
  IconLabel *m_icon;
  QPushButton *m_undo, *m_show, *m_close;
};

} // namespace oxp
