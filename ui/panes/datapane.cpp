// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/datapane.h"

#include "audit/auditstore.h"
#include "base/background.h"
#include "models/format.h"
#include "policy/policy.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/editor/findbar.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/scansentences.h"
#include "ui/editor/validityline.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"
#include "workspace/workspace.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr qint64 ShowHereLimit = 200'000;  // bytes; larger payloads are laid out on a worker
constexpr qint64 ProgressFrom = 1'000'000; // bytes; larger payloads show how far loading is
constexpr int DraftDelayMs = 400;

QByteArray sha1Of(const QByteArray &data) {
  return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

} // namespace

DataPane::DataPane(ActionSet &, Workspace &workspace, QWidget *window)
    : m_workspace(workspace)
    , m_window(window)
    , m_flow(new EditFlow(window, this))
    , m_editor(new JsonEditor)
    , m_findBar(new FindBar(m_editor))
    , m_validity(new ValidityLine)
    , m_banner(new Banner)
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
  updateButtons();
}

DataPane::~DataPane() {
  m_request.cancel();
}

void DataPane::setupEditor() {
  m_editor->setAccessibleName(tr("Job data"));
  m_editor->setObjectName(QStringLiteral("Job data"));
  m_editor->installEventFilter(this);
  connect(m_editor, &JsonEditor::edited, this, &DataPane::edited);
  connect(m_editor, &JsonEditor::validityChanged, this, [this](const Validity &validity) {
    m_validity->setValidity(validity);
    updateButtons();
  });
  connect(m_editor, &JsonEditor::escapePressed, this, &DataPane::leaveWanted);
  connect(m_editor, &JsonEditor::loaded, this, [this] {
    m_loadingText = false;
    if (m_stack->currentIndex() == LoadingPage)
      m_stack->setCurrentIndex(EditorPage);
    updateButtons();
  });
  connect(m_validity, &ValidityLine::placeWanted, m_editor, &JsonEditor::goToOffset);
  m_draftTimer.setSingleShot(true);
  m_draftTimer.setInterval(DraftDelayMs);
  connect(&m_draftTimer, &QTimer::timeout, this, &DataPane::noteDraft);
}

void DataPane::setupLoading() {
  auto *page = new QWidget;
  auto *cancel = new QPushButton(tr("Cancel"));
  cancel->setAccessibleName(cancel->text());
  connect(cancel, &QPushButton::clicked, this, [this] {
    m_request.cancel();
    ++m_generation;
    m_empty->clear();
    m_empty->setHeadline(tr("Loading was cancelled"));
    QPushButton *again = m_empty->addButton(tr("Load"), ButtonKind::Main);
    connect(again, &QPushButton::clicked, this, &DataPane::load);
    m_stack->setCurrentIndex(EmptyPage);
  });
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
  connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
  connect(m_saveRetry, &QPushButton::clicked, this, [this] { save(true); });
  connect(m_discard, &QPushButton::clicked, this, &DataPane::discard);
  connect(m_format, &QPushButton::clicked, m_editor, &JsonEditor::format);
  connect(m_minify, &QPushButton::clicked, m_editor, &JsonEditor::minify);
}

void DataPane::setupLayout() {
  auto *footer = new QHBoxLayout;
  footer->setContentsMargins(12, 8, 12, 8);
  footer->setSpacing(8);
  for (QPushButton *button : {m_save, m_saveRetry, m_discard, m_format, m_minify})
    footer->addWidget(button);
  footer->addStretch();
  footer->addWidget(m_validity);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_banner);
  layout->addWidget(m_stack, 1);
  layout->addWidget(m_findBar);
  layout->addLayout(footer);
}

