// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/datapane.h"

#include "audit/auditstore.h"
#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/editor/findbar.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/scansentences.h"
#include "ui/editor/validityline.h"
#include "ui/flows/errornotice.h"
#include "ui/panes/draftguard.h"
#include "ui/panes/recipebar.h"
#include "ui/panes/savewatch.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"
#include "workspace/jobrequests.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int LeastEditor = 24; // px

constexpr int FooterMargin = 12, FooterGap = 8;  // px
constexpr int FooterAbove = 6, CompactAbove = 4; // px, and below
constexpr qint64 ProgressFrom = 1'000'000;       // bytes; larger payloads show how far loading is

} // namespace

DataPane::DataPane(ActionSet &, Workspace &workspace, QWidget *window)
    : m_workspace(workspace)
    , m_window(window)
    , m_flow(new EditFlow(window, this))
    , m_watch(new SaveWatch(m_flow, workspace.activity(), this))
    , m_editor(new JsonEditor)
    , m_drafts(new DraftGuard(
          m_editor, workspace.drafts(),
          [this] {
            return m_unsaved && m_loaded && !m_context.isNull() ? std::optional(draftBase()) : std::nullopt;
          },
          this))
    , m_findBar(new FindBar(m_editor))
    , m_validity(new ValidityLine)
    , m_banner(new Banner)
    , m_recipe(new RecipeBar(m_editor))
    , m_stack(new QStackedWidget)
    , m_loadingWords(new TextLabel({}, Tint::Text2))
    , m_loadingBar(new ProgressLine(240))
    , m_empty(new EmptyPlace)
    , m_save(new QPushButton(tr("Save")))
    , m_discard(new QPushButton(tr("Discard")))
    , m_saveRetry(new QPushButton(tr("Save and retry")))
    , m_format(new QPushButton(tr("Format")))
    , m_minify(new QPushButton(tr("Minify"))) {
  setupEditor();
  setupLoading();
  setupButtons();
  setupLayout();
  setupFlow();
  setupRecipe();
  connect(&m_workspace, &Workspace::recordsStateChanged, this, &DataPane::updateButtons);
  updateButtons();
}

DataPane::~DataPane() {
  m_request.cancel();
}

void DataPane::setupEditor() {
  m_editor->setAccessibleName(tr("Job data"));
  m_editor->setMinimumHeight(LeastEditor); // where a screen is low it gives way, and not the buttons below it
  m_editor->setObjectName(QStringLiteral("Job data"));
  m_editor->installEventFilter(this);
  connect(m_editor, &JsonEditor::edited, this, &DataPane::edited);
  connect(m_editor, &JsonEditor::validityChanged, this, [this](const Validity &validity) {
    m_validity->setValidity(validity);
    if (validity.known && validity.valid)
      end(DataEvent::Valid);
    updateButtons();
  });
  connect(m_editor, &JsonEditor::modifiedChanged, this, &DataPane::modifiedChanged);
  connect(m_editor, &JsonEditor::busyChanged, this, &DataPane::updateButtons);
  connect(m_editor, &JsonEditor::historyChanged, this, &DataPane::stateChanged);
  connect(m_editor, &JsonEditor::caretMoved, this, &DataPane::caretMoved);
  connect(m_editor, &JsonEditor::loadProgress, this, &DataPane::showFilling);
  connect(m_editor, &JsonEditor::refused, this, &DataPane::showRefusal);
  connect(m_editor, &JsonEditor::loaded, this, [this] {
    m_loadingText = false;
    if (m_stack->currentIndex() == LoadingPage)
      m_stack->setCurrentIndex(EditorPage);
    updateButtons();
  });
  connect(m_validity, &ValidityLine::placeWanted, m_editor, &JsonEditor::goToOffset);
}

void DataPane::setupLoading() {
  auto *page = new QWidget;
  auto *cancel = new QPushButton(tr("Cancel"));
  cancel->setAccessibleName(cancel->text());
  connect(cancel, &QPushButton::clicked, this, &DataPane::cancelLoading);
  auto *row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(m_loadingWords);
  row->addWidget(m_loadingBar);
  row->addWidget(cancel);
  row->addStretch();
  auto *column = new QVBoxLayout(page);
  column->setContentsMargins(16, 16, 16, 16);
  column->addLayout(row);
  column->addStretch();
  m_stack->addWidget(m_editor);
  m_stack->addWidget(page);
  m_stack->addWidget(m_empty);
}

