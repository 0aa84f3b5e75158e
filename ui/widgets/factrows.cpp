// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factrows.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int LabelWidth = 88; // px

} // namespace

FactRows::FactRows(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(0);
  m_grid->setColumnMinimumWidth(0, LabelWidth);
  m_grid->setColumnStretch(1, 1);
}

void FactRows::addRow() {
  auto *label = new TextLabel({}, Tint::Text2);
  auto *value = new TextLabel;
  value->setElide(Qt::ElideRight);
  const int row = int(m_rows.size()), height = fonts::rowHeight(font());
  label->setFixedHeight(height);
  value->setFixedHeight(height);
  m_grid->addWidget(label, row, 0);
  m_grid->addWidget(value, row, 1);
  m_rows.emplace_back(label, value);
}

void FactRows::setFacts(const std::vector<std::pair<QString, QString>> &facts) {
  while (m_rows.size() < facts.size())
    addRow();
  for (size_t row = 0; row < m_rows.size(); ++row) {
    const auto &[label, value] = m_rows[row];
    const bool shown = row < facts.size();
    if (shown) {
      label->setText(facts[row].first);
      value->setText(facts[row].second);
      value->setAccessibleName(facts[row].first + u' ' + facts[row].second);
    }
    label->setVisible(shown);
    value->setVisible(shown);
  }
}

} // namespace oxp