void DataPane::setupFlow() {
  connect(m_flow, &EditFlow::busyChanged, this, &DataPane::updateButtons);
  connect(m_flow, &EditFlow::saved, this, &DataPane::applySaved);
  connect(m_flow, &EditFlow::conflicted, this, &DataPane::openConflict);
  connect(m_flow, &EditFlow::gone, m_banner, &Banner::post);
  connect(m_flow, &EditFlow::refused, this, [this](const Notice &notice, qsizetype offset) {
    m_banner->post(notice);
    if (offset >= 0)
      m_editor->goToOffset(offset);
  });
  connect(m_flow, &EditFlow::nothingToSave, this, [this] {
    m_banner->post(
        okNotice(tr("Nothing to save."), tr("The data say what is stored already; nothing was written.")));
    setUnsaved(false);
    dropDraft();
  });
  connect(m_flow, &EditFlow::reverted, this, [this](const OperationReport &) {
    m_banner->post(okNotice(tr("Reverted."), tr("The data are as they were before that change.")));
    setUnsaved(false);
    dropDraft();
    load();
    if (m_context.session)
      m_context.session->pollJobNow();
    emit stateChanged();
  });
}

bool DataPane::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    emit stateChanged();
  return JobTab::eventFilter(watched, event);
}

bool DataPane::masks() const {
  return m_context.session && policy::masksValues(m_context.session->profile().environment);
}

bool DataPane::canWrite() const {
  return m_context.session && m_context.session->profile().role == Role::Operator &&
         !m_context.queue.readOnly();
}

void DataPane::setJob(const JobContext &context, const JobDetail &detail) {
  clearJob();
  m_context = context;
  m_detail = detail;
  if (!detail.exists) {
    m_empty->clear();
    m_empty->setHeadline(tr("This job is missing"));
    m_empty->setSentence(tr("Its id stands in a list of the queue, but the job itself is gone from Redis."));
    m_stack->setCurrentIndex(EmptyPage);
    return;
  }
  load();
}

void DataPane::updateJob(const JobDetail &detail) {
  const bool stateMoved = detail.row.state != m_detail.row.state || detail.locked != m_detail.locked;
  if (!detail.exists && m_loaded && !m_gone) {
    m_gone = true;
    Notice notice;
    notice.id = "gone";
    notice.kind = NoticeKind::Warn;
    notice.what = tr("This job is gone.");
    notice.detail = m_unsaved ? tr("It was removed or cleaned up. Your text is kept.")
                              : tr("It was removed or cleaned up.");
    m_banner->post(notice);
  }
  m_detail = detail;
  if (stateMoved)
    updateButtons();
}

void DataPane::clearJob() {
  flushDraft();
  m_request.cancel();
  ++m_generation;
  m_context = {};
  m_detail = {};
  m_baseline = {};
  m_loaded = m_gone = false;
  m_pendingTheirs.reset();
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
  m_request = m_context.session->requestSnapshot(
      m_context.queue, m_context.jobId, this,
      [this, generation](const Result<JobSnapshot> &snapshot) {
        if (generation != m_generation)
          return;
        if (snapshot)
          return applySnapshot(*snapshot);
        if (snapshot.error().kind != ErrorKind::Cancelled)
          m_banner->post(errorNotice(snapshot.error(), Doing::Reading, "read"));
      },
      [this, generation](qint64 bytes) {
        if (generation == m_generation)
          showProgress(bytes);
      });
}

void DataPane::showProgress(qint64 bytes) {
  m_loadingWords->setText(
      tr("Loading %1 of %2").arg(format::sizeText(bytes), format::sizeText(m_detail.dataSize)));
  m_loadingBar->setShare(m_detail.dataSize > 0 ? double(bytes) / double(m_detail.dataSize) : -1);
}

void DataPane::applySnapshot(const JobSnapshot &snapshot) {
  m_banner->withdraw("read");
  const bool mask = masks();
  if (snapshot.data.size() <= ShowHereLimit)
    return show(snapshot, showPayload(snapshot.data, snapshot.present, mask));
  const quint64 generation = m_generation;
  runInBackground<ShownPayload>(
      this, [snapshot, mask] { return showPayload(snapshot.data, snapshot.present, mask); },
      [this, generation, snapshot](const ShownPayload &shown) {
        if (generation == m_generation)
          show(snapshot, shown);
      });
}

