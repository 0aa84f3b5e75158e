// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/serverdetailsdialog.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/fitarea.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Width = 480; // px

void addWord(QGridLayout *grid, const ServerWord &word) {
  const int row = grid->rowCount();
  auto *value = new TextLabel(word.label.isEmpty() ? word.value : word.label + u' ' + word.value);
  value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  value->setWordWrap(true);
  if (word.icon)
    grid->addWidget(new IconLabel(*word.icon, word.tint, StripIcon), row, 0, Qt::AlignTop);
  grid->addWidget(value, row, 1);
  if (word.meaning.isEmpty())
    return;
  auto *meaning = new TextLabel(word.meaning, Tint::Text2);
  meaning->setFont(fonts::small());
  meaning->setWordWrap(true);
  grid->addWidget(meaning, row + 1, 1);
}

} // namespace

ServerDetailsDialog::ServerDetailsDialog(const QString &profile, const QString &address,
                                         const std::vector<ServerWord> &words, QWidget *parent)
    : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Redis details"));
  setObjectName(QStringLiteral("Redis details"));
  setAccessibleName(tr("Redis details"));
  auto *name = new TextLabel(profile);
  name->setFont(fonts::heading());
  name->setElide(Qt::ElideMiddle);
  auto *place = new TextLabel(address, Tint::Text2);
  place->setElide(Qt::ElideMiddle);
  auto *facts = new QWidget;
  auto *grid = new QGridLayout(facts);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnMinimumWidth(0, StripIcon);
  grid->setColumnStretch(1, 1);
  for (const ServerWord &word : words)
    addWord(grid, word);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 12);
  column->setSpacing(8);
  column->addWidget(name);
  column->addWidget(place);
  column->addSpacing(4);
  column->addWidget(new FitArea(facts), 1);
  column->addWidget(buttons);
  resize(Width, sizeHint().height());
}

} // namespace oxp
