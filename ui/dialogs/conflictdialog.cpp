// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"

#include "base/background.h"
#include "models/format.h"
#include "ui/dialogs/mergelegend.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/validityline.h"
#include "ui/panes/payload.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qsizetype LabelLimit = 24; // bytes
constexpr int LeastMerged = 120;     // px
constexpr int MostPaths = 3;

QString shortValue(const QByteArray &json) {
  return json.isEmpty() ? ConflictDialog::tr("removed") : format::safeText(json, LabelLimit);
}

} // namespace

ConflictDialog::ConflictDialog(const DialogSubject &subject, ConflictSides sides, Masks masks,
                               ConflictAsk ask, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_masks(std::move(masks))
    , m_sides(std::move(sides))
    , m_ask(std::move(ask)) {
  resize(QSize(1080, 800).boundedTo(screen()->availableSize() * 9 / 10));
  setSentence(tr("Somebody wrote this job while you edited it. Nothing of yours has been written yet."));
  setupEditors();
  setupChoice();
  m_validity = new ValidityLine;
  m_validity->hideSize();
  m_writes = new TextLabel(tr("this is what will be written; edit it freely"), Tint::Text2);
  m_writes->setElide(Qt::ElideRight);
  m_merged = addEditor(content(), tr("Merged"), m_writes, m_validity);
  m_merged->setMinimumHeight(LeastMerged);
  addNotes(content(), m_ask.notes);
  m_consent = new ConsentFields;
  m_consent->setReason(m_ask.reason);
  content()->addWidget(m_consent);
  setupButtons();
  connect(m_consent, &ConsentFields::changed, this, &ConflictDialog::updateSave);
  connect(m_merged, &JsonEditor::validityChanged, this, [this](const Validity &validity) {
    m_validity->setValidity(validity);
    judge();
  });
  connect(m_merged, &JsonEditor::modifiedChanged, this, &ConflictDialog::updateSave);
  connect(m_merged, &JsonEditor::busyChanged, this, &ConflictDialog::judge);
  connect(m_merged, &JsonEditor::edited, this, &ConflictDialog::judge);
  startMerge();
  updateSave();
}

JsonEditor *ConflictDialog::addEditor(QBoxLayout *place, const QString &name, QWidget *note,
                                      QWidget *atRight) {
  auto *head = new QHBoxLayout;
  head->setSpacing(8);
  auto *title = new TextLabel(name);
  title->setFont(fonts::uiBold());
  head->addWidget(title);
  head->addWidget(note, 1);
  if (atRight)
    head->addWidget(atRight, 1);
  auto *editor = new JsonEditor;
  editor->setAccessibleName(name);
  editor->setObjectName(name);
  editor->setFrameShape(QFrame::StyledPanel);
  place->addLayout(head);
  place->addWidget(editor, 1);
  connect(editor, &JsonEditor::loaded, this, [this, editor] { markPlaces(editor); });
  return editor;
}

void ConflictDialog::fill(JsonEditor *editor, const QByteArray &text) {
  showPayloadLater(editor, text, true, m_masks,
                   [this, editor](const ShownPayload &shown) { present(editor, shown); });
}

void ConflictDialog::present(JsonEditor *editor, const ShownPayload &shown) {
  const bool readOnly = editor->isReadOnly();
  editor->setReadOnly(false);
  editor->setBytes(shown.text, shown.elisions);
  editor->setReadOnly(readOnly);
}

void ConflictDialog::setupEditors() {
  auto *row = new QHBoxLayout;
  row->setSpacing(12);
  auto *left = new QVBoxLayout;
  auto *right = new QVBoxLayout;
  m_mine = addEditor(left, tr("Mine"), new TextLabel(tr("your edit, not saved"), Tint::Text2));
  m_theirs = addEditor(right, tr("Theirs"), new TextLabel(tr("what is in Redis now"), Tint::Text2));
  row->addLayout(left, 1);
  row->addLayout(right, 1);
  content()->addLayout(row, 1);
  m_mine->setReadOnly(true);
  m_theirs->setReadOnly(true);
  fill(m_mine, m_sides.mine);
  fill(m_theirs, m_sides.theirs.data);
}

void ConflictDialog::setupChoice() {
  const auto button = [this](const QString &name, json::Side side) {
    auto *made = new QPushButton(name);
    made->setAccessibleName(name);
    made->setObjectName(name);
    made->setCheckable(true);
    made->setAutoDefault(false);
    // Toggled and not clicked: assistive tools toggle, and nobody has clicked then.
    connect(made, &QPushButton::toggled, this, [this, side] {
      if (!m_showing)
        choose(side);
    });
    return made;
  };
  const auto arrow = [this](IconId id, const QString &name, int step) {
    auto *made = new QToolButton;
    made->setIcon(icon(id));
    made->setAutoRaise(true);
    made->setAccessibleName(name);
    made->setObjectName(name);
    made->setToolTip(name);
    connect(made, &QToolButton::clicked, this, [this, step] { showConflict(m_current + step); });
    return made;
  };
  m_sign = new IconLabel(IconId::Warn, Tint::Warn);
  m_sign->hide();
  m_words = new TextLabel(tr("Comparing…"));
  m_place = new TextLabel;
  m_place->setFont(fonts::monoLine());
  m_place->setElide(Qt::ElideLeft);
  m_was = new TextLabel({}, Tint::Text2);
  m_was->setElide(Qt::ElideRight);
  m_takeMine = button(tr("Take mine"), json::Side::Mine);
  m_takeTheirs = button(tr("Take theirs"), json::Side::Theirs);
  m_previous = arrow(IconId::ChevronUp, tr("Previous conflict"), -1);
  m_next = arrow(IconId::ChevronDown, tr("Next conflict"), 1);
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_sign);
  row->addWidget(m_words);
  row->addWidget(m_place);
  row->addWidget(m_was, 1);
  for (QWidget *widget : std::initializer_list<QWidget *>{m_takeMine, m_takeTheirs, m_previous, m_next})
    row->addWidget(widget);
  for (QWidget *widget : std::initializer_list<QWidget *>{m_takeMine, m_takeTheirs, m_previous, m_next})
    widget->hide(); // until it is known what there is to choose
  content()->addLayout(row);
}

