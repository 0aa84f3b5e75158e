// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/argumentform.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>

namespace oxp {
namespace {

QString words(const char *source) {
  return QCoreApplication::translate("Operations", source);
}

QString faultText(const ArgumentSpec &spec, ArgumentFault fault) {
  const QLocale locale;
  switch (fault) {
  case ArgumentFault::NoNumber:
    return ArgumentForm::tr("A whole number is needed here");
  case ArgumentFault::TooSmall:
    return ArgumentForm::tr("%1 is the least").arg(locale.toString(spec.least));
  case ArgumentFault::TooLarge:
    return spec.kind == ArgumentSpec::Kind::Text
               ? ArgumentForm::tr("This is too long")
               : ArgumentForm::tr("%1 is the most").arg(locale.toString(spec.most));
  case ArgumentFault::NotOffered:
    return ArgumentForm::tr("Choose one of those that are offered");
  case ArgumentFault::Right:
    break;
  }
  return {};
}

} // namespace

ArgumentForm::ArgumentForm(const std::vector<ArgumentSpec> &specs, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this)) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setLabelAlignment(Qt::AlignRight);
  m_form->setSpacing(8);
  m_fields.reserve(specs.size());
  for (const ArgumentSpec &spec : specs)
    add(spec);
  check();
}

void ArgumentForm::add(const ArgumentSpec &spec) {
  Field &field = m_fields.emplace_back();
  field.spec = spec;
  field.widget = makeWidget(field);
  field.widget->setObjectName(QString::fromUtf8(spec.id));
  field.widget->setAccessibleName(words(spec.title));
  // A tick bears its name itself.
  m_form->addRow(spec.kind == ArgumentSpec::Kind::Bool ? QString() : words(spec.title), field.widget);
  auto *help = new TextLabel(words(spec.help), Tint::Text2);
  help->setFont(fonts::small());
  help->setWordWrap(true);
  m_form->addRow(QString(), help);
  field.fault = new TextLabel({}, Tint::Err);
  field.fault->setFont(fonts::small());
  m_form->addRow(QString(), field.fault);
}

QWidget *ArgumentForm::makeWidget(Field &field) {
  switch (field.spec.kind) {
  case ArgumentSpec::Kind::Bool:
    return makeTick(field);
  case ArgumentSpec::Kind::Choice:
    return makeChoice(field);
  case ArgumentSpec::Kind::Integer:
  case ArgumentSpec::Kind::Text:
    break;
  }
  return makeLine(field);
}

QWidget *ArgumentForm::makeTick(Field &field) {
  auto *tick = new QCheckBox(words(field.spec.title));
  tick->setChecked(field.spec.fallback == "1");
  field.value = [tick] { return tick->isChecked() ? QByteArrayLiteral("1") : QByteArray(); };
  connect(tick, &QCheckBox::toggled, this, &ArgumentForm::check);
  return tick;
}

QWidget *ArgumentForm::makeLine(Field &field) {
  auto *line = new QLineEdit(QString::fromUtf8(field.spec.fallback));
  field.value = [line] { return line->text().toUtf8(); };
  connect(line, &QLineEdit::textChanged, this, &ArgumentForm::check);
  m_lines << line;
  return line;
}

QWidget *ArgumentForm::makeChoice(Field &field) {
  auto *box = new QComboBox;
  for (const ArgumentSpec::Choice &choice : field.spec.choices)
    box->addItem(words(choice.title), choice.word);
  box->setCurrentIndex(box->findData(field.spec.fallback));
  field.value = [box] { return box->currentData().toByteArray(); };
  connect(box, &QComboBox::currentIndexChanged, this, &ArgumentForm::check);
  return box;
}

void ArgumentForm::check() {
  for (const Field &field : m_fields) {
    const QString fault = faultText(field.spec, faultIn(field.spec, field.value()));
    field.fault->setText(fault);
    m_form->setRowVisible(field.fault, !fault.isEmpty());
    field.widget->setAccessibleDescription(fault.isEmpty() ? words(field.spec.help) : fault);
  }
  emit changed();
}

Arguments ArgumentForm::values() const {
  Arguments values;
  for (const Field &field : m_fields)
    if (const QByteArray value = field.value(); value != field.spec.fallback)
      values.insert(field.spec.id, value);
  return values;
}

QString ArgumentForm::missing() const {
  for (const Field &field : m_fields)
    if (const QString fault = faultText(field.spec, faultIn(field.spec, field.value())); !fault.isEmpty())
      return tr("%1: %2").arg(words(field.spec.title), fault);
  return {};
}

} // namespace oxp
