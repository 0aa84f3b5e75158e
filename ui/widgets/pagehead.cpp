// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pagehead.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace oxp {
namespace {

constexpr int Height = 44, Margin = 12; // px

} // namespace

PageHead::PageHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this)) {
  setFixedHeight(Height);
  m_row->setContentsMargins(Margin, 0, Margin, 0);
  m_row->setSpacing(8);
  auto *back = new QPushButton;
  back->setIcon(icon(IconId::ChevronLeft));
  back->setAccessibleName(tr("Back to the jobs"));
  back->setToolTip(tr("Back to the jobs (Esc)"));
  setButtonKind(back, ButtonKind::Flat);
  connect(back, &QPushButton::clicked, this, &PageHead::leaveWanted);
  auto *words = new TextLabel(title);
  words->setFont(fonts::title());
  m_row->addWidget(back);
  m_row->addWidget(words);
}

} // namespace oxp