void ConflictDialog::setupButtons() {
  setNoteWidget(new MergeLegend);
  QPushButton *cancel = m_cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  QPushButton *theirs = addButton(tr("Keep theirs"), ButtonKind::Normal, QDialogButtonBox::ActionRole);
  m_save = addButton(tr("Save merged"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(theirs, &QPushButton::clicked, this, [this] {
    emit theirsWanted();
    accept();
  });
  connect(m_save, &QPushButton::clicked, this, [this] {
    emit mergedWanted(m_merged->bytes(), m_merged->elisions(),
                      {m_changes, m_decision, m_consent->answer(), QDateTime::currentMSecsSinceEpoch()});
    accept();
  });
  setDefault(cancel);
  for (QLineEdit *field : m_consent->fields())
    setConfirmField(field, m_save);
}

void ConflictDialog::startMerge() {
  using Merged = Result<std::shared_ptr<const json::Merge>>;
  runInBackground<Merged>(
      this,
      [sides = m_sides]() -> Merged {
        Result<json::Merge> merge = json::merge(sides.base, sides.mine, sides.theirs.data);
        if (!merge)
          return fail(merge.error());
        return std::make_shared<const json::Merge>(std::move(*merge));
      },
      [this](const Merged &merge) { applyMerge(merge); });
}

void ConflictDialog::applyMerge(const Result<std::shared_ptr<const json::Merge>> &merge) {
  if (!merge) {
    // Something is not valid JSON: there is nothing to merge by place, so the person's own text is offered
    // whole.
    m_words->setText(tr("One of the versions is not valid JSON; they cannot be merged by place."));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_takeMine, m_takeTheirs, m_previous, m_next})
      widget->hide();
    fill(m_merged, m_sides.mine);
    updateSave();
    return;
  }
  m_merge = *merge;
  m_choices.assign(m_merge->conflicts.size(), std::nullopt);
  for (JsonEditor *editor : {m_mine, m_theirs})
    markPlaces(editor);
  showMerged();
  showConflict(0);
}

