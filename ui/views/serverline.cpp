// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/serverline.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace oxp {
namespace {

constexpr int Height = 28, Margin = 12, Gap = 5; // px

QString spoken(const ServerWord &word) {
  QString text = word.label.isEmpty() ? word.value : word.label + u' ' + word.value;
  return word.meaning.isEmpty() ? text : text + u": "_qs + word.meaning;
}

} // namespace

ServerLine::ServerLine(QWidget *parent)
    : QWidget(parent)
    , m_details(new QPushButton(tr("Redis details"))) {
  setObjectName(QStringLiteral("Redis"));
  setAccessibleName(tr("Redis"));
  setFixedHeight(qMax(Height, fontMetrics().height() + 10));
  m_details->setFont(fonts::small());
  m_details->setAccessibleName(tr("Redis details"));
  m_details->setObjectName(QStringLiteral("Redis details"));
  setButtonKind(m_details, ButtonKind::Flat);
  m_details->setFixedHeight(qMax(24, m_details->fontMetrics().height() + 6));
  connect(m_details, &QPushButton::clicked, this, &ServerLine::detailsWanted);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 4, 1);
  row->addStretch(1);
  row->addWidget(m_details);
}

void ServerLine::setWords(const std::vector<ServerWord> &words) {
  if (m_words == words)
    return;
  m_words = words;
  QStringList all;
  for (const ServerWord &word : words)
    all << spoken(word);
  setAccessibleDescription(format::joined(all));
  setToolTip(all.join(u'\n'));
  update();
}

void ServerLine::paintEvent(QPaintEvent *) {
  const Tokens &t = tokens();
  QPainter painter(this);
  painter.fillRect(QRect(0, height() - 1, width(), 1), t.hair);
  QRect room(Margin, 0, m_details->x() - Margin - Gap, height() - 1);
  const auto write = [&](const QString &text, const QColor &colour, int gap) {
    if (!text.isEmpty() && room.width() > 0)
      room.setLeft(room.left() + gap + drawLine(&painter, room, text, fonts::small(), colour));
  };
  for (size_t i = 0; i < m_words.size(); ++i) {
    const ServerWord &word = m_words[i];
    write(i > 0 ? u"·"_qs : QString(), t.text2, Gap - 1);
    write(word.label, t.text2, Gap);
    if (word.icon && room.width() > SmallIcon) {
      drawIcon(&painter, {room.left(), 0, SmallIcon, room.height()}, *word.icon, t.tint(word.tint),
               SmallIcon);
      room.setLeft(room.left() + SmallIcon + Gap);
    }
    const bool strong = !word.label.isEmpty() || word.icon;
    write(word.value, strong ? t.text : t.text2, Gap - 1);
  }
}

} // namespace oxp
