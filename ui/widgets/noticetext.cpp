// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticetext.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace oxp {
namespace {

constexpr int OneLine = 100'000; // px
constexpr int LeastWidth = 120;  // px
constexpr qsizetype LongestWords = 500;
const QString Gap = QStringLiteral("  ");

} // namespace

NoticeText::NoticeText(QWidget *parent)
    : QWidget(parent) {}

void NoticeText::setWords(const QString &what, const QString &detail) {
  m_what = format::bounded(what, LongestWords);
  m_detail = format::bounded(detail, LongestWords);
  updateGeometry();
  update();
}

void NoticeText::layOut(QTextLayout &layout, int width) const {
  QTextLayout::FormatRange bold;
  bold.start = 0;
  bold.length = int(m_what.size());
  bold.format.setFont(fonts::uiBold());
  layout.setText(m_detail.isEmpty() ? m_what : m_what + Gap + m_detail);
  layout.setFont(fonts::ui());
  layout.setFormats({bold});
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  qreal y = 0;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition({0, y});
    y += std::ceil(line.height());
  }
  layout.endLayout();
}

QSize NoticeText::sizeHint() const {
  QTextLayout layout;
  layOut(layout, OneLine);
  return {int(std::ceil(layout.boundingRect().isEmpty() ? 0 : layout.maximumWidth())) + 1,
          int(std::ceil(layout.boundingRect().height()))};
}

QSize NoticeText::minimumSizeHint() const {
  return {LeastWidth, sizeHint().height()};
}

int NoticeText::heightForWidth(int width) const {
  QTextLayout layout;
  layOut(layout, width);
  return int(std::ceil(layout.boundingRect().height()));
}

void NoticeText::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setPen(tokens().text);
  QTextLayout layout;
  layOut(layout, width());
  layout.draw(&painter, {0, (height() - layout.boundingRect().height()) / 2});
}

} // namespace oxp
