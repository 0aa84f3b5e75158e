// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogframe.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/fitarea.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Margin = 16;
constexpr int FooterHeight = 52;

TextLabel *plainLabel(const QString &text, const QFont &font, Tint tint) {
  auto *label = new TextLabel(text, tint);
  label->setFont(font);
  return label;
}

} // namespace

DialogFrame::DialogFrame(const DialogSubject &subject, QWidget *parent)
    : QDialog(parent) {
  setWindowTitle(subject.title);
  setAccessibleName(subject.title);
  setObjectName(subject.title);
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  auto *outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  setupHead(subject, outer);
  auto *middle = new QWidget;
  m_content = new QVBoxLayout(middle);
  m_content->setContentsMargins(Margin, 0, Margin, Margin);
  m_content->setSpacing(8);
  outer->addWidget(new FitArea(middle), 1);
  setupFooter(outer);
}

void DialogFrame::setupHead(const DialogSubject &subject, QVBoxLayout *outer) {
  if (!subject.profile.isEmpty()) {
    auto *band = new EnvironmentBand;
    band->setEnvironment(subject.environment, subject.profile);
    outer->addWidget(band);
  }
  auto *head = new QVBoxLayout;
  head->setContentsMargins(Margin, 12, Margin, 8);
  head->setSpacing(6);
  if (!subject.object.isEmpty()) {
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    if (subject.state) {
      line->addWidget(new IconLabel(iconOf(*subject.state), tintOf(*subject.state)));
    } else if (subject.mark) {
      line->addWidget(new IconLabel(*subject.mark, subject.markTint));
    }
    line->addWidget(plainLabel(subject.object, fonts::title(), Tint::Text));
    if (!subject.jobId.isEmpty()) {
      line->addWidget(plainLabel(u'#' + subject.jobId, fonts::monoId(), Tint::Text2));
    }
    if (!subject.aside.isEmpty()) {
      line->addWidget(plainLabel(subject.aside, fonts::small(), Tint::Text2));
    }
    line->addStretch();
    head->addLayout(line);
  }
  m_sentence = plainLabel(subject.sentence, fonts::ui(), Tint::Text2);
  m_sentence->setWordWrap(true);
  m_sentence->setVisible(!subject.sentence.isEmpty());
  head->addWidget(m_sentence);
  outer->addLayout(head);
}

void DialogFrame::setupFooter(QVBoxLayout *outer) {
  auto *rule = new QFrame;
  rule->setFrameShape(QFrame::HLine);
  rule->setFixedHeight(1);
  outer->addWidget(rule);
  auto *footer = new QWidget;
  footer->setMinimumHeight(FooterHeight);
  auto *row = m_footer = new QHBoxLayout(footer);
  row->setContentsMargins(Margin, 8, Margin, 8);
  row->setSpacing(8);
  m_noteIcon = new IconLabel(IconId::Shield, Tint::Prioritized);
  m_noteIcon->hide();
  m_note = plainLabel({}, fonts::small(), Tint::Text2);
  m_note->setWordWrap(true);
  m_buttons = new QDialogButtonBox;
  row->addWidget(m_noteIcon);
  row->addWidget(m_note, 1);
  row->addWidget(m_buttons);
  outer->addWidget(footer);
}

QPushButton *DialogFrame::addButton(const QString &text, ButtonKind kind, int dialogButtonRole) {
  auto *button = new QPushButton(text);
  button->setObjectName(text);
  button->setAccessibleName(text);
  button->setAutoDefault(false);
  setButtonKind(button, kind);
  m_buttons->addButton(button, static_cast<QDialogButtonBox::ButtonRole>(dialogButtonRole));
  return button;
}

void DialogFrame::setDefault(QPushButton *button) {
  button->setAutoDefault(true);
  button->setDefault(true);
  button->setFocus();
}

void DialogFrame::setConfirmField(QLineEdit *field, QPushButton *main) {
  m_confirmFields << field;
  m_confirmed = main;
  field->installEventFilter(this);
}

bool DialogFrame::eventFilter(QObject *watched, QEvent *event) {
  const auto *field = qobject_cast<QLineEdit *>(watched);
  if (field && m_confirmFields.contains(field) && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      m_confirmed->click(); // nothing while it is disabled
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

void DialogFrame::setNote(const QString &text, std::optional<IconId> iconId) {
  m_note->setText(text);
  m_noteIcon->setVisible(iconId.has_value());
  if (iconId)
    m_noteIcon->setIcon(*iconId, *iconId == IconId::Shield ? Tint::Prioritized
                                 : *iconId == IconId::Info ? Tint::Text2
                                                           : Tint::Warn);
}

void DialogFrame::setNoteWidget(QWidget *widget) {
  m_footer->replaceWidget(m_note, widget);
  m_note->hide();
}

void DialogFrame::setSentence(const QString &text) {
  m_sentence->setText(text);
  m_sentence->setVisible(!text.isEmpty());
}

} // namespace oxp
