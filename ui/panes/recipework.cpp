// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/recipework.h"

#include "base/background.h"
#include "edits/apply.h"
#include "ui/editor/jsoneditor.h"

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qsizetype HereLimit = 20'000; ///< bytes; larger texts are worked on by another thread

/// A regular expression may take its time on the smallest text.
bool isQuick(const QByteArray &text, const std::vector<edits::Change> &changes) {
  return text.size() <= HereLimit &&
         std::none_of(changes.begin(), changes.end(), [](const edits::Change &one) { return one.regex; });
}

} // namespace

/// What a recipe makes of a text.
struct RecipeWork::Made {
  Stage stage = Stage::Same;
  QByteArray text;
  json::Elisions elisions;
  edits::Problem problem = {};
};

RecipeWork::RecipeWork(JsonEditor *editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor) {
  connect(editor, &JsonEditor::edited, this, &RecipeWork::look);
  connect(editor, &JsonEditor::busyChanged, this, &RecipeWork::settle);
}

void RecipeWork::setStage(Stage stage) {
  m_stage = stage;
  emit changed();
}

void RecipeWork::begin(const Masks &masks) {
  ++m_generation;
  m_masks = masks;
  m_before = m_made = m_editor->bytes();
  m_next = Stage::Closed;
  setStage(Stage::Waiting);
}

void RecipeWork::end() {
  ++m_generation;
  m_before.clear();
  m_made.clear();
  m_next = Stage::Closed;
  if (isOpen())
    setStage(Stage::Closed);
}

/// The changes are made to what the text stands for, masked and shortened values in full; then it is masked
/// and shortened as it was.
RecipeWork::Made RecipeWork::make(const QByteArray &before, const json::Elisions &elisions,
                                  const Masks &masks, const std::vector<edits::Change> &changes) {
  const QByteArray whole = elisions.expand(before);
  const auto splices = edits::splicesOf(whole, changes);
  if (!splices)
    return {Stage::Refused, before, elisions, splices.error()};
  if (splices->empty())
    return {Stage::Same, before, elisions};
  const ShownPayload shown = showTyped(json::apply(whole, *splices), elisions, masks);
  if (shown.hidden)
    return {Stage::Masked, before, elisions};
  return {Stage::Shown, shown.text, shown.elisions};
}

void RecipeWork::apply(const std::vector<edits::Change> &changes) {
  if (!isOpen() || m_stage == Stage::Typed || m_editor->isBusy())
    return;
  const quint64 generation = ++m_generation;
  const auto work = [before = m_before, elisions = m_editor->elisions(), masks = m_masks, changes] {
    return make(before, elisions, masks, changes);
  };
  if (isQuick(m_before, changes))
    return take(work());
  setStage(Stage::Making);
  runInBackground<Made>(this, work, [this, generation](const Made &made) {
    if (generation == m_generation && m_stage == Stage::Making)
      take(made);
  });
}

void RecipeWork::take(const Made &made) {
  m_problem = made.problem;
  m_ours = true;
  putBack();
  m_next = made.stage;
  if (made.text != m_before)
    put(made.text, made.elisions);
  m_ours = false;
  settle();
}

void RecipeWork::withdraw() {
  if (!isOpen() || m_stage == Stage::Typed)
    return;
  ++m_generation;
  m_ours = true;
  putBack();
  m_ours = false;
  m_next = Stage::Waiting;
  settle();
}

/// By the one step that it was; the text may be large enough to come back later.
void RecipeWork::putBack() {
  if (m_made != m_before && m_editor->canUndo())
    m_editor->undo();
  if (m_made != m_before && m_editor->bytes() != m_before)
    put(m_before, m_editor->elisions());
}

void RecipeWork::put(const QByteArray &text, const json::Elisions &elisions) {
  m_editor->replaceText(text, elisions);
}

/// A large text is in the editor once that is not busy any more.
void RecipeWork::settle() {
  if (m_ours || m_next == Stage::Closed || m_editor->isBusy())
    return;
  m_made = m_editor->bytes();
  setStage(std::exchange(m_next, Stage::Closed));
}

/// Whose the text is now. Undo all the way takes the changes back.
void RecipeWork::look() {
  if (m_ours || !isOpen() || m_next != Stage::Closed || m_stage == Stage::Making)
    return;
  const QByteArray now = m_editor->bytes();
  if (now == m_made)
    return;
  if (now == m_before)
    return end();
  if (m_stage != Stage::Typed)
    setStage(Stage::Typed);
}

} // namespace oxp
