// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulkeditdialog.h"

#include "base/background.h"
#include "models/format.h"
#include "search/fieldpaths.h"
#include "ui/dialogs/changeseditor.h"
#include "ui/dialogs/outcomelist.h"
#include "ui/dialogs/samplesview.h"
#include "ui/dialogs/thenfield.h"
#include "ui/dialogs/trialwork.h"
#include "ui/errortext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/panetabbar.h"
#include "ui/widgets/textlabel.h"
#include "workspace/longreads.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace oxp {
namespace {

constexpr QSize Usual{1320, 828}, Least{1000, 640}; // px
constexpr int ScreenMargin = 32, LeftWidth = 576, ColumnGap = 16, NarrowBelow = 1100;
constexpr qsizetype MostLearned = 8'000'000; ///< bytes of payloads that paths are learned from

Masks masksOf(const ProfileSession &session) {
  return session.rules()->masksValues(session.profile().environment) ? session.rules() : nullptr;
}

search::FieldPaths pathsIn(const TrialJobs &jobs) {
  search::FieldPaths paths;
  qsizetype bytes = 0;
  for (const edits::TrialJob &job : *jobs) {
    if (job.data.isEmpty())
      continue;
    if (bytes += job.data.size(); bytes > MostLearned)
      break;
    paths.learn(search::Field::Data, job.data);
  }
  return paths;
}

} // namespace

