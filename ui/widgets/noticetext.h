// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextLayout;

namespace oxp {

/// What happened in bold and what that means in plain, one behind the other; wraps where the room ends.
class NoticeText : public QWidget {
  Q_OBJECT

public:
  explicit NoticeText(QWidget *parent = nullptr);

  void setWords(const QString &what, const QString &detail);

  /// In one line.
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  void layOut(QTextLayout &layout, int width) const;

  QString m_what;
  QString m_detail;
};

} // namespace oxp
