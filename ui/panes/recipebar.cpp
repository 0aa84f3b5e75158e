// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/recipebar.h"

#include "models/format.h"
#include "recipes/answers.h"
#include "recipes/making.h"
#include "ui/dialogs/answersdialog.h"
#include "ui/dialogs/changewords.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/recipefields.h"
#include "ui/panes/recipewords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace oxp {
namespace {

constexpr int Height = 36, Side = 12, CloseSide = 24, FieldsAt = 2, LongestName = 60; // px; place; characters

using Stage = RecipeWork::Stage;

} // namespace

RecipeBar::RecipeBar(JsonEditor *editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_work(new RecipeWork(editor, this))
    , m_line(new QHBoxLayout(this))
    , m_name(new TextLabel)
    , m_words(new TextLabel({}, Tint::Text2))
    , m_main(new QPushButton)
    , m_close(new QPushButton) {
  setAccessibleName(tr("Recipe"));
  setObjectName(QStringLiteral("Recipe"));
  setMinimumHeight(Height);
  m_name->setFont(fonts::uiBold());
  m_name->setElide(Qt::ElideRight); // a name makes no pane wider
  m_words->setFont(fonts::small());
  m_words->setElide(Qt::ElideRight);
  setButtonKind(m_main, ButtonKind::Main);
  m_main->setAutoDefault(false);
  m_close->setIcon(icon(IconId::Close));
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Takes the recipe's changes back (Esc)"));
  m_close->setFixedSize(CloseSide, CloseSide);
  setButtonKind(m_close, ButtonKind::Flat);
  m_line->setContentsMargins(Side, 2, Side - 4, 3);
  m_line->setSpacing(8);
  m_line->addWidget(new IconLabel(IconId::Edit, Tint::Accent));
  m_line->addWidget(m_name);
  m_line->addWidget(m_words, 1);
  m_line->addWidget(m_main);
  m_line->addWidget(m_close);
  connect(m_main, &QPushButton::clicked, this, [this] { emit saveWanted(m_place.then); });
  connect(m_close, &QPushButton::clicked, this, &RecipeBar::takeBack);
  connect(m_work, &RecipeWork::changed, this, &RecipeBar::follow);
  hide();
}

void RecipeBar::start(const recipes::Recipe &recipe, const Place &place) {
  takeBack();
  m_recipe = recipe;
  m_place = place;
  m_name->setText(format::bounded(recipe.name, LongestName));
  m_name->setToolTip(recipe.help);
  m_main->setText(recipewords::button(recipe, place.then));
  m_main->setAccessibleName(m_main->text());
  m_main->setObjectName(m_main->text());
  if (recipe.questions.size() > MostFields)
    return ask();
  m_work->begin(place.masks);
  makeFields(recipes::fallbacksOf(recipe));
}

/// The dialog is gone without answers: then nothing was begun.
void RecipeBar::ask() {
  auto *dialog = new AnswersDialog(m_recipe, window());
  connect(dialog, &AnswersDialog::answered, this, [this, recipe = m_recipe](const recipes::Answers &answers) {
    if (recipe != m_recipe)
      return; // the person has gone on to something else
    m_work->begin(m_place.masks);
    answer(answers);
    m_main->setFocus();
  });
  dialog->open();
}

void RecipeBar::makeFields(const recipes::Answers &answers) {
  m_fields = new RecipeFields(m_recipe, answers, RecipeFields::Layout::Row);
  m_line->insertWidget(FieldsAt, m_fields);
  for (QWidget *field : m_fields->findChildren<QWidget *>())
    field->installEventFilter(this);
  connect(m_fields, &RecipeFields::changed, this, [this] { answer(m_fields->answers()); });
  answer(answers);
  if (m_recipe.questions.empty())
    m_main->setFocus();
  else
    m_fields->focusFirst();
}

void RecipeBar::answer(const recipes::Answers &answers) {
  m_missing = m_fields ? m_fields->judge() : QString();
  const auto changes = recipes::changesFor(m_recipe, answers, m_place.now(), m_place.me);
  if (changes)
    m_work->apply(*changes);
  else
    m_work->withdraw();
  follow();
}

void RecipeBar::takeBack() {
  m_work->withdraw();
  m_work->end();
}

void RecipeBar::setObstacle(const QString &why) {
  if (std::exchange(m_obstacle, why) != why)
    follow();
}

QString RecipeBar::words() const {
  switch (m_work->stage()) {
  case Stage::Waiting:
    return m_missing;
  case Stage::Making:
    return tr("making the changes…");
  case Stage::Same:
    return tr("The job looks like this already.");
  case Stage::Refused:
    return tr("It cannot be used here: %1.").arg(changewords::problem(m_work->problem()));
  case Stage::Masked:
    return tr("What would come of it cannot be masked; reveal the data first.");
  case Stage::Typed:
    return tr("You have typed on; the text stays when this is closed.");
  case Stage::Shown:
  case Stage::Closed:
    break;
  }
  return recipewords::then(m_place.then);
}

void RecipeBar::follow() {
  const Stage stage = m_work->stage();
  const bool savable = stage == Stage::Shown || stage == Stage::Typed;
  const QString why = savable ? m_obstacle : words();
  const bool wrong =
      stage == Stage::Refused || stage == Stage::Masked || (m_fields && m_fields->isAnyWrong());
  m_words->setText(words());
  m_words->setTint(wrong ? Tint::Err : Tint::Text2);
  setAccessibleDescription(m_recipe.name + u' ' + words());
  m_main->setEnabled(savable && why.isEmpty());
  m_main->setToolTip(why);
  if (m_fields)
    m_fields->setEnabled(stage != Stage::Typed);
  const bool open = isOpen();
  if (std::exchange(m_open, open) == open)
    return;
  if (m_open)
    show();
  else
    leave();
  emit openChanged();
}

/// The keyboard goes on to the text, if it was here.
void RecipeBar::leave() {
  const QWidget *focus = QApplication::focusWidget();
  if (focus && isAncestorOf(focus))
    m_editor->setFocus();
  hide();
  if (!m_fields)
    return;
  m_fields->hide();
  m_fields->deleteLater(); // one of them may be at work
  m_fields = nullptr;
}

/// Return in a field uses the recipe; Esc takes it back.
bool RecipeBar::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
      takeBack();
      return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_main->isEnabled()) {
      m_main->click();
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

void RecipeBar::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape)
    takeBack();
  else
    QFrame::keyPressEvent(event);
}

void RecipeBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens().infoBg);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
}

} // namespace oxp
