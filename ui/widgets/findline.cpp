// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findline.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace oxp {
namespace {

constexpr qsizetype LongestTaken = 200; // characters of the selection that become what is sought

QPushButton *namedButton(const char *id, const QString &name) {
  auto *button = new QPushButton(name);
  button->setAccessibleName(name);
  button->setObjectName(QLatin1StringView(id));
  button->setAutoDefault(false);
  return button;
}

} // namespace

FindLine::FindLine(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_case(new QToolButton)
    , m_note(new TextLabel({}, Tint::Text2)) {
  m_field->setAccessibleName(tr("Find"));
  m_field->setObjectName(QStringLiteral("Find"));
  m_field->setPlaceholderText(tr("Find"));
  m_field->setFont(fonts::mono());
  m_case->setText(QStringLiteral("Aa"));
  m_case->setCheckable(true);
  m_case->setAutoRaise(true);
  m_case->setAccessibleName(tr("Match case"));
  m_case->setToolTip(tr("Match case"));
  m_note->setFont(fonts::small());
  QPushButton *previous = namedButton("Previous", tr("Previous"));
  QPushButton *next = namedButton("Next", tr("Next"));
  auto *close = new QToolButton;
  close->setIcon(icon(IconId::Close));
  close->setAutoRaise(true);
  close->setAccessibleName(tr("Close"));
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_field, 1);
  row->addWidget(m_case);
  row->addWidget(previous);
  row->addWidget(next);
  row->addWidget(m_note);
  row->addWidget(close);
  connect(next, &QPushButton::clicked, this, [this] { emit wanted(false); });
  connect(previous, &QPushButton::clicked, this, [this] { emit wanted(true); });
  connect(m_field, &QLineEdit::returnPressed, this, [this] { emit wanted(false); });
  connect(m_field, &QLineEdit::textChanged, this, [this] { tell({}, true); });
  connect(close, &QToolButton::clicked, this, &FindLine::closed);
}

QString FindLine::text() const {
  return m_field->text();
}

bool FindLine::matchCase() const {
  return m_case->isChecked();
}

void FindLine::begin(const QString &selected) {
  if (!selected.isEmpty() && selected.size() < LongestTaken && !selected.contains(u'\n'))
    m_field->setText(selected);
  m_field->setFocus();
  m_field->selectAll();
}

void FindLine::tell(const QString &words, bool found) {
  m_note->setText(words);
  m_note->setAccessibleName(words);
  setFieldInvalid(m_field, !found);
}

QString FindLine::resultWords(bool found, bool wrapped) {
  return !found ? tr("Not found") : wrapped ? tr("Went on from the other end") : QString();
}

void FindLine::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape)
    emit closed();
  else
    QWidget::keyPressEvent(event);
}

} // namespace oxp