/// Where both sides changed a value, and what only one did: of that side, and in the merged text all of it.
void ConflictDialog::markPlaces(JsonEditor *editor) {
  if (!m_merge)
    return;
  std::vector<json::Pointer> conflicts, taken;
  for (const json::Conflict &conflict : m_merge->conflicts)
    conflicts.push_back(conflict.pointer);
  for (const json::SideChange &change : m_merge->changes)
    if (editor == m_merged || change.side == (editor == m_mine ? json::Side::Mine : json::Side::Theirs))
      taken.push_back(change.change.pointer);
  editor->setMergePlaces(std::move(conflicts), std::move(taken));
  showPlace(editor);
}

void ConflictDialog::showPlace(JsonEditor *editor) {
  if (m_current >= 0)
    editor->showPlace(m_merge->conflicts[size_t(m_current)].pointer);
}

void ConflictDialog::showConflict(int index) {
  const int count = m_merge ? int(m_merge->conflicts.size()) : 0;
  for (QWidget *widget : std::initializer_list<QWidget *>{m_takeMine, m_takeTheirs, m_previous, m_next})
    widget->setVisible(count > 0);
  m_sign->setVisible(count > 0);
  if (count == 0) {
    m_words->setText(tr("No conflicts: both sides changed different places, and all of it is taken."));
    updateSave();
    return;
  }
  m_current = std::clamp(index, 0, count - 1);
  const json::Conflict &conflict = m_merge->conflicts[size_t(m_current)];
  const auto shown = [&](const QByteArray &json) {
    return QStringLiteral("  ") + shownValue(json, conflict.pointer);
  };
  const std::optional<json::Side> choice = m_choices[size_t(m_current)];
  m_words->setText(tr("Conflict %1 of %2").arg(m_current + 1).arg(count));
  m_words->setFont(fonts::uiBold());
  m_place->setText(conflict.pointer.isRoot()
                       ? tr("whole document")
                       : format::safeText(conflict.pointer.head(format::LineLimit + 1)));
  m_was->setText(wasWords(conflict, choice));
  m_takeMine->setText(tr("Take mine") + shown(conflict.mine));
  m_takeTheirs->setText(tr("Take theirs") + shown(conflict.theirs));
  showChoice();
  m_previous->setEnabled(m_current > 0);
  m_next->setEnabled(m_current + 1 < count);
  for (JsonEditor *editor : {m_mine, m_theirs, m_merged})
    showPlace(editor);
  updateSave();
}

void ConflictDialog::showChoice() {
  const std::optional<json::Side> choice = m_choices[size_t(m_current)];
  m_showing = true;
  for (const auto &[button, side] :
       {std::pair(m_takeMine, json::Side::Mine), std::pair(m_takeTheirs, json::Side::Theirs)}) {
    button->setChecked(choice == side);
    button->setIcon(choice == side ? icon(IconId::Check, Tint::Accent) : QIcon());
  }
  m_showing = false;
}

QString ConflictDialog::shownValue(const QByteArray &json, const json::Pointer &at) const {
  return shortValue(m_masks ? maskedValue(*m_masks, json, at) : json);
}

QString ConflictDialog::wasWords(const json::Conflict &conflict, std::optional<json::Side> choice) const {
  const QString was = conflict.base.isEmpty() ? tr("was not there")
                                              : tr("was %1").arg(shownValue(conflict.base, conflict.pointer));
  return !choice                      ? was
         : choice == json::Side::Mine ? tr("%1; mine taken").arg(was)
                                      : tr("%1; theirs taken").arg(was);
}

