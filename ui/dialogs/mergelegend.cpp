// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mergelegend.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace oxp {
namespace {

constexpr int Side = 18;

/// A piece of the tint, with the sign that stands beside such lines.
class Swatch : public QWidget {
public:
  explicit Swatch(bool conflict)
      : m_conflict(conflict) {
    setFixedSize(Side, Side);
  }

protected:
  void paintEvent(QPaintEvent *) override {
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), m_conflict ? t.conflictBg : t.infoBg);
    painter.setPen(t.hair);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_conflict)
      drawIcon(&painter, rect(), IconId::Warn, t.warn, SmallIcon);
  }

private:
  bool m_conflict;
};

} // namespace

MergeLegend::MergeLegend(QWidget *parent)
    : QWidget(parent) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  const auto entry = [row](bool conflict, const QString &words) {
    auto *label = new TextLabel(words, Tint::Text2);
    label->setFont(fonts::small());
    row->addWidget(new Swatch(conflict));
    row->addWidget(label);
    row->addSpacing(10);
  };
  entry(true, tr("both changed: choose"));
  entry(false, tr("one side changed: taken"));
  row->addStretch();
}

} // namespace oxp
