// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/argumentform.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>
#include <QVBoxLayout>

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

int tickIndent(const QWidget &tick) {
  const QStyle *style = tick.style();
  return style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &tick) +
         style->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, &tick);
}

} // namespace

ArgumentForm::ArgumentForm(const std::vector<ArgumentSpec> &specs, const Arguments &given, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this)) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setLabelAlignment(Qt::AlignRight);
  m_form->setSpacing(8);
  m_fields.reserve(specs.size());
  for (const ArgumentSpec &spec : specs)
    add(spec, given.value(spec.id, spec.fallback));
  check();
}

void ArgumentForm::add(const ArgumentSpec &spec, const QByteArray &value) {
  Field &field = m_fields.emplace_back();
  field.spec = spec;
  field.widget = makeWidget(field, value);
  field.widget->setObjectName(QString::fromUtf8(spec.id));
  field.widget->setAccessibleName(words(spec.title));
  const bool tick = spec.kind == ArgumentSpec::Kind::Bool;
  auto *place = field.place = new QWidget;
  auto *column = new QVBoxLayout(place);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(field.widget);
  auto *below = new QVBoxLayout; // in line with the words of a tick
  below->setContentsMargins(tick ? tickIndent(*field.widget) : 0, 0, 0, 0);
  column->addLayout(below);
  auto *help = new TextLabel(words(spec.help), Tint::Text2);
  field.fault = new TextLabel({}, Tint::Err);
  for (TextLabel *label : {help, field.fault}) {
    label->setFont(fonts::small());
    label->setWordWrap(true);
    below->addWidget(label);
  }
  if (tick)
    return m_form->addRow(place); // it bears its name itself
  auto *name = new QLabel(words(spec.title));
  name->setFixedHeight(field.widget->sizeHint().height()); // in line with the field, and not with all of it
  m_form->addRow(name, place);
}

QWidget *ArgumentForm::makeWidget(Field &field, const QByteArray &value) {
  switch (field.spec.kind) {
  case ArgumentSpec::Kind::Bool:
    return makeTick(field, value);
  case ArgumentSpec::Kind::Choice:
    return makeChoice(field, value);
  case ArgumentSpec::Kind::Integer:
  case ArgumentSpec::Kind::Text:
    break;
  }
  return makeLine(field, value);
}

QWidget *ArgumentForm::makeTick(Field &field, const QByteArray &value) {
  auto *tick = new QCheckBox(words(field.spec.title));
  tick->setChecked(value == "1");
  field.value = [tick] { return tick->isChecked() ? QByteArrayLiteral("1") : QByteArray(); };
  connect(tick, &QCheckBox::toggled, this, &ArgumentForm::check);
  return tick;
}

QWidget *ArgumentForm::makeLine(Field &field, const QByteArray &value) {
  auto *line = new QLineEdit(QString::fromUtf8(value));
  if (field.spec.unset)
    line->setPlaceholderText(words(field.spec.unset));
  field.value = [line] { return line->text().toUtf8(); };
  connect(line, &QLineEdit::textChanged, this, &ArgumentForm::check);
  m_lines << line;
  return line;
}

QWidget *ArgumentForm::makeChoice(Field &field, const QByteArray &value) {
  auto *box = new QComboBox;
  for (const ArgumentSpec::Choice &choice : field.spec.choices)
    box->addItem(words(choice.title), choice.word);
  box->setCurrentIndex(box->findData(value));
  field.value = [box] { return box->currentData().toByteArray(); };
  connect(box, &QComboBox::currentIndexChanged, this, &ArgumentForm::check);
  return box;
}

void ArgumentForm::check() {
  const Arguments now = all();
  for (const Field &field : m_fields) {
    m_form->setRowVisible(field.place, isShown(field.spec, now));
    const QString fault = faultText(field.spec, faultOf(field, now));
    field.fault->setText(fault);
    field.fault->setVisible(!fault.isEmpty());
    field.widget->setAccessibleDescription(fault.isEmpty() ? words(field.spec.help) : fault);
  }
  emit changed();
}

void ArgumentForm::focusFirst() {
  if (!m_fields.empty())
    m_fields.front().widget->setFocus();
}

Arguments ArgumentForm::all() const {
  Arguments all;
  for (const Field &field : m_fields)
    all.insert(field.spec.id, field.value());
  return all;
}

/// A value that was there before need not be one that could be set.
ArgumentFault ArgumentForm::faultOf(const Field &field, const Arguments &all) const {
  const QByteArray value = all.value(field.spec.id);
  const bool asked = isShown(field.spec, all) && (value.isEmpty() || value != field.spec.fallback);
  return asked ? faultIn(field.spec, value) : ArgumentFault::Right;
}

Arguments ArgumentForm::values() const {
  const Arguments now = all();
  Arguments values;
  for (const Field &field : m_fields)
    if (const QByteArray value = now.value(field.spec.id);
        isShown(field.spec, now) && value != field.spec.fallback)
      values.insert(field.spec.id, value);
  return values;
}

QString ArgumentForm::missing() const {
  const Arguments now = all();
  for (const Field &field : m_fields)
    if (const QString fault = faultText(field.spec, faultOf(field, now)); !fault.isEmpty())
      return tr("%1: %2").arg(words(field.spec.title), fault);
  return {};
}

} // namespace oxp
