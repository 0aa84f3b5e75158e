// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace oxp {

/// A 6 px progress bar for a row of text. Redraws at most when the share has moved by a pixel.
class ProgressLine : public QWidget {
  Q_OBJECT

public:
  explicit ProgressLine(int width, QWidget *parent = nullptr);

  /// 0 to 1; less than 0: nobody knows how far.
  void setShare(double share);
  double share() const { return m_share; }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  double m_share = -1;
};

} // namespace oxp
