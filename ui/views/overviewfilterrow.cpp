// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overviewfilterrow.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/togglechip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace oxp {
namespace {

constexpr int Height = 44, Margin = 12, FieldWidth = 260, NarrowField = 180, LeastField = 110; // px

} // namespace

OverviewFilterRow::OverviewFilterRow(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(FieldFont::Ui))
    , m_chips(new QButtonGroup(this))
    , m_counted(new TextLabel({}, Tint::Text2))
    , m_columns(new QToolButton) {
  using Kind = OverviewFilter::Kind;
  setFixedHeight(Height);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(Margin, 0, Margin, 0);
  row->setSpacing(8);
  m_field->setAccessibleName(tr("Filter overview"));
  m_field->setObjectName(QStringLiteral("Filter overview"));
  m_field->installEventFilter(this);
  connect(m_field, &QLineEdit::textChanged, this, &OverviewFilterRow::filterChanged);
  connect(m_field, &QLineEdit::returnPressed, this, &OverviewFilterRow::leftForTable);
  m_field->setMinimumWidth(LeastField);
  row->addWidget(m_field, 100);
  addChip(Kind::All, new ToggleChip(tr("All")));
  addChip(Kind::WithFailed, new ToggleChip(tr("With failed jobs"), IconId::Failed, Tint::Failed));
  addChip(Kind::Paused, new ToggleChip(tr("Paused"), IconId::Paused, Tint::Paused));
  addChip(Kind::WithoutWorkers, new ToggleChip(tr("Waiting without workers"), IconId::Warn, Tint::Warn));
  m_chips->button(int(Kind::All))->setChecked(true);
  connect(m_chips, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on)
      emit filterChanged();
  });
  m_counted->setFont(fonts::small());
  row->addStretch(1);
  row->addWidget(m_counted);
  m_columns->setIcon(icon(IconId::Columns));
  m_columns->setAutoRaise(true);
  m_columns->setAccessibleName(tr("Columns"));
  m_columns->setObjectName(QStringLiteral("Columns"));
  m_columns->setToolTip(tr("Choose the columns"));
  m_columns->setPopupMode(QToolButton::InstantPopup);
  row->addWidget(m_columns);
  setNarrow(false);
}

void OverviewFilterRow::addChip(OverviewFilter::Kind kind, ToggleChip *chip) {
  m_chips->addButton(chip, int(kind));
  static_cast<QHBoxLayout *>(layout())->addWidget(chip);
}

void OverviewFilterRow::apply(const OverviewTotals &totals) {
  using Kind = OverviewFilter::Kind;
  const auto count = [this](Kind kind, int queues) {
    static_cast<ToggleChip *>(m_chips->button(int(kind)))->setCount(queues);
  };
  count(Kind::All, totals.queues);
  count(Kind::WithFailed, totals.withFailed);
  count(Kind::Paused, totals.paused);
  count(Kind::WithoutWorkers, totals.lackWorkers);
}

OverviewFilter OverviewFilterRow::filter() const {
  return {static_cast<OverviewFilter::Kind>(m_chips->checkedId()), m_field->text().trimmed()};
}

void OverviewFilterRow::setKind(OverviewFilter::Kind kind) {
  m_chips->button(int(kind))->setChecked(true);
}

void OverviewFilterRow::clear() {
  m_field->clear();
  setKind(OverviewFilter::Kind::All);
}

void OverviewFilterRow::setNarrow(bool narrow) {
  using Kind = OverviewFilter::Kind;
  m_field->setMaximumWidth(narrow ? NarrowField : FieldWidth);
  m_field->setPlaceholderText(narrow ? tr("Filter the overview") : tr("Filter by name, group or version"));
  const auto words = [&](Kind kind, const QString &whole, const QString &less) {
    static_cast<ToggleChip *>(m_chips->button(int(kind)))->setShownWords(narrow ? less : whole);
  };
  words(Kind::WithFailed, tr("With failed jobs"), tr("Failed"));
  words(Kind::WithoutWorkers, tr("Waiting without workers"), tr("No workers"));
  m_counted->setVisible(!narrow);
}

void OverviewFilterRow::setCounted(const QString &words, const QString &tip) {
  m_counted->setText(words);
  m_counted->setToolTip(tip);
  m_counted->setAccessibleDescription(tip);
}

void OverviewFilterRow::focusField() {
  m_field->setFocus();
  m_field->selectAll();
}

bool OverviewFilterRow::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() != QEvent::KeyPress)
    return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent *>(event)->key();
  if (key == Qt::Key_Down) {
    emit leftForTable();
    return true;
  }
  if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
    m_field->clear();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace oxp
