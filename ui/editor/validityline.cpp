// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/validityline.h"

#include "ui/editor/scansentences.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace oxp {
namespace {

QString sizeWords(qint64 bytes) {
  const QLocale locale;
  if (bytes < 1000)
    return ValidityLine::tr("%1 B").arg(locale.toString(bytes));
  if (bytes < 1'000'000)
    return ValidityLine::tr("%1 KB").arg(locale.toString(double(bytes) / 1000, 'f', 1));
  return ValidityLine::tr("%1 MB").arg(locale.toString(double(bytes) / 1'000'000, 'f', 1));
}

} // namespace

ValidityLine::ValidityLine(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(IconId::Check, Tint::Ok)), m_link(new QPushButton),
      m_text(new TextLabel({}, Tint::Ok)), m_detail(new TextLabel({}, Tint::Text2)) {
  setAccessibleName(tr("Validity"));
  setObjectName(QStringLiteral("Validity"));
  m_text->setFont(fonts::small());
  m_detail->setFont(fonts::small());
  m_link->setFont(fonts::small());
  setButtonKind(m_link, ButtonKind::Flat);
  connect(m_link, &QPushButton::clicked, this, [this] {
    if (m_validity.error)
      emit placeWanted(m_validity.error->offset);
  });
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(m_icon);
  row->addWidget(m_link);
  row->addWidget(m_text);
  row->addWidget(m_detail);
  show();
}

void ValidityLine::setValidity(const Validity &validity) {
  m_validity = validity;
  show();
}

void ValidityLine::setOverride(const QString &text) {
  m_override = text;
  show();
}

void ValidityLine::setUnsaved(bool unsaved) {
  m_unsaved = unsaved;
  show();
}

void ValidityLine::show() {
  const bool plain = !m_override.isNull();
  const bool invalid = !plain && m_validity.known && !m_validity.valid;
  m_icon->setVisible(!plain && m_validity.known);
  m_icon->setIcon(invalid ? IconId::Failed : IconId::Check, invalid ? Tint::Err : Tint::Ok);
  m_link->setVisible(invalid);
  m_text->setVisible(!plain && m_validity.known && m_validity.valid);
  m_text->setText(tr("Valid JSON"));
  if (invalid)
    m_link->setText(tr("Line %1, column %2: %3")
                        .arg(QLocale().toString(m_validity.line), QLocale().toString(m_validity.column),
                             scanSentence(m_validity.error->code)));
  QStringList detail;
  if (plain)
    detail << m_override;
  else if (!invalid && m_validity.known)
    detail << sizeWords(m_validity.size);
  if (!plain && m_unsaved && !invalid)
    detail << tr("not saved");
  m_detail->setText((m_text->isHidden() ? QString() : QStringLiteral("· ")) + detail.join(QStringLiteral(" · ")));
  m_detail->setVisible(!detail.isEmpty());
  setAccessibleDescription(plain ? m_override : invalid ? m_link->text() : m_text->text() + u' ' + m_detail->text());
}

} // namespace oxp
