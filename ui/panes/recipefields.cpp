// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/recipefields.h"

#include "recipes/answers.h"
#include "ui/panes/recipewords.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace oxp {
namespace {

constexpr int FieldWidth = 120, LeastWidth = 88, Gap = 8; // px; of a field in a row

using recipes::Question;

} // namespace

RecipeFields::RecipeFields(const recipes::Recipe &recipe, const recipes::Answers &answers, Layout layout,
                           QWidget *parent)
    : QWidget(parent)
    , m_recipe(recipe) {
  auto *row = layout == Layout::Row ? new QHBoxLayout(this) : nullptr;
  auto *form = row ? nullptr : new QFormLayout(this);
  this->layout()->setContentsMargins(0, 0, 0, 0);
  this->layout()->setSpacing(Gap);
  const bool labelled = !row || recipe.questions.size() > 1;
  for (const Question &question : recipe.questions) {
    QWidget *field = makeField(question, answers.value(question.name));
    m_fields << field;
    if (form) {
      form->addRow(question.words(), field);
      continue;
    }
    field->setMinimumWidth(LeastWidth);
    field->setMaximumWidth(FieldWidth);
    if (labelled) {
      auto *label = new TextLabel(question.words(), Tint::Text2);
      label->setElide(Qt::ElideRight);
      row->addWidget(label);
    }
    row->addWidget(field);
  }
}

QWidget *RecipeFields::makeField(const Question &question, const QString &answer) {
  QWidget *field = nullptr;
  if (question.kind == Question::Kind::Choice || question.kind == Question::Kind::TrueFalse) {
    auto *box = new QComboBox;
    if (!question.required)
      box->addItem({});
    box->addItems(question.kind == Question::Kind::Choice
                      ? question.choices
                      : QStringList{QStringLiteral("true"), QStringLiteral("false")});
    box->setCurrentIndex(answer.isEmpty() && question.required ? -1 : box->findText(answer));
    connect(box, &QComboBox::currentIndexChanged, this, &RecipeFields::changed);
    field = box;
  } else {
    auto *line = new QLineEdit(answer);
    if (question.kind == Question::Kind::Date)
      line->setPlaceholderText(tr("yyyy-mm-dd"));
    connect(line, &QLineEdit::textChanged, this, &RecipeFields::changed);
    field = line;
  }
  field->setAccessibleName(question.words());
  field->setObjectName(question.words());
  return field;
}

QString RecipeFields::answerIn(int question) const {
  if (const auto *box = qobject_cast<const QComboBox *>(m_fields[question]))
    return box->currentText();
  return static_cast<const QLineEdit *>(m_fields[question])->text();
}

recipes::Answers RecipeFields::answers() const {
  recipes::Answers answers;
  for (int i = 0; i < m_fields.size(); ++i)
    answers.insert(m_recipe.questions[size_t(i)].name, answerIn(i));
  return answers;
}

QString RecipeFields::judge() {
  QString first;
  m_wrong = false;
  for (int i = 0; i < m_fields.size(); ++i) {
    const Question &question = m_recipe.questions[size_t(i)];
    const auto fault = recipes::faultIn(question, answerIn(i));
    const QString words = fault ? recipewords::answerFault(question, *fault) : QString();
    const bool wrong = fault && *fault != recipes::AnswerFault::Missing;
    m_wrong |= wrong;
    setFieldInvalid(m_fields[i], wrong);
    m_fields[i]->setAccessibleDescription(words);
    m_fields[i]->setToolTip(words.isEmpty() ? question.words() : words);
    if (first.isEmpty() && fault)
      first = tr("%1: %2").arg(question.words(), words);
  }
  return first;
}

void RecipeFields::focusFirst() {
  if (!m_fields.isEmpty())
    m_fields.front()->setFocus();
}

} // namespace oxp
