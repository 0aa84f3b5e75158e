// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewtotals.h"
#include "ui/theme/icons.h"

#include <QPushButton>
#include <QWidget>

#include <vector>

namespace oxp {

/// One sum over a profile: what it is of, the figure, and one aside. A button.
class TotalButton : public QPushButton {
  Q_OBJECT

public:
  enum class Look { Whole, WithoutBars, FigureOnly, Line, BareLine };
  TotalButton(const QString &word, std::optional<IconId> icon, Tint tint, QWidget *parent = nullptr);

  /// `aside` stands behind the figure.
  void setFigure(const QString &figure, const QString &aside = {});
  void setBars(const FailureBars::Hour &bars);
  void setLook(Look look);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  bool isLine() const { return m_look == Look::Line || m_look == Look::BareLine; }
  QString aside() const {
    return m_look == Look::FigureOnly || m_look == Look::BareLine ? QString() : m_aside;
  }
  bool showsBars() const { return m_look == Look::Whole && !m_bars.isEmpty(); }
  void paintWhole(QPainter *painter);
  void paintLine(QPainter *painter);

  std::optional<IconId> m_icon;
  Tint m_tint;
  QString m_figure, m_aside;
  QList<qint64> m_bars;
  Look m_look = Look::Whole;
};

/// Sums over all queues of a profile in a row of 56 px, or of 32 px where the window is narrow. What has no
/// room is left out: the bars, then the asides.
class OverviewTotalsBar : public QWidget {
  Q_OBJECT

public:
  enum Total { Waiting, Active, Delayed, WaitingChildren, Failed, FailedHour, Paused, Workers, Count };
  explicit OverviewTotalsBar(QWidget *parent = nullptr);

  void apply(const OverviewTotals &totals, qint64 now);
  void setNarrow(bool narrow);
  QSize minimumSizeHint() const override { return {0, 0}; }

signals:
  /// A sum was pressed: its queues are wanted.
  void chosen(oxp::OverviewTotalsBar::Total total);

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  void fit();

  std::vector<TotalButton *> m_buttons; ///< by Total
  bool m_narrow = false;
};

} // namespace oxp
