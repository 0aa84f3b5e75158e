// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/attemptsdelegate.h"

#include "base/plaintext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QTreeView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

using Kind = AttemptsModel::RowKind;

constexpr int Margin = 12;
constexpr int TextLeft = 46; ///< of frames, folds and messages
constexpr int NumberRight = 36;
constexpr int FunctionWidth = 168, PlaceLeft = 222;
constexpr int RuleWidth = 2, RuleGap = 10; ///< at the left of a line that goes on
constexpr int CopyWidth = 24;
constexpr int AttemptHeight = 32, AttemptGap = 8, FrameHeight = 20, FoldHeight = 24, NoteHeight = 28,
              TextHeight = 18;
constexpr int LongRows = 3;
constexpr int MostRows = 60; ///< of a line that is whole: 2,000 characters in a narrow pane
constexpr int CombiningOfACell = 8;

Kind kindOf(const QModelIndex &index) {
  return Kind(index.data(AttemptsModel::RowKindRole).toInt());
}

/// Two cells: Chinese, Japanese, Korean, full-width forms, emoji.
bool isWide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

int cellsIn(int width) {
  const qreal cell = QFontMetricsF(fonts::monoId()).horizontalAdvance(u'0');
  return qMax(10, int(width / qMax(cell, 1.0)));
}

int linesHeight(int rows) {
  return rows * qMax(TextHeight, QFontMetrics(fonts::monoId()).height());
}

/// Room above an attempt, as far as the line that parts it from the one before.
int gapAbove(const QModelIndex &attempt) {
  return attempt.row() > 0 && !attempt.parent().isValid() ? AttemptGap : 0;
}

int atLeast(int height, const QFont &font) {
  return qMax(height, QFontMetrics(font).height() + 4);
}

QStringList rowsOf(const QModelIndex &index, int width, bool isLong) {
  const int left = TextLeft + (isLong ? RuleWidth + RuleGap : 0);
  return wrappedRows(index.data().toString(), cellsIn(width - left - Margin), isLong ? LongRows : MostRows);
}

/// Class and message of an error, in as many lines as they need. Returns the height.
int layOutTitle(QTextLayout &layout, const QModelIndex &index, int width) {
  const QString text = index.data().toString();
  const QString name = index.data(AttemptsModel::ClassRole).toString();
  layout.setText(text);
  layout.setFont(fonts::ui());
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  QTextLayout::FormatRange bold;
  bold.start = 0;
  bold.length = name.isEmpty() || !text.startsWith(name) ? 0 : int(name.size()) + 1;
  bold.format.setFont(fonts::uiBold());
  layout.setFormats({bold});
  layout.beginLayout();
  qreal y = 0;
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition({0, y});
    y += line.height();
  }
  layout.endLayout();
  return qCeil(y);
}

int titleWidth(int width) {
  return width - TextLeft - Margin;
}

} // namespace

QStringList wrappedRows(const QString &text, int cells, int mostRows) {
  QStringList rows;
  qsizetype start = 0, at = 0;
  int used = 0, combining = 0;
  for (; at < text.size() && rows.size() < mostRows;) {
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const char32_t c = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode());
    const bool rides = used > 0 && plaintext::isCombining(c) && ++combining <= CombiningOfACell;
    const int width = rides ? 0 : isWide(c) ? 2 : 1;
    if (!rides)
      combining = 0;
    if (used + width > cells && used > 0) {
      rows << text.sliced(start, at - start);
      start = at;
      used = 0;
      continue;
    }
    used += width;
    at += pair ? 2 : 1;
  }
  if (rows.size() < mostRows)
    rows << text.sliced(start);
  else if (!rows.isEmpty())
    rows.back().back() = u'…';
  return rows;
}

QRect AttemptsDelegate::copyRect(const QRect &row, const QModelIndex &index) {
  const Kind kind = kindOf(index);
  if (kind != Kind::Attempt && kind != Kind::Frame)
    return {};
  const int top = row.y() + gapAbove(index);
  return {row.right() + 1 - CopyWidth - 8, top, CopyWidth, row.bottom() + 1 - top};
}

int AttemptsDelegate::widthOf(const QWidget *view) {
  return view ? view->width() - view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, view) : 400;
}

QSize AttemptsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
  const int width = widthOf(option.widget);
  switch (kindOf(index)) {
  case Kind::Attempt:
  case Kind::Silent:
    return {0, atLeast(AttemptHeight, fonts::uiBold()) + gapAbove(index)};
  case Kind::Frame:
    return {0, qMax(FrameHeight, QFontMetrics(fonts::monoId()).height() + 2)};
  case Kind::Fold:
    return {0, atLeast(FoldHeight, fonts::small())};
  case Kind::LongNote:
  case Kind::LeftOut:
    return {0, atLeast(NoteHeight, fonts::small())};
  case Kind::Title: {
    QTextLayout layout;
    return {0, layOutTitle(layout, index, titleWidth(width)) + 8};
  }
  case Kind::Text:
    return {0, linesHeight(int(rowsOf(index, width, false).size()))};
  case Kind::LongText:
    return {0, linesHeight(int(rowsOf(index, width, true).size())) + 4};
  }
  return {0, FrameHeight};
}

void AttemptsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const {
  QStyleOptionViewItem body = option;
  body.rect.adjust(0, gapAbove(index), 0, 0);
  drawRowBackground(painter, body, option.state & QStyle::State_MouseOver, true);
  const Tokens &t = tokens();
  const QRect row = option.rect;
  const QRect room = row.adjusted(TextLeft, 0, -Margin, 0);
  switch (kindOf(index)) {
  case Kind::Attempt:
  case Kind::Silent:
  case Kind::Fold:
    return paintHead(painter, body, index);
  case Kind::Title:
    return paintTitle(painter, room, index);
  case Kind::Text:
    return paintText(painter, row, index, false);
  case Kind::LongText:
    return paintText(painter, row, index, true);
  case Kind::LongNote:
    painter->fillRect(QRect(TextLeft, row.y(), RuleWidth, row.height() - 6), t.hair);
    drawLine(painter, room.adjusted(RuleWidth + RuleGap, 0, 0, -2), index.data().toString(), fonts::small(),
             t.text2);
    return;
  case Kind::LeftOut:
    drawLine(painter, room, index.data().toString(), fonts::small(), t.text2);
    return;
  case Kind::Frame:
    return paintFrame(painter, option, index);
  }
}

/// A row that opens: chevron, words, what stands behind them.
void AttemptsDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
  const Tokens &t = tokens();
  const QRect row = option.rect;
  const Kind kind = kindOf(index);
  const bool attempt = kind != Kind::Fold;
  if (attempt && index.row() > 0)
    painter->fillRect(QRect(0, row.y(), row.width(), 1), t.hair);
  const int left = attempt ? 28 : TextLeft;
  const auto *tree = qobject_cast<const QTreeView *>(option.widget);
  if (tree && kind != Kind::Silent)
    drawIcon(painter, QRect(left - SmallIcon - 6, row.y(), SmallIcon, row.height()),
             tree->isExpanded(index) ? IconId::ChevronDown : IconId::ChevronRight, t.text2, SmallIcon);
  QRect room = row.adjusted(left, 0, attempt ? -CopyWidth - 12 : -Margin, 0);
  const QFont font = attempt ? fonts::uiBold() : fonts::small();
  const int taken = drawLine(painter, room, index.data().toString(), font, attempt ? t.text : t.text2);
  room.adjust(taken + 8, 0, 0, 0);
  drawLine(painter, room, index.data(AttemptsModel::AsideRole).toString(), fonts::small(), t.text2);
  if (kind == Kind::Attempt)
    drawIcon(painter, copyRect(option.rect.adjusted(0, -gapAbove(index), 0, 0), index), IconId::Copy, t.text2,
             StripIcon);
}

void AttemptsDelegate::paintTitle(QPainter *painter, const QRect &room, const QModelIndex &index) const {
  QTextLayout layout;
  layOutTitle(layout, index, room.width());
  painter->setPen(tokens().text);
  layout.draw(painter, QPointF(room.x(), room.y() + 4));
}

void AttemptsDelegate::paintText(QPainter *painter, const QRect &row, const QModelIndex &index,
                                 bool isLong) const {
  const Tokens &t = tokens();
  const int width = widthOf(qobject_cast<const QWidget *>(parent()));
  const QStringList rows = rowsOf(index, width, isLong);
  const int height = linesHeight(1);
  if (isLong)
    painter->fillRect(QRect(TextLeft, row.y() + 2, RuleWidth, row.height() - 2), t.hair);
  QRect line(TextLeft + (isLong ? RuleWidth + RuleGap : 0), row.y() + (isLong ? 4 : 0), 0, height);
  line.setRight(row.right() - Margin);
  painter->save();
  painter->setClipRect(row.adjusted(0, 0, -Margin, 0));
  painter->setFont(fonts::monoId());
  painter->setPen(t.text);
  for (const QString &text : rows) {
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip),
                      text);
    line.translate(0, height);
  }
  painter->restore();
}

void AttemptsDelegate::paintFrame(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const {
  const Tokens &t = tokens();
  const QRect row = option.rect;
  const QColor colour = index.data(AttemptsModel::ForeignRole).toBool() ? t.text2 : t.text;
  const bool touched = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
  const QRect number(0, row.y(), NumberRight, row.height());
  drawLine(painter, number, index.data(AttemptsModel::FrameNumberRole).toString(), fonts::monoLine(), t.text2,
           Qt::AlignRight, Qt::ElideNone);
  drawLine(painter, QRect(TextLeft, row.y(), FunctionWidth, row.height()),
           index.data(AttemptsModel::FunctionRole).toString(), fonts::monoId(), colour);
  drawLine(painter, row.adjusted(PlaceLeft, 0, touched ? -CopyWidth - 12 : -Margin, 0),
           index.data(AttemptsModel::PlaceRole).toString(), fonts::monoId(), colour, Qt::AlignLeft,
           Qt::ElideMiddle);
  if (touched)
    drawIcon(painter, copyRect(row, index), IconId::Copy, t.text2, StripIcon);
}

} // namespace oxp