void DataPane::setupButtons() {
  const std::pair<QPushButton *, ButtonKind> buttons[] = {{m_save, ButtonKind::Main},
                                                          {m_discard, ButtonKind::Normal},
                                                          {m_saveRetry, ButtonKind::Normal},
                                                          {m_format, ButtonKind::Flat},
                                                          {m_minify, ButtonKind::Flat}};
  for (const auto &[button, kind] : buttons) {
    setButtonKind(button, kind);
    button->setAccessibleName(button->text());
    button->setObjectName(button->text());
    button->setAutoDefault(false);
  }
  connect(m_save, &QPushButton::clicked, this, [this] { save(); });
  connect(m_saveRetry, &QPushButton::clicked, this, [this] { save(recipes::Then::Retry); });
  connect(m_discard, &QPushButton::clicked, this, &DataPane::discard);
  connect(m_format, &QPushButton::clicked, m_editor, &JsonEditor::format);
  connect(m_minify, &QPushButton::clicked, m_editor, &JsonEditor::minify);
}

void DataPane::setupLayout() {
  QHBoxLayout *footer = m_footer = new QHBoxLayout;
  footer->setSpacing(FooterGap);
  setCompact(false);
  for (QPushButton *button : {m_save, m_saveRetry, m_discard, m_format, m_minify})
    footer->addWidget(button);
  footer->addWidget(m_validity, 1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_banner);
  layout->addWidget(m_recipe);
  layout->addWidget(m_stack, 1);
  layout->addWidget(m_findBar);
  layout->addLayout(footer);
}

void DataPane::setCompact(bool compact) {
  const int above = compact ? CompactAbove : FooterAbove;
  m_footer->setContentsMargins(FooterMargin, above, FooterMargin, above);
}

bool DataPane::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::FocusOut)
    flushDraft();
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    emit stateChanged();
  return JobTab::eventFilter(watched, event);
}

/// Another tab, another page, or the end.
void DataPane::hideEvent(QHideEvent *event) {
  flushDraft();
  JobTab::hideEvent(event);
}

void DataPane::resizeEvent(QResizeEvent *event) {
  JobTab::resizeEvent(event);
  fitButtons();
}

bool DataPane::canWrite() const {
  return m_context.may(policy::Capability::EditData) && !m_context.queue.readOnly();
}

void DataPane::setJob(const JobContext &context, const JobDetail &detail) {
  clearJob();
  m_context = context;
  m_detail = detail;
  if (detail.exists)
    return load();
  m_gone = Gone::Removed;
  showMissing();
  lookForDraft();
}

void DataPane::showMissing() {
  m_loaded = false;
  m_empty->clear();
  const QString id = format::safeText(m_context.jobId, 100);
  const QString queue = format::safeText(m_context.queue.id.name, 100);
  if (m_detail.row.state == JobState::Unknown) {
    m_empty->setHeadline(tr("There is no such job"));
    m_empty->setSentence(tr("No job of %1 has the id %2 now. If it ever was there, it was removed or cleaned "
                            "up.")
                             .arg(queue, id));
  } else {
    m_empty->setHeadline(tr("This job is missing"));
    m_empty->setSentence(
        tr("Its id stands in the list %1 of the queue, but the job itself is gone from Redis.")
            .arg(stateTitle(m_detail.row.state)));
  }
  m_stack->setCurrentIndex(EmptyPage);
  updateButtons();
}

void DataPane::updateJob(const JobDetail &detail) {
  const bool stateMoved = detail.row.state != m_detail.row.state || detail.locked != m_detail.locked;
  m_detail = detail;
  followExistence();
  if (stateMoved)
    updateButtons();
}

/// What is typed belongs to the job that was opened, and to no other that bears its id later.
void DataPane::followExistence() {
  if (!m_loaded) {
    if (m_gone != Gone::No && m_detail.exists)
      load();
    return;
  }
  const bool other = m_detail.exists && m_detail.timestamp != m_baseline.timestamp;
  setGone(!m_detail.exists ? Gone::Removed : other && m_unsaved ? Gone::OtherJob : Gone::No);
}

