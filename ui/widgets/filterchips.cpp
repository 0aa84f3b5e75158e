// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchips.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr int RowHeight = 32, ChipHeight = 24, Margin = 12, Gap = 6, Padding = 8; // px
constexpr int LeastChip = 60, MostChip = 320, Radius = 4;                         // px

bool isRemoveKey(const QKeyEvent &key) {
  return (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) && key.modifiers() == Qt::NoModifier;
}

} // namespace

FilterChip::FilterChip(const Filter &filter, QWidget *parent)
    : QPushButton(parent)
    , m_filter(filter) {
  setFont(filter.mono ? fonts::monoId() : fonts::small());
  setText(filter.words);
  setAccessibleName(tr("Remove filter: %1").arg(filter.words));
  setToolTip(tr("%1\nRemove (Delete)").arg(filter.words));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(this, &QPushButton::clicked, this, &FilterChip::removeWanted);
}

QSize FilterChip::sizeHint() const {
  const int icons = SmallIcon + Gap + (m_filter.state ? SmallIcon + Gap : 0);
  const int width = fontMetrics().horizontalAdvance(m_filter.words) + 2 * Padding + icons + 1;
  return {std::min(width, MostChip), qMax(ChipHeight, fontMetrics().height() + 6)};
}

QSize FilterChip::minimumSizeHint() const {
  const QSize whole = sizeHint(); // a state's word is short, and says nothing when it is cut
  return {m_filter.state ? whole.width() : std::min(LeastChip, whole.width()), whole.height()};
}

/// Elsewhere in the window Delete removes the open job.
bool FilterChip::event(QEvent *event) {
  if (event->type() == QEvent::ShortcutOverride && isRemoveKey(*static_cast<QKeyEvent *>(event))) {
    event->accept();
    return true;
  }
  return QPushButton::event(event);
}

void FilterChip::keyPressEvent(QKeyEvent *event) {
  if (isRemoveKey(*event))
    emit removeWanted();
  else
    QPushButton::keyPressEvent(event);
}

void FilterChip::paintEvent(QPaintEvent *) {
  const Tokens &t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(hasFocus() ? QPen(t.accent, 2) : QPen(Qt::NoPen));
  painter.setBrush(underMouse() ? t.sel : t.infoBg);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Radius, Radius);
  QRect room = rect().adjusted(Padding, 0, -Padding, 0);
  if (m_filter.state) {
    drawIcon(&painter, {room.left(), 0, SmallIcon, height()}, iconOf(*m_filter.state),
             t.state(*m_filter.state), SmallIcon);
    room.setLeft(room.left() + SmallIcon + Gap);
  }
  drawIcon(&painter, {room.right() + 1 - SmallIcon, 0, SmallIcon, height()}, IconId::Close, t.text2,
           SmallIcon);
  room.setRight(room.right() - SmallIcon - Gap);
  painter.setPen(t.text);
  painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                   fontMetrics().elidedText(m_filter.words, Qt::ElideRight, room.width()));
}

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_clear(new QPushButton(tr("Clear")))
    , m_count(new TextLabel({}, Tint::Text2)) {
  setObjectName(QStringLiteral("Filters"));
  setAccessibleName(tr("Filters"));
  setFixedHeight(qMax(RowHeight, fontMetrics().height() + 14));
  m_row->setContentsMargins(Margin, 0, Margin, 0);
  m_row->setSpacing(Gap);
  setButtonKind(m_clear, ButtonKind::Flat);
  m_clear->setAccessibleName(tr("Clear filters"));
  m_clear->setToolTip(tr("Shows the whole list again"));
  connect(m_clear, &QPushButton::clicked, this, &FilterChips::cleared);
  m_count->setObjectName(QStringLiteral("Filtered count"));
  m_count->setFont(fonts::small());
  m_row->addWidget(new IconLabel(IconId::Filter, Tint::Text2, StripIcon));
  m_row->addWidget(m_clear);
  m_row->addStretch(1);
  m_row->addWidget(m_count);
  hide();
}

void FilterChips::setFilters(const std::vector<Filter> &filters) {
  if (m_filters == filters)
    return;
  const auto focused =
      std::find_if(m_chips.begin(), m_chips.end(), [](const FilterChip *chip) { return chip->hasFocus(); });
  const int index = focused == m_chips.end() ? -1 : int(focused - m_chips.begin());
  m_filters = filters;
  std::vector<FilterChip *> old = std::exchange(m_chips, {});
  makeChips();
  if (index >= 0 && !m_chips.empty())
    m_chips[size_t(std::min(index, int(m_chips.size()) - 1))]->setFocus();
  setVisible(!m_filters.empty());
  for (FilterChip *chip : old) { // one of them may have led here
    chip->hide();
    chip->deleteLater();
  }
  fitCount();
}

void FilterChips::makeChips() {
  // What is put behind a widget takes its place on the way of the Tab key, so it begins where Clear stands.
  QWidget *before = m_clear;
  for (size_t i = 0; i < m_filters.size(); ++i) {
    auto *chip = new FilterChip(m_filters[i], this);
    connect(chip, &FilterChip::removeWanted, this, [this, i] { emit removed(int(i)); });
    m_row->insertWidget(m_row->indexOf(m_clear), chip);
    m_chips.push_back(chip);
    setTabOrder(before, chip);
    before = chip;
    chip->show();
  }
  if (before != m_clear)
    setTabOrder(before, m_clear);
}

void FilterChips::setCount(const QString &text) {
  m_count->setText(text);
  setToolTip(text); // of use where the label has made way
  setAccessibleDescription(text);
  fitCount();
}

void FilterChips::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fitCount();
}

void FilterChips::fitCount() {
  int needed = 2 * Margin + StripIcon + m_clear->sizeHint().width() + 2 * Gap + m_count->sizeHint().width();
  for (const FilterChip *chip : m_chips)
    needed += chip->minimumSizeHint().width() + Gap;
  m_count->setVisible(needed + Gap <= width());
}

} // namespace oxp
