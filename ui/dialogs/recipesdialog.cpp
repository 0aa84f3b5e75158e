// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/recipesdialog.h"

#include "base/background.h"
#include "edits/codec.h"
#include "models/format.h"
#include "recipes/codec.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/payload.h"
#include "ui/panes/recipewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filesaver.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr QSize Usual{860, 712}, Least{560, 400}; // px
constexpr int ScreenMargin = 32;
constexpr qsizetype HereLimit = 20'000; // bytes; a longer text is judged by another thread

using recipes::Recipe;

DialogSubject subjectOf() {
  DialogSubject subject;
  subject.title = RecipesDialog::tr("Recipes");
  subject.sentence =
      RecipesDialog::tr("Changes with a name. People who use one answer its questions; they see no JSON. "
                        "{name} in a value stands "
                        "for the answer to that question, {now} for the time, {me} for the person.");
  return subject;
}

bool isTaken(const std::vector<Recipe> &all, const QString &name) {
  return std::any_of(all.begin(), all.end(), [&](const Recipe &recipe) { return recipe.name == name; });
}

/// Something to go on from.
Recipe example(const std::vector<Recipe> &all, const QString &queue) {
  Recipe recipe{.name = RecipesDialog::tr("New recipe")};
  for (int i = 2; isTaken(all, recipe.name); ++i)
    recipe.name = RecipesDialog::tr("New recipe %1").arg(i);
  if (!queue.isEmpty())
    recipe.queues = QStringList{queue};
  recipe.states = {JobState::Failed};
  recipe.questions = {{.name = QStringLiteral("stage"),
                       .label = RecipesDialog::tr("New stage"),
                       .kind = recipes::Question::Kind::Choice,
                       .choices = {QStringLiteral("paid"), QStringLiteral("packing")}}};
  recipe.changes = {{.kind = edits::Change::Kind::Set,
                     .path = edits::pathFrom(QStringLiteral("stage")).value(),
                     .value = "\"{stage}\""}};
  recipe.then = recipes::Then::Retry;
  return recipe;
}

/// Those that come in take the places of those with their names.
std::vector<Recipe> merged(std::vector<Recipe> all, const std::vector<Recipe> &more) {
  for (const Recipe &one : more) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Recipe &known) { return known.name == one.name; });
    if (same == all.end())
      all.push_back(one);
    else
      *same = one;
  }
  return all;
}

} // namespace

RecipesDialog::RecipesDialog(const std::vector<Recipe> &all, const QString &queue, QWidget *parent)
    : DialogFrame(subjectOf(), parent)
    , m_queue(queue)
    , m_read(all)
    , m_text(new JsonEditor) {
  const QSize room = screen()->availableSize() - QSize(ScreenMargin, ScreenMargin);
  setMinimumSize(Least.boundedTo(room));
  resize(Usual.boundedTo(room));
  m_text->setAccessibleName(tr("Recipes document"));
  m_text->setObjectName(QStringLiteral("Recipes document"));
  m_text->setFrameShape(QFrame::StyledPanel);
  m_text->setColours(editorColours());
  content()->addWidget(m_text, 1);
  setupTools();
  setupButtons();
  connect(m_text, &JsonEditor::edited, this, &RecipesDialog::onEdited);
  connect(m_text, &JsonEditor::loaded, this, &RecipesDialog::onEdited);
  m_stored = recipes::toJson(all);
  json::Elisions elisions;
  const QByteArray shown = json::elideLong(m_stored, elisions);
  m_text->setBytes(shown, elisions);
  m_text->setFocus();
  judge();
}

void RecipesDialog::setupTools() {
  auto *row = new QHBoxLayout;
  const auto add = [&](const QString &text, const QString &name, void (RecipesDialog::*run)()) {
    auto *button = new QPushButton(text);
    button->setAccessibleName(name);
    button->setObjectName(name);
    button->setAutoDefault(false);
    setButtonKind(button, ButtonKind::Flat);
    connect(button, &QPushButton::clicked, this, run);
    row->addWidget(button);
    return button;
  };
  m_add = add(tr("Add recipe"), tr("Add recipe"), &RecipesDialog::add);
  m_import = add(tr("Import…"), tr("Import"), &RecipesDialog::importFile);
  m_export = add(tr("Export…"), tr("Export"), &RecipesDialog::exportFile);
  row->addStretch(1);
  content()->addLayout(row);
}