void DataPane::show(const JobSnapshot &snapshot, const ShownPayload &shown) {
  const bool again = m_loaded;
  const qint64 caret = again ? m_editor->caretOffset() : 0;
  m_baseline = snapshot;
  m_form = shown.form;
  m_pendingTheirs.reset();
  m_banner->withdraw("changed");
  m_editor->setReadOnly(false);
  m_loadingText = true;
  m_editor->setBytes(shown.text, shown.elisions);
  m_editor->setReadOnly(!canWrite() || shown.form == ShownPayload::Form::NotUtf8);
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

void DataPane::showFormNotice(const ShownPayload &shown) {
  m_banner->withdraw("form");
  Notice notice;
  notice.id = "form";
  notice.kind = NoticeKind::Warn;
  switch (shown.form) {
  case ShownPayload::Form::Json:
    return;
  case ShownPayload::Form::Empty:
    notice.kind = NoticeKind::Info;
    notice.what = tr("No data.");
    notice.detail = tr("Workers read {}.");
    if (canWrite())
      notice.buttons = {{tr("Put {}"), [this] { m_editor->replaceBytes("{}"); }}};
    break;
  case ShownPayload::Form::Broken:
    notice.what = tr("Not valid JSON: %1.").arg(scanSentence(shown.error->code));
    notice.detail = tr("Workers cannot fetch this job; it stays in active.");
    break;
  case ShownPayload::Form::NotUtf8:
    notice.what = tr("Not text in UTF-8.");
    notice.detail = tr("Shown as bytes, read only.");
    break;
  }
  m_banner->post(notice);
}

// --- drafts
// ------------------------------------------------------------------------------------------------------

void DataPane::lookForDraft() {
  const JobContext asked = m_context;
  m_workspace.drafts().request(asked.session->id(), asked.queue.id, asked.jobId, this,
                               [this, asked](const Result<std::optional<audit::Draft>> &draft) {
                                 if (m_context.sameJob(asked) && draft && *draft && !m_unsaved)
                                   offerDraft(**draft);
                               });
}

void DataPane::offerDraft(const audit::Draft &draft) {
  Notice notice;
  notice.id = "draft";
  notice.kind = NoticeKind::Info;
  notice.what = tr("Unsaved text from %1.")
                    .arg(format::relativeTime(draft.savedAt, QDateTime::currentMSecsSinceEpoch()));
  notice.detail = draft.baseData == m_baseline.data ? tr("The job has not changed since.")
                                                    : tr("The job has changed since; saving compares both.");
  notice.closable = false;
  notice.buttons = {{tr("Restore draft"), [this, draft] { restoreDraft(draft); }},
                    {tr("Discard draft"), [this] {
                       dropDraft();
                       m_banner->withdraw("draft");
                     }}};
  m_banner->post(notice);
}

void DataPane::restoreDraft(const audit::Draft &draft) {
  m_banner->withdraw("draft");
  // The draft goes on from the version that it was typed on: what changed since shows when it is saved.
  m_baseline.data = draft.baseData;
  m_baseline.present = draft.basePresent;
  m_baseline.timestamp = draft.baseTimestamp;
  m_baseline.sha1 = sha1Of(draft.baseData);
  m_editor->replaceBytes(draft.text);
  setUnsaved(true);
}

void DataPane::noteDraft() {
  if (!m_unsaved || m_context.isNull() || !m_loaded)
    return;
  audit::Draft draft;
  draft.profileId = m_context.session->id();
  draft.queue = m_context.queue.id;
  draft.jobId = m_context.jobId;
  draft.baseData = m_baseline.data;
  draft.basePresent = m_baseline.present;
  draft.baseTimestamp = m_baseline.timestamp;
  draft.text = m_editor->elisions().expand(m_editor->bytes());
  m_workspace.drafts().note(draft);
}

void DataPane::flushDraft() {
  if (!m_draftTimer.isActive())
    return;
  m_draftTimer.stop();
  noteDraft();
}

void DataPane::dropDraft() {
  m_draftTimer.stop();
  if (!m_context.isNull())
    m_workspace.drafts().drop(m_context.session->id(), m_context.queue.id, m_context.jobId);
}

// --- editing
// -----------------------------------------------------------------------------------------------------

void DataPane::edited() {
  if (m_loadingText || !m_loaded)
    return;
  setUnsaved(true);
  m_draftTimer.start();
}

void DataPane::setUnsaved(bool unsaved) {
  m_validity->setUnsaved(unsaved);
  if (m_unsaved == unsaved)
    return;
  m_unsaved = unsaved;
  updateButtons();
  emit unsavedChanged(unsaved);
}

void DataPane::applyPulse(const JobPulse &pulse) {
  if (!m_loaded || m_flow->busy() || m_editor->isLoading() || !pulse.detail.exists)
    return;
  const bool same = pulse.sha1.isEmpty()
                        ? pulse.detail.dataSize == (m_baseline.present ? m_baseline.data.size() : -1)
                        : pulse.sha1 == m_baseline.sha1;
  if (same && pulse.detail.timestamp == m_baseline.timestamp)
    return m_banner->withdraw("changed");
  if (m_unsaved)
    changedOnServer();
  else
    load();
}

void DataPane::changedOnServer() {
  if (m_banner->shownId() == "changed")
    return;
  Notice notice;
  notice.id = "changed";
  notice.kind = NoticeKind::Warn;
  notice.icon = IconId::Compare;
  notice.what = tr("Changed on the server.");
  notice.detail = tr("Your text is kept.");
  notice.buttons = {{tr("Compare"), [this] { compare(); }}};
  m_banner->post(notice);
}

void DataPane::compare() {
  if (m_context.isNull())
    return;
  const SaveWish mine = wish(false);
  m_context.session->requestSnapshot(m_context.queue, m_context.jobId, this,
                                     [this, mine](const Result<JobSnapshot> &now) {
                                       if (now)
                                         openConflict(mine, *now);
                                       else
                                         m_banner->post(errorNotice(now.error(), Doing::Reading, "read"));
                                     });
}

OperationTarget DataPane::target() const {
  OperationTarget target;
  target.session = m_context.session;
  target.queue = m_context.queue;
  target.jobId = m_context.jobId;
  target.jobName = format::safeText(m_detail.row.name, 200);
  target.state = m_detail.row.state;
  target.locked = m_detail.locked;
  return target;
}

SaveWish DataPane::wish(bool thenRetry) const {
  return {target(), m_baseline, m_editor->bytes(), m_editor->elisions(), m_detail, thenRetry};
}

void DataPane::save(bool thenRetry) {
  if (m_save->isEnabled())
    m_flow->save(wish(thenRetry));
}

void DataPane::discard() {
  m_banner->withdraw("draft");
  const ShownPayload shown = showPayload(m_baseline.data, m_baseline.present, masks());
  m_loadingText = true;
  m_editor->setBytes(shown.text, shown.elisions);
  setUnsaved(false);
  dropDraft();
  load();
}

void DataPane::revert(const audit::Record &record) {
  m_flow->revert(target(), m_detail, record);
}

void DataPane::openConflict(const SaveWish &mine, const JobSnapshot &theirs) {
  auto *dialog =
      new ConflictDialog(dialogSubject(ConflictDialog::tr("Job changed meanwhile"), mine.target),
                         mine.baseline.data, mine.elisions.expand(mine.text), theirs.data, m_window);
  connect(dialog, &ConflictDialog::mergedWanted, this, [this, mine, theirs](const QByteArray &merged) {
    SaveWish wish = mine;
    wish.baseline = theirs;
    wish.text = merged;
    wish.elisions = {};
    m_flow->save(wish);
  });
  connect(dialog, &ConflictDialog::theirsWanted, this, [this] {
    setUnsaved(false);
    dropDraft();
    load();
  });
  dialog->open();
}

void DataPane::applySaved(const SaveWish &wish, const OperationReport &report,
                          const std::vector<json::Change> &changes) {
  if (m_context.jobId != wish.target.jobId || !(m_context.queue.id == wish.target.queue.id))
    return;
  if (report.after)
    m_baseline = *report.after;
  const bool asSent = m_editor->bytes() == wish.text;
  if (asSent) {
    m_editor->setBaseBytes(wish.text);
    setUnsaved(false);
    dropDraft();
  } else if (wish.elisions.isEmpty() && !m_editor->elisions().isEmpty()) {
    // A merge was saved: show what is stored now.
    setUnsaved(false);
    dropDraft();
    load();
  } else {
    load();
  }
  QStringList paths;
  for (const json::Change &change : changes)
    if (paths.size() < 3)
      paths << (change.pointer.isRoot() ? tr("whole document")
                                        : QString::fromUtf8(change.pointer.toString()));
  const int more = int(changes.size()) - int(paths.size());
  Notice notice = okNotice(tr("Saved."), paths.join(QStringLiteral(", ")) +
                                             (more > 0 ? tr(" and %n more", nullptr, more) : QString()));
  if (report.recordId > 0 && m_workspace.audit())
    notice.buttons = {{tr("Undo"), [this, id = report.recordId] {
                         m_workspace.audit()->requestRecord(
                             id, this, [this](const Result<audit::Record> &record) {
                               if (record)
                                 revert(*record);
                               else
                                 m_banner->post(errorNotice(record.error(), Doing::Writing));
                             });
                       }}};
  m_banner->post(notice);
  if (m_context.session)
    m_context.session->pollJobNow();
  emit stateChanged();
  if (wish.thenRetry)
    emit retryWanted();
}

// --- what fits now
// -------------------------------------------------------------------------------------------------

QString DataPane::whyNoSave() const {
  if (!m_loaded || m_editor->isLoading())
    return tr("The data are still loading.");
  if (!canWrite())
    return m_context.queue.readOnly() ? tr("This queue can only be read.")
                                      : tr("This connection is for viewing only.");
  if (m_form == ShownPayload::Form::NotUtf8)
    return tr("Bytes that are no text cannot be edited here.");
  if (!m_workspace.audit() || !m_workspace.audit()->available())
    return tr("The local record of changes cannot be written, so writing is off.");
  if (!m_unsaved)
    return tr("Nothing has been changed.");
  if (m_editor->validity().known && !m_editor->validity().valid)
    return tr("The text is not valid JSON yet.");
  if (m_gone)
    return tr("The job is gone; your text is kept.");
  if (m_flow->busy())
    return tr("A save is under way.");
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
  m_discard->setEnabled(m_unsaved && !m_flow->busy());
  const bool valid =
      m_loaded && !m_editor->isReadOnly() && m_editor->validity().known && m_editor->validity().valid;
  m_format->setEnabled(valid);
  m_minify->setEnabled(valid);
  m_validity->setOverride(!m_loaded                               ? QStringLiteral("")
                          : m_editor->isLoading()                 ? tr("Loading…")
                          : m_form == ShownPayload::Form::NotUtf8 ? format::sizeText(m_baseline.data.size())
                          : m_form == ShownPayload::Form::Empty && !m_unsaved ? tr("no data")
                                                                              : QString());
  emit stateChanged();
}

std::vector<std::pair<QByteArray, bool>> DataPane::offers() const {
  const bool text = m_loaded && m_stack->currentIndex() == EditorPage;
  const bool editable = text && !m_editor->isReadOnly();
  const bool valid = m_editor->validity().known && m_editor->validity().valid;
  const int elided = text ? m_editor->elisionAtCaret() : -1;
  const bool masked = elided >= 0 && m_editor->elisions().at(elided).reason == json::Elision::Reason::Masked;
  return {{"edit.save", m_save->isEnabled()},
          {"edit.discard", m_discard->isEnabled()},
          {"edit.undo", editable},
          {"edit.redo", editable},
          {"edit.find", !m_context.isNull()},
          {"edit.replace", editable},
          {"edit.goToLine", text},
          {"edit.changeValue", editable && valid},
          {"edit.format", editable && valid},
          {"edit.minify", editable && valid},
          {"edit.reveal", editable && masked},
          {"edit.openValue", editable && elided >= 0 && !masked},
          {"edit.saveValue", elided >= 0 && !masked},
          {"edit.replaceValue", editable && elided >= 0}};
}

} // namespace oxp