void DataPane::clearJob() {
  flushDraft();
  m_drafts->stop();
  m_request.cancel();
  ++m_generation;
  m_context = {};
  m_detail = {};
  m_baseline = {};
  m_gone = Gone::No;
  m_savedInRun.clear();
  m_loaded = m_revealed = m_hidden = m_restored = m_stale = m_comparing = false;
  m_offered = false;
  m_recipe->end();
  m_banner->clear();
  m_findBar->hide();
  m_editor->setReadOnly(false);
  m_loadingText = true;
  m_editor->setBytes({});
  m_editor->setReadOnly(true);
  m_empty->clear();
  m_stack->setCurrentIndex(EmptyPage);
  m_validity->setOverride(QStringLiteral(""));
  setUnsaved(false);
}

void DataPane::load() {
  if (m_context.isNull())
    return;
  const quint64 generation = ++m_generation;
  if (m_detail.dataSize > ProgressFrom) {
    m_stack->setCurrentIndex(LoadingPage);
    showProgress(0);
  }
  m_request.cancel();
  m_request = m_context.session->jobs().requestSnapshot(
      m_context.queue, m_context.jobId, this,
      [this, generation](const Result<JobSnapshot> &snapshot) {
        if (generation == m_generation)
          applyRead(snapshot);
      },
      [this, generation](qint64 bytes) {
        if (generation == m_generation)
          showProgress(bytes);
      });
}

void DataPane::applyRead(const Result<JobSnapshot> &snapshot) {
  if (snapshot)
    return applySnapshot(*snapshot);
  if (snapshot.error().kind == ErrorKind::NotFound && !m_unsaved)
    return showMissing();
  if (snapshot.error().kind != ErrorKind::Cancelled)
    m_banner->post(errorNotice(snapshot.error(), Doing::Reading, "read"));
}

void DataPane::cancelLoading() {
  m_request.cancel();
  m_editor->cancelLoading();
  ++m_generation;
  m_loaded = false;
  m_empty->clear();
  m_empty->setHeadline(tr("Loading was cancelled"));
  QPushButton *again = m_empty->addButton(tr("Load"), ButtonKind::Main);
  connect(again, &QPushButton::clicked, this, &DataPane::load);
  m_stack->setCurrentIndex(EmptyPage);
  updateButtons();
}

void DataPane::showProgress(qint64 bytes) {
  m_loadingWords->setText(
      tr("Loading %1 of %2").arg(format::sizeText(bytes), format::sizeText(m_detail.dataSize)));
  m_loadingBar->setShare(m_detail.dataSize > 0 ? double(bytes) / double(m_detail.dataSize) : -1);
}

/// The editor takes a large text in by itself; half a second more, after the network's part.
void DataPane::showFilling(int percent) {
  if (m_stack->currentIndex() != LoadingPage)
    return;
  m_loadingWords->setText(tr("Preparing %1").arg(format::sizeText(m_baseline.data.size())));
  m_loadingBar->setShare(percent / 100.0);
}

void DataPane::applySnapshot(const JobSnapshot &snapshot) {
  end(DataEvent::Read);
  showPayloadLater(
      this, snapshot.data, snapshot.present, m_revealed ? nullptr : m_context.masks(),
      [this, generation = m_generation, snapshot](const ShownPayload &shown) {
        if (generation == m_generation)
          show(snapshot, shown);
      },
      m_editor->columns());
}

void DataPane::show(const JobSnapshot &snapshot, const ShownPayload &shown) {
  // Typed while it was on its way: that goes before what is stored.
  if (m_loaded && m_unsaved)
    return keepTyped(snapshot);
  m_recipe->end();
  const bool again = m_loaded;
  const qint64 caret = again ? m_editor->caretOffset() : 0;
  if (!m_savedInRun.isEmpty() && snapshot.sha1 != m_savedInRun)
    endRun(false);
  m_baseline = snapshot;
  m_form = shown.form;
  m_hidden = shown.hidden;
  m_restored = false;
  setGone(Gone::No);
  end(DataEvent::Shown);
  m_editor->setReadOnly(false);
  m_loadingText = true;
  m_validity->setStoredLayout(shown.layout);
  if (m_hidden || m_form == ShownPayload::Form::NotUtf8)
    m_editor->setPlainText(shown.text);
  else
    m_editor->setBytes(shown.text, shown.elisions);
  applyReadOnly();
  m_loaded = true;
  setUnsaved(false);
  if (!m_editor->isLoading())
    m_stack->setCurrentIndex(EditorPage);
  if (again && caret > 0)
    m_editor->goToOffset(caret);
  showFormNotice(shown);
  updateButtons();
  if (!again)
    lookForDraft();
}