void RecipesDialog::setupButtons() {
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_save = addButton(tr("Save recipes"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, &RecipesDialog::save);
}

/// What stands there now: the editor tells of an edit a moment later.
void RecipesDialog::save() {
  m_saves = true;
  judge();
}

/// Somebody has gone on, unless it is only told later.
void RecipesDialog::onEdited() {
  if (m_saves && written() == m_asked)
    return;
  m_saves = false;
  judge();
}

QByteArray RecipesDialog::written() const {
  return m_text->elisions().expand(m_text->bytes());
}

void RecipesDialog::judge() {
  m_asked = written();
  const int turn = ++m_turn;
  if (m_asked.size() <= HereLimit)
    return onJudged(recipes::fromJson(m_asked));
  setNote(tr("looking…"), IconId::Info);
  for (QPushButton *button : {m_add, m_import, m_export, m_save})
    button->setEnabled(false);
  runInBackground<Read>(
      this, [text = m_asked] { return recipes::fromJson(text); },
      [this, turn](const Read &read) {
        if (turn == m_turn)
          onJudged(read);
      });
}

void RecipesDialog::onJudged(const Read &read) {
  m_read = read;
  if (std::exchange(m_saves, false) && m_read) {
    emit saved(*m_read);
    return accept();
  }
  const QString fault = m_read ? QString() : recipewords::fault(m_read.error());
  for (QPushButton *button : {m_add, m_import, m_export, m_save}) {
    button->setEnabled(m_read.has_value());
    button->setToolTip(fault);
  }
  m_text->setAccessibleDescription(fault);
  if (m_read)
    setNote(tr("Recipes: %1").arg(format::number(qint64(m_read->size()))), IconId::Info);
  else
    setNote(fault, IconId::Warn);
}

void RecipesDialog::show(const std::vector<Recipe> &all) {
  m_text->replaceBytes(recipes::toJson(all));
}

void RecipesDialog::add() {
  show(merged(*m_read, {example(*m_read, m_queue)}));
  m_text->setFocus();
}

void RecipesDialog::tell(const QString &words) {
  setNote(words, IconId::Warn);
}

void RecipesDialog::importFile() {
  struct File {
    Read read;
    QString problem;
  };
  auto *dialog = new QFileDialog(this, tr("Import recipes"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
    const auto read = [name]() -> File {
      QFile file(name);
      if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
      return {recipes::fromJson(file.read(recipes::LargestText + 1)), {}};
    };
    runInBackground<File>(this, read, [this, name](const File &file) {
      if (file.problem.isEmpty())
        take(name, file.read);
      else
        tell(tr("%1 could not be read: %2").arg(name, file.problem));
    });
  });
  dialog->open();
}

void RecipesDialog::take(const QString &file, const Read &read) {
  if (!read)
    return tell(tr("%1 holds no recipes. %2").arg(file, recipewords::fault(read.error())));
  if (!m_read)
    return;
  show(merged(*m_read, *read));
}

void RecipesDialog::exportFile() {
  saveToFile(this, tr("Export recipes"), QStringLiteral("recipes.json"), recipes::toJson(*m_read),
             [this](const QString &name, const QString &problem) {
               setNote(fileSavedWords(name, problem), problem.isEmpty() ? IconId::Info : IconId::Warn);
             });
}

void RecipesDialog::keyPressEvent(QKeyEvent *event) {
  if (event->key() != Qt::Key_Escape || written() == m_stored)
    return DialogFrame::keyPressEvent(event);
  setNote(tr("Esc keeps what you have written. Cancel leaves it."), IconId::Info);
  event->accept();
}

} // namespace oxp
