// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overviewtotalsbar.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "models/overviewcells.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/queuecells.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr int Height = 56, LineHeight = 32, Padding = 12, Gap = 8, WordTop = 8, FigureTop = 27; // px

QString figure(const std::optional<qint64> &value) {
  return value ? format::number(*value) : format::missing();
}

QFont figureFont(TotalButton::Look look) {
  if (look == TotalButton::Look::Line || look == TotalButton::Look::BareLine)
    return fonts::uiBold();
  QFont font = fonts::heading();
  font.setBold(true);
  return font;
}

} // namespace

TotalButton::TotalButton(const QString &word, std::optional<IconId> icon, Tint tint, QWidget *parent)
    : QPushButton(parent)
    , m_icon(icon)
    , m_tint(tint) {
  setText(word);
  setAccessibleName(word);
  setObjectName(word);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void TotalButton::setFigure(const QString &figure, const QString &aside) {
  if (m_figure == figure && m_aside == aside)
    return;
  m_figure = figure;
  m_aside = aside;
  setAccessibleDescription(format::joined({figure, aside}));
  updateGeometry();
  update();
}

void TotalButton::setBars(const FailureBars::Hour &bars) {
  m_bars = {bars.begin(), bars.end()};
  update();
}

void TotalButton::setLook(Look look) {
  m_look = look;
  updateGeometry();
}

QSize TotalButton::sizeHint() const {
  const QFontMetrics small(fonts::small()), large(figureFont(m_look));
  const int icon = m_icon ? SmallIcon + 6 : 0;
  const int extra = aside().isEmpty() ? 0 : Gap + small.horizontalAdvance(aside());
  const int bars = showsBars() ? Gap + int(m_bars.size()) * (BarWidth + BarGap) : 0;
  if (isLine())
    return {2 * Padding + icon + large.horizontalAdvance(m_figure) + 6 + small.horizontalAdvance(text()) +
                extra + 2,
            LineHeight};
  return {2 * Padding +
              qMax(icon + small.horizontalAdvance(text()), large.horizontalAdvance(m_figure) + extra) + bars +
              2,
          Height};
}

void TotalButton::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  if (underMouse() || isDown())
    painter.fillRect(rect().adjusted(0, 0, -1, 0), mixed(tokens().text, tokens().window, 0.05));
  painter.fillRect(QRect(width() - 1, 8, 1, height() - 16), tokens().hair);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    drawFocusRing(&painter, rect().adjusted(2, 2, -3, -2), tokens().accent);
    painter.setRenderHint(QPainter::Antialiasing, false);
  }
  isLine() ? paintLine(&painter) : paintWhole(&painter);
}

void TotalButton::paintWhole(QPainter *painter) {
  const Tokens &t = tokens();
  const QFontMetrics small(fonts::small()), large(figureFont(m_look));
  QRect word(Padding, WordTop, width() - 2 * Padding, small.height());
  if (m_icon) {
    drawIcon(painter, {word.left(), word.top(), SmallIcon, word.height()}, *m_icon, t.tint(m_tint),
             SmallIcon);
    word.setLeft(word.left() + SmallIcon + 6);
  }
  drawLine(painter, word.adjusted(0, 0, 4, 0), text(), fonts::small(), t.text2, Qt::AlignLeft, Qt::ElideNone);
  const QRect below(Padding, FigureTop, width() - 2 * Padding + 4, large.height());
  const int used =
      drawLine(painter, below, m_figure, figureFont(m_look), t.text, Qt::AlignLeft, Qt::ElideNone);
  drawLine(painter, below.adjusted(used + Gap, 1, 0, 1), aside(), fonts::small(), t.text2, Qt::AlignLeft,
           Qt::ElideNone);
  if (showsBars()) {
    const qint64 most = *std::max_element(m_bars.begin(), m_bars.end());
    drawBars(painter, width() - Padding - int(m_bars.size()) * (BarWidth + BarGap), below.bottom() - 3,
             m_bars, std::max(FullBar, most));
  }
}

void TotalButton::paintLine(QPainter *painter) {
  const Tokens &t = tokens();
  QRect room = rect().adjusted(Padding, 0, 0, 0);
  if (m_icon) {
    drawIcon(painter, {room.left(), 0, SmallIcon, height()}, *m_icon, t.tint(m_tint), SmallIcon);
    room.setLeft(room.left() + SmallIcon + 6);
  }
  const auto write = [&](const QString &words, const QFont &font, const QColor &colour, int gap) {
    room.setLeft(room.left() + gap +
                 drawLine(painter, room, words, font, colour, Qt::AlignLeft, Qt::ElideNone));
  };
  write(m_figure, figureFont(m_look), t.text, 6);
  write(text(), fonts::small(), t.text2, Gap);
  write(aside(), fonts::small(), t.text2, 0);
}

