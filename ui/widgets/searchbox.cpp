// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchbox.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {
constexpr int Margin = 12, BarWidth = 72, LeastWidth = 360; // px
constexpr int Above = 8, CompactAbove = 4;                  // px, and below
} // namespace

SearchBox::SearchBox(QWidget *parent)
    : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto *lines = new QVBoxLayout(this);
  lines->setSpacing(2);
  setCompact(false);
  setupRow();
  setupMessage();
  setIdle();
}

void SearchBox::setCompact(bool compact) {
  const int above = compact ? CompactAbove : Above;
  layout()->setContentsMargins(Margin, above, Margin, above);
}

void SearchBox::setupRow() {
  m_field = new SearchField(FieldFont::Mono);
  m_field->setObjectName(u"Search jobs"_s);
  m_field->setAccessibleName(tr("Search jobs"));
  m_field->setHints({tr("Search jobs:  data.orderId = \"ORD-1\"   error: timeout   created > -1h"),
                     tr("Search jobs:  data.orderId = \"ORD-1\""), tr("Search jobs")});
  // By whatever way it came there, assistive tools among them.
  connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
    if (!m_ownText)
      emit textEdited(text);
  });
  connect(m_field, &QLineEdit::returnPressed, this, [this] { emit submitted(m_field->text()); });
  m_bar = new ProgressLine(BarWidth);
  m_progress = new TextLabel({}, Tint::Text2);
  m_progress->setFont(fonts::small());
  m_progress->setElide(Qt::ElideRight);
  m_cancel = new QPushButton(tr("Cancel"));
  m_cancel->setAccessibleName(tr("Cancel search"));
  setButtonKind(m_cancel, ButtonKind::Flat);
  connect(m_cancel, &QPushButton::clicked, this, &SearchBox::cancelled);
  setupMenus();
  auto *row = m_row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_field, 1);
  row->addWidget(m_scope);
  row->addWidget(m_saved);
  row->addWidget(m_bar);
  row->addWidget(m_progress);
  row->addWidget(m_cancel);
  static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void SearchBox::setupMenus() {
  m_scope = new QPushButton;
  m_scope->setObjectName(u"Search scope"_s);
  m_saved = new QPushButton(tr("Saved") + u" ▾"_s);
  m_saved->setObjectName(u"Saved searches"_s);
  m_saved->setAccessibleName(tr("Saved searches"));
  m_saved->setToolTip(tr("Saved searches, and the last ones"));
  for (QPushButton *button : {m_scope, m_saved}) {
    setButtonKind(button, ButtonKind::Flat);
    button->hide();
  }
  m_field->installEventFilter(this);
}

namespace {

void openBelow(QMenu *menu, QWidget *button) {
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

} // namespace

void SearchBox::setScope(const QString &text) {
  m_scope->setText(text + u" ▾"_s);
  m_scope->setAccessibleName(tr("Search scope"));
  m_scope->setAccessibleDescription(text);
  m_scope->setToolTip(tr("Where the search looks"));
}

void SearchBox::setScopeMenu(std::function<QMenu *()> make) {
  m_scope->show();
  connect(m_scope, &QPushButton::clicked, this,
          [this, make = std::move(make)] { openBelow(make(), m_scope); });
}

void SearchBox::setSavedMenu(std::function<QMenu *()> make) {
  m_saved->show();
  connect(m_saved, &QPushButton::clicked, this,
          [this, make = std::move(make)] { openBelow(make(), m_saved); });
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event) {
  if (watched == m_field && event->type() == QEvent::FocusIn)
    emit focused();
  return QWidget::eventFilter(watched, event);
}

void SearchBox::setupMessage() {
  m_errorLine = new QWidget;
  auto *line = new QHBoxLayout(m_errorLine);
  line->setContentsMargins(2, 0, 0, 0);
  line->setSpacing(8);
  m_error = new TextLabel({}, Tint::Err);
  m_error->setFont(fonts::small());
  m_error->setElide(Qt::ElideRight);
  m_meanwhile = new TextLabel({}, Tint::Text2);
  m_meanwhile->setFont(fonts::small());
  line->addWidget(new IconLabel(IconId::Failed, Tint::Err, StripIcon));
  m_repair = new QPushButton;
  m_repair->setObjectName(u"Repair search"_s);
  setButtonKind(m_repair, ButtonKind::Flat);
  m_repair->hide();
  connect(m_repair, &QPushButton::clicked, this, &SearchBox::repair);
  line->addWidget(m_error, 1);
  line->addWidget(m_repair);
  line->addWidget(m_meanwhile);
  m_errorLine->hide();
  layout()->addWidget(m_errorLine);
}

void SearchBox::setText(const QString &text) {
  m_ownText = true;
  m_field->setText(text);
  m_ownText = false;
  m_field->home(false); // a long query is read from its beginning
}

void SearchBox::setError(int start, int length, const QString &message, const QString &meanwhile) {
  m_field->setWave(start, length);
  m_field->setAccessibleDescription(message);
  m_wrongStart = start;
  m_wrongLength = length;
  setRepair({});
  m_error->setText(message);
  m_meanwhile->setText(meanwhile);
  m_errorLine->show();
}

void SearchBox::setRepair(const QString &text) {
  m_repairText = text;
  m_repair->setText(tr("Use %1").arg(QString(text).replace(u'&', u"&&"_s)));
  m_repair->setAccessibleName(tr("Use %1").arg(text));
  m_repair->setVisible(!text.isEmpty() && m_wrongStart >= 0);
}

void SearchBox::repair() {
  const QString repaired = text().replace(m_wrongStart, m_wrongLength, m_repairText);
  m_field->setFocus(); // before the line with the button goes
  setText(repaired);
  emit submitted(repaired);
}

void SearchBox::addButton(QPushButton *button) {
  setButtonKind(button, ButtonKind::Flat);
  m_row->insertWidget(m_row->indexOf(m_saved) + 1, button);
}

/// Less than all parts beside each other: a search that begins must not push the neighbours aside.
QSize SearchBox::minimumSizeHint() const {
  return {LeastWidth, QWidget::minimumSizeHint().height()};
}

void SearchBox::clearError() {
  m_field->setWave(-1, 0);
  m_field->setAccessibleDescription({});
  m_errorLine->hide();
}

void SearchBox::setRunning(double share, const QString &text) {
  m_bar->setShare(share);
  m_progress->setText(text);
  // The field gives way, not what was found. A label's hint is never less than the minimum that it has.
  m_progress->setMinimumWidth(m_progress->fontMetrics().horizontalAdvance(text) + 1);
  for (QWidget *piece :
       {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel)})
    piece->show();
}

void SearchBox::setIdle() {
  for (QWidget *piece :
       {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel)})
    piece->hide();
}

} // namespace oxp
