// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/answersdialog.h"

#include "recipes/answers.h"
#include "ui/panes/recipefields.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Width = 480; // px

DialogSubject subjectOf(const recipes::Recipe &recipe) {
  DialogSubject subject;
  subject.title = AnswersDialog::tr("Recipe");
  subject.object = recipe.name;
  subject.mark = IconId::Edit;
  subject.markTint = Tint::Accent;
  subject.sentence = recipe.help;
  return subject;
}

} // namespace

AnswersDialog::AnswersDialog(const recipes::Recipe &recipe, QWidget *parent)
    : DialogFrame(subjectOf(recipe), parent)
    , m_fields(new RecipeFields(recipe, recipes::fallbacksOf(recipe), RecipeFields::Layout::Rows)) {
  setMinimumWidth(Width);
  content()->addWidget(m_fields);
  content()->addStretch(1);
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(tr("Show the changes"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit answered(m_fields->answers());
    accept();
  });
  connect(m_fields, &RecipeFields::changed, this, &AnswersDialog::judge);
  setDefault(m_main);
  m_fields->focusFirst();
  judge();
}

void AnswersDialog::judge() {
  const QString missing = m_fields->judge();
  m_main->setEnabled(missing.isEmpty());
  m_main->setToolTip(missing);
  setNote(missing.isEmpty() ? tr("Nothing is written yet.") : missing, IconId::Info);
}

} // namespace oxp