void ConflictDialog::choose(json::Side side) {
  if (m_current < 0)
    return;
  m_choices[size_t(m_current)] = side;
  showMerged();
  showConflict(m_current);
}

void ConflictDialog::showMerged() {
  std::vector<json::Side> sides;
  for (const std::optional<json::Side> &choice : m_choices)
    sides.push_back(choice.value_or(json::Side::Theirs));
  m_resolving = true;
  const auto make = [merge = m_merge, sides, masks = m_masks] {
    return showPayload(json::resolve(*merge, sides), true, masks);
  };
  runInBackground<ShownPayload>(this, make, [this, number = ++m_resolved](const ShownPayload &shown) {
    if (number != m_resolved)
      return;
    m_resolving = false;
    present(m_merged, shown);
    judge();
  });
}

bool ConflictDialog::allChosen() const {
  return std::find(m_choices.begin(), m_choices.end(), std::nullopt) == m_choices.end();
}

bool ConflictDialog::isMergedValid() const {
  const Validity &validity = m_merged->validity();
  return validity.known && validity.valid && !validity.checking;
}

/// What the merged text changes, and what that needs: known a moment after each choice and each key.
void ConflictDialog::judge() {
  m_judging = true;
  const quint64 number = ++m_judged;
  updateSave();
  if (!allChosen() || m_resolving || m_merged->isBusy() || !isMergedValid())
    return;
  const auto plan = [theirs = m_sides.theirs, text = m_merged->bytes(), elisions = m_merged->elisions()] {
    return planSave(theirs, text, elisions);
  };
  runInBackground<Result<SavePlan>>(this, plan, [this, number](const Result<SavePlan> &made) {
    if (number == m_judged)
      applyPlan(made);
  });
}

void ConflictDialog::applyPlan(const Result<SavePlan> &plan) {
  if (!plan)
    return; // its validity says so
  m_judging = false;
  m_changes = plan->changes;
  m_decision = m_ask.decide && !plan->splices.empty() ? m_ask.decide(*plan) : policy::Decision();
  QStringList paths;
  for (const json::Change &change : m_changes)
    if (paths.size() < MostPaths)
      paths << (change.pointer.isRoot() ? tr("whole document")
                                        : format::safeText(change.pointer.head(201), 200));
  const int more = int(m_changes.size()) - int(paths.size());
  m_writes->setText(
      m_changes.empty() ? tr("the same as what is in Redis now")
      : more > 0 ? tr("writes %1 and %n more; edit it freely", nullptr, more).arg(format::listed(paths))
                 : tr("writes %1; edit it freely").arg(format::listed(paths)));
  m_consent->setDecision(m_decision);
  updateSave();
  if (m_choices.empty() &&
      m_cancel->hasFocus()) // nobody has gone anywhere yet, and there is nothing to choose
    m_consent->focusFirst();
}

QString ConflictDialog::whyNoSave() const {
  if (!allChosen())
    return tr("Choose a side for each conflict first");
  if (m_merged->validity().known && !m_merged->validity().valid)
    return tr("The merged text is not valid JSON");
  if (m_resolving || m_merged->isBusy() || m_judging)
    return tr("Still comparing");
  if (refusalOf(m_decision))
    return tr("This connection may not write it");
  return m_consent->missing();
}

void ConflictDialog::updateSave() {
  if (!m_save)
    return;
  // Typed text is never thrown away by a choice: first the sides, then the text.
  const bool typed = m_merged->isModified() && !m_merged->isReadOnly();
  m_merged->setReadOnly(!allChosen());
  for (QPushButton *button : {m_takeMine, m_takeTheirs}) {
    button->setEnabled(!typed);
    button->setToolTip(typed ? tr("You have edited the merged text; undo that to choose again") : QString());
  }
  const QString why = whyNoSave();
  m_save->setEnabled(why.isEmpty());
  m_save->setToolTip(why);
}

} // namespace oxp