BulkEditDialog::BulkEditDialog(const DialogSubject &subject, ProfileSession &session,
                               const Selection &selection, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_selection(selection)
    , m_trial(new TrialWork(masksOf(session), this))
    , m_then(new ThenField(selection, session.rules()->capabilitiesOf(session.profile().role))) {
  setupColumns();
  setupButtons();
  setupKeys();
  setupSize();
  connect(m_trial, &TrialWork::began, this, [this] { m_aside->setText(tr("trying…")); });
  connect(m_trial, &TrialWork::ended, this, &BulkEditDialog::onTried);
  connect(m_changes, &ChangesEditor::changed, this, &BulkEditDialog::onChanged);
  onChanged();
  onTried(nullptr);
  read(session);
  connect(&session, &ProfileSession::refreshed, this, [this, &session] {
    if (m_error)
      read(session);
  });
}

BulkEditDialog::~BulkEditDialog() {
  m_reading.cancel();
}

void BulkEditDialog::setupSize() {
  const QSize room = screen()->availableSize() - QSize(ScreenMargin, ScreenMargin);
  setMinimumSize(Least.boundedTo(room));
  resize(Usual.boundedTo(room));
}

void BulkEditDialog::setupColumns() {
  m_tabs = new PaneTabBar;
  m_tabs->setAccessibleName(tr("Parts of the edit"));
  m_tabs->addTab(tr("Changes"));
  m_tabs->addTab(tr("Samples"));
  connect(m_tabs, &QTabBar::currentChanged, this, &BulkEditDialog::showColumns);
  m_left = makeLeft();
  m_samples = new SamplesView(m_trial->masks());
  auto *columns = new QHBoxLayout;
  columns->setSpacing(ColumnGap);
  columns->addWidget(m_left);
  columns->addWidget(m_samples, 1);
  content()->addWidget(m_tabs);
  content()->addLayout(columns, 1);
}

QWidget *BulkEditDialog::makeLeft() {
  m_changes = new ChangesEditor;
  m_tried = new TextLabel;
  m_tried->setFont(fonts::uiBold());
  m_aside = new TextLabel({}, Tint::Text2);
  m_aside->setFont(fonts::small());
  m_outcome = new OutcomeList;
  connect(m_outcome, &OutcomeList::filterWanted, this, [this](const TrialFilter &filter) {
    m_samples->setFilter(filter);
    m_tabs->setCurrentIndex(1);
  });
  auto *head = new QHBoxLayout;
  head->addWidget(m_tried);
  head->addStretch(1);
  head->addWidget(m_aside);
  auto *left = new QWidget;
  auto *column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(m_changes, 1);
  column->addWidget(m_then);
  column->addLayout(head);
  column->addWidget(m_outcome);
  return left;
}

void BulkEditDialog::setupButtons() {
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_preview = addButton(tr("Preview…"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  m_preview->setAccessibleName(tr("Preview"));
  m_preview->setObjectName(QStringLiteral("Preview"));
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_preview, &QPushButton::clicked, this, [this] {
    if (const auto changes = m_changes->changes())
      emit previewWanted(*changes, m_then->operation());
  });
  setDefault(m_preview);
  m_changes->focusFirst();
}

void BulkEditDialog::setupKeys() {
  for (const auto &[key, by] :
       {std::pair(QKeyCombination(Qt::Key_F7), 1), std::pair(QKeyCombination(Qt::SHIFT, Qt::Key_F7), -1)}) {
    auto *shortcut = new QShortcut(QKeySequence(key), this);
    connect(shortcut, &QShortcut::activated, this, [this, by] { m_samples->step(by); });
  }
}

void BulkEditDialog::keyPressEvent(QKeyEvent *event) {
  if (event->key() != Qt::Key_Escape || m_changes->isUntouched())
    return DialogFrame::keyPressEvent(event);
  setNote(tr("Esc keeps what you have written. Cancel leaves it."), IconId::Info);
  event->accept();
}

void BulkEditDialog::resizeEvent(QResizeEvent *event) {
  DialogFrame::resizeEvent(event);
  showColumns();
}

/// Side by side, or where there is no room for both, one of them by a tab.
void BulkEditDialog::showColumns() {
  const bool narrow = width() < NarrowBelow;
  m_tabs->setVisible(narrow);
  m_left->setVisible(!narrow || m_tabs->currentIndex() == 0);
  m_samples->setVisible(!narrow || m_tabs->currentIndex() == 1);
  m_left->setMinimumWidth(narrow ? 0 : LeftWidth);
  m_left->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : LeftWidth);
}

/// Also when the connection is there again, if it was not.
void BulkEditDialog::read(ProfileSession &session) {
  m_reading = session.longReads().requestTrialJobs(m_selection, this,
                                                   [this](Result<std::vector<edits::TrialJob>> jobs) {
                                                     if (!m_given)
                                                       takeJobs(std::move(jobs));
                                                   });
}

void BulkEditDialog::setJobs(std::vector<edits::TrialJob> jobs) {
  m_reading.cancel();
  m_given = true;
  takeJobs(std::move(jobs));
}

void BulkEditDialog::takeJobs(Result<std::vector<edits::TrialJob>> jobs) {
  m_error = jobs ? std::nullopt : std::optional(jobs.error());
  m_trial->setJobs(jobs ? std::make_shared<const std::vector<edits::TrialJob>>(std::move(*jobs)) : nullptr);
  learnPaths();
}

void BulkEditDialog::learnPaths() {
  if (!m_trial->jobs())
    return;
  runInBackground<search::FieldPaths>(
      this, [jobs = m_trial->jobs()] { return pathsIn(jobs); },
      [this](const search::FieldPaths &paths) { m_changes->setPaths(paths); });
}

void BulkEditDialog::onChanged() {
  const QString missing = m_changes->missing();
  m_preview->setEnabled(missing.isEmpty());
  m_preview->setToolTip(missing);
  setNote(missing.isEmpty() ? tr("Nothing has been written.")
                            : tr("Nothing has been written. %1.").arg(missing),
          IconId::Info);
  m_trial->setChanges(m_changes->changes());
}

void BulkEditDialog::onTried(const std::shared_ptr<const TrialReport> &report) {
  m_outcome->setSum(report ? std::optional(report->sum) : std::nullopt);
  m_tried->setText(report ? triedTitle() : tr("Trial"));
  m_aside->setText(
      report ? format::joined({tr("the preview looks at all of them"), format::duration(report->tookMs)})
             : QString());
  if (report && !report->rows.empty())
    m_samples->setReport(m_trial->jobs(), report);
  else
    m_samples->setSentence(whyNoSamples());
}

QString BulkEditDialog::whyNoSamples() const {
  if (m_error)
    return tr("The jobs to try it on could not be read. %1")
        .arg(errorText(*m_error, Doing::Reading).oneLine());
  if (!m_trial->jobs())
    return tr("Reading the newest jobs…");
  if (m_trial->jobs()->empty())
    return tr("There are no jobs to try it on.");
  if (m_changes->isUntouched())
    return tr("Write a change to see it on the newest jobs.");
  return tr("%1. Samples show once all changes are whole.").arg(m_changes->missing());
}

QString BulkEditDialog::triedTitle() const {
  const auto *named = std::get_if<Selection::Jobs>(&m_selection.of);
  const int jobs = int(m_trial->jobs()->size());
  if (named)
    return jobs == int(named->size()) ? tr("Tried on all %n", nullptr, jobs)
                                      : tr("Tried on the first %n", nullptr, jobs);
  return tr("Tried on the newest %n", nullptr, jobs);
}

} // namespace oxp