OverviewTotalsBar::OverviewTotalsBar(QWidget *parent)
    : QWidget(parent) {
  const auto add = [this](const QString &word, std::optional<IconId> icon, Tint tint) {
    m_buttons.push_back(new TotalButton(word, icon, tint, this));
  };
  const auto addState = [&](JobState state) { add(stateTitle(state), iconOf(state), tintOf(state)); };
  addState(JobState::Waiting);
  addState(JobState::Active);
  addState(JobState::Delayed);
  addState(JobState::WaitingChildren);
  addState(JobState::Failed);
  add(tr("failed in the last hour"), {}, Tint::Text2);
  add(tr("paused"), IconId::Paused, Tint::Paused);
  add(tr("workers"), IconId::User, Tint::Text2);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 1);
  row->setSpacing(0);
  for (size_t i = 0; i < m_buttons.size(); ++i) {
    row->addWidget(m_buttons[i]);
    connect(m_buttons[i], &QAbstractButton::clicked, this, [this, i] { emit chosen(Total(i)); });
  }
  row->addStretch(1);
  setObjectName(QStringLiteral("Totals"));
  setAccessibleName(tr("Totals"));
  fit();
}

void OverviewTotalsBar::apply(const OverviewTotals &totals, qint64 now) {
  const auto aside = [](const std::optional<qint64> &count, const char *words) {
    return count.value_or(0) > 0 ? tr(words).arg(format::number(*count)) : QString();
  };
  m_buttons[Waiting]->setFigure(
      figure(totals.waiting), m_narrow ? QString() : aside(totals.prioritized, QT_TR_NOOP("%1 prioritized")));
  m_buttons[Active]->setFigure(figure(totals.active));
  const bool due = totals.nextDelayed > now && !m_narrow;
  m_buttons[Delayed]->setFigure(figure(totals.delayed),
                                due ? tr("next %1").arg(format::relativeTime(totals.nextDelayed, now))
                                    : QString());
  m_buttons[WaitingChildren]->setFigure(figure(totals.waitingChildren));
  m_buttons[Failed]->setFigure(figure(totals.failed),
                               m_narrow ? aside(totals.failedHour, QT_TR_NOOP("%1 last hour")) : QString());
  m_buttons[FailedHour]->setFigure(
      figure(totals.failedHour), totals.failedHourBefore
                                     ? tr("%1 the hour before").arg(format::number(*totals.failedHourBefore))
                                     : QString());
  m_buttons[FailedHour]->setBars(totals.bars);
  m_buttons[FailedHour]->setToolTip(
      overviewcells::failedHourSpoken(totals.failedHour.value_or(0), totals.bars, now));
  m_buttons[Paused]->setFigure(format::number(totals.paused),
                               m_narrow ? QString() : tr("queue(s)", nullptr, totals.paused));
  const bool lack = totals.lackWorkers > 0 && !m_narrow;
  m_buttons[Workers]->setFigure(figure(totals.workers),
                                lack ? tr("%n queue(s) have none", nullptr, totals.lackWorkers) : QString());
  fit();
}

void OverviewTotalsBar::setNarrow(bool narrow) {
  m_narrow = narrow;
  setFixedHeight(narrow ? qMax(LineHeight, fontMetrics().height() + 14) + 1
                        : qMax(Height, 2 * fontMetrics().height() + 24) + 1);
  m_buttons[WaitingChildren]->setVisible(!narrow);
  m_buttons[FailedHour]->setVisible(!narrow);
  fit();
}

/// The most that has room.
void OverviewTotalsBar::fit() {
  using Look = TotalButton::Look;
  const auto needed = [this](Look look) {
    int width = 0;
    for (TotalButton *button : m_buttons) {
      button->setLook(look);
      width += button->isHidden() ? 0 : button->sizeHint().width();
    }
    return width;
  };
  const auto looks = m_narrow ? std::vector{Look::Line, Look::BareLine}
                              : std::vector{Look::Whole, Look::WithoutBars, Look::FigureOnly};
  for (const Look look : looks)
    if (needed(look) <= width())
      return;
}

void OverviewTotalsBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
}

void OverviewTotalsBar::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fit();
}

} // namespace oxp