void DataPane::applyReadOnly() {
  m_editor->setReadOnly(!canWrite() || m_hidden || m_offered || m_form == ShownPayload::Form::NotUtf8);
}

/// What cannot be masked by place is hidden as a whole until it is asked for.
void DataPane::revealAll() {
  if (!m_context.mayReveal())
    return;
  m_revealed = true;
  applySnapshot(m_baseline);
}

// --- what fits now
// -------------------------------------------------------------------------------------------------

QString DataPane::whyNoSave() const {
  if (m_context.jobId.isEmpty())
    return tr("No job is selected.");
  if (!m_loaded || m_editor->isLoading())
    return tr("The data are still loading.");
  if (!canWrite())
    return m_context.queue.readOnly() ? tr("This queue can only be read.")
                                      : tr("This connection is for viewing only.");
  if (m_offered)
    return tr("Restore or discard the draft first.");
  if (m_hidden)
    return tr("The data are masked; reveal them first.");
  if (m_form == ShownPayload::Form::NotUtf8)
    return tr("Bytes that are no text cannot be edited here.");
  if (!m_workspace.audit() || !m_workspace.audit()->available())
    return tr("The local record of changes cannot be written, so writing is off.");
  if (!m_unsaved)
    return tr("Nothing has been changed.");
  // A large text that is still being checked may be saved: saving checks it too, and says what is wrong.
  if (m_editor->validity().known && !m_editor->validity().valid && !m_editor->validity().checking)
    return tr("The text is not valid JSON yet.");
  if (m_gone != Gone::No)
    return tr("The job is gone; your text is kept.");
  if (m_flow->busy() || m_comparing)
    return m_saving.sameJob(m_context) ? tr("A save is under way.") : tr("Another job is being saved.");
  return {};
}

void DataPane::updateButtons() {
  const QString why = whyNoSave();
  m_save->setEnabled(why.isEmpty());
  m_save->setToolTip(why.isEmpty() ? tr("Save (Ctrl+S)") : why);
  m_save->setAccessibleDescription(why);
  m_saveRetry->setVisible(m_detail.row.state == JobState::Failed && canWrite());
  m_saveRetry->setEnabled(why.isEmpty());
  m_saveRetry->setToolTip(why);
  m_recipe->setObstacle(why);
  m_discard->setEnabled(m_unsaved && !m_flow->busy());
  const bool valid =
      m_loaded && !m_editor->isReadOnly() && m_editor->validity().known && m_editor->validity().valid;
  m_format->setEnabled(valid);
  m_minify->setEnabled(valid);
  m_validity->setOverride(!m_loaded || m_hidden                   ? QStringLiteral("")
                          : m_editor->isLoading()                 ? tr("Loading…")
                          : m_form == ShownPayload::Form::NotUtf8 ? format::sizeText(m_baseline.data.size())
                          : m_form == ShownPayload::Form::Empty && !m_unsaved ? tr("no data")
                                                                              : QString());
  fitButtons();
  emit stateChanged();
}

/// Invalid text cannot be laid out: those buttons make room for the reason where it needs that.
void DataPane::fitButtons() {
  int room = width() - 2 * FooterMargin;
  for (const QPushButton *button : {m_save, m_saveRetry, m_discard, m_format, m_minify})
    if (button == m_format || button == m_minify || !button->isHidden())
      room -= button->sizeHint().width() + FooterGap;
  const bool crowded = m_validity->isCrowded(room);
  m_format->setVisible(!crowded);
  m_minify->setVisible(!crowded);
}

DataOffers DataPane::offers() const {
  const bool text = m_loaded && m_stack->currentIndex() == EditorPage;
  const bool editable = text && !m_editor->isReadOnly();
  const bool valid = m_editor->validity().known && m_editor->validity().valid;
  const int elided = text ? m_editor->elisionAtCaret() : -1;
  const bool masked = elided >= 0 && m_editor->elisions().at(elided).reason == json::Elision::Reason::Masked;
  return {.save = text && m_unsaved, // it saves, or says why it does not
          .discard = m_discard->isEnabled(),
          .undo = text && m_editor->canUndo(),
          .redo = text && m_editor->canRedo(),
          .replace = editable,
          .goToLine = text,
          .rewrite = editable && valid,
          .reveal = editable && masked && m_context.mayReveal(),
          .openValue = editable && elided >= 0 && !masked,
          .saveValue = elided >= 0 && !masked,
          .replaceValue = editable && elided >= 0};
}

} // namespace oxp
