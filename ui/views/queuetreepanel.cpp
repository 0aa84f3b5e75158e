// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/queuetreepanel.h"

#include "models/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/queuetreeview.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace oxp {

namespace {
constexpr int MostShown = 24; ///< characters of what is looked for
} // namespace

QueueTreePanel::QueueTreePanel(QueueTreeModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filtered(new QueueFilterModel(this))
    , m_filter(new SearchField(FieldFont::Ui))
    , m_tree(new QueueTreeView)
    , m_emptyWords(new TextLabel(tr("No connections."), Tint::Text2))
    , m_noMatch(new TextLabel(tr("No queue matches."), Tint::Text2))
    , m_searchJobs(new QPushButton)
    , m_offerWords(new TextLabel({}, Tint::Text2))
    , m_offer(makeOffer()) {
  m_filtered->setSourceModel(&m_model);
  setupFilter();
  setupTree();
  auto *head = new QHBoxLayout;
  head->setContentsMargins(8, 8, 8, 8);
  head->setSpacing(8);
  head->addWidget(m_filter, 1);
  auto *add = new QToolButton;
  add->setIcon(icon(IconId::Plus));
  add->setAutoRaise(true);
  add->setAccessibleName(tr("Add connection"));
  add->setToolTip(tr("Add connection (Ctrl+N)"));
  connect(add, &QToolButton::clicked, this, &QueueTreePanel::addConnectionWanted);
  head->addWidget(add);
  m_emptyWords->setContentsMargins(16, 8, 8, 8);
  m_emptyWords->setAlignment(Qt::AlignTop);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(m_emptyWords);
  layout->addWidget(m_noMatch);
  layout->addWidget(m_searchJobs, 0, Qt::AlignLeft);
  layout->addWidget(m_tree, 1);
  layout->addWidget(m_offer);
  updateEmpty();
  updateNoMatch();
}

QWidget *QueueTreePanel::makeOffer() {
  auto *line = new QWidget;
  auto *show = new QPushButton(tr("Show"));
  show->setAccessibleName(tr("Show other prefixes"));
  show->setObjectName(QStringLiteral("Show other prefixes"));
  setButtonKind(show, ButtonKind::Flat);
  connect(show, &QPushButton::clicked, this, &QueueTreePanel::offerTaken);
  m_offerWords->setWordWrap(true);
  m_offerWords->setObjectName(QStringLiteral("Other prefixes"));
  auto *row = new QHBoxLayout(line);
  row->setContentsMargins(16, 4, 8, 4);
  row->setSpacing(4);
  row->addWidget(m_offerWords, 1);
  row->addWidget(show, 0, Qt::AlignBottom);
  line->hide();
  return line;
}

void QueueTreePanel::setOffer(const QString &words) {
  m_offerWords->setText(words);
  m_offerWords->setAccessibleName(words);
  m_offer->setVisible(!words.isEmpty());
}

void QueueTreePanel::setupFilter() {
  m_filter->setAccessibleName(tr("Filter queues"));
  m_filter->setObjectName(QStringLiteral("Filter queues"));
  m_filter->setPlaceholderText(tr("Filter queues"));
  connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
    m_filtered->setText(text);
    if (!text.isEmpty())
      m_tree->expandAll();
    updateNoMatch();
    emit visibleChanged();
  });
  connect(m_filter, &QLineEdit::returnPressed, this, [this] {
    if (m_searchJobs->isHidden())
      focusTree();
    else
      m_searchJobs->click();
  });
  m_noMatch->setContentsMargins(16, 0, 8, 0);
  m_searchJobs->setObjectName(QStringLiteral("Search jobs instead"));
  setButtonKind(m_searchJobs, ButtonKind::Flat);
  connect(m_searchJobs, &QPushButton::clicked, this, [this] {
    const QString text = m_filter->text().trimmed();
    m_filter->clear();
    emit searchWanted(text);
  });
}

void QueueTreePanel::setupTree() {
  m_tree->setAccessibleName(tr("Queues"));
  m_tree->setObjectName(QStringLiteral("Queues"));
  m_tree->setModel(m_filtered);
  m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_tree, &QWidget::customContextMenuRequested, this,
          [this](const QPoint &place) { emit contextMenuWanted(m_tree->viewport()->mapToGlobal(place)); });
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &QueueTreePanel::currentChanged);
  // Also where it is the current one: the middle of the window may show something else.
  connect(m_tree, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
    currentChanged(index);
    chooseProfile(index);
  });
  connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
    const QModelIndex source = m_filtered->mapToSource(index);
    if (m_model.kindAt(source) == NodeKind::Profile)
      emit profileActivated(m_model.profileAt(source));
    emit visibleChanged();
  });
  connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
    const QModelIndex source = m_filtered->mapToSource(index);
    if (m_model.kindAt(source) == NodeKind::Profile)
      emit profileActivated(m_model.profileAt(source));
    chooseProfile(index);
  });
  connect(m_tree, &QTreeView::collapsed, this, &QueueTreePanel::visibleChanged);
  connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, &QueueTreePanel::visibleChanged);
  for (auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(&m_model, change, this, [this] {
      updateEmpty();
      updateNoMatch();
      emit visibleChanged();
    });
  connect(&m_model, &QAbstractItemModel::rowsMoved, this, &QueueTreePanel::visibleChanged);
}

void QueueTreePanel::updateEmpty() {
  m_emptyWords->setVisible(m_model.rowCount() == 0);
  m_tree->setVisible(m_model.rowCount() > 0);
}

/// Whoever types an order's number into the first field that there is wants the job.
void QueueTreePanel::updateNoMatch() {
  const QString text = m_filter->text().trimmed();
  bool none = !text.isEmpty() && m_model.rowCount() > 0;
  for (int row = 0; row < m_filtered->rowCount() && none; ++row)
    none = m_filtered->rowCount(m_filtered->index(row, 0)) == 0;
  m_noMatch->setVisible(none);
  m_searchJobs->setVisible(none);
  m_searchJobs->setText(tr("Search jobs for “%1”")
                            .arg(format::safeText(text.toUtf8(), MostShown))
                            .replace(u'&', QStringLiteral("&&")));
  m_searchJobs->setAccessibleName(tr("Search jobs instead"));
}

void QueueTreePanel::currentChanged(const QModelIndex &current) {
  const QModelIndex source = m_filtered->mapToSource(current);
  if (!source.isValid())
    return;
  if (const std::optional<QueueRef> queue = m_model.queueAt(source))
    emit queueSelected(*queue, m_model.stateAt(source), m_model.kindAt(source) == NodeKind::Schedulers);
  else if (m_model.kindAt(source) == NodeKind::Profile)
    emit profileSelected(m_model.profileAt(source));
  else if (m_model.kindAt(source) == NodeKind::Runs)
    emit runsSelected(m_model.profileAt(source));
}

void QueueTreePanel::chooseProfile(const QModelIndex &index) {
  const QModelIndex source = m_filtered->mapToSource(index);
  if (m_model.kindAt(source) == NodeKind::Profile)
    emit profileChosen(m_model.profileAt(source));
}

QByteArray QueueTreePanel::currentProfile() const {
  const QModelIndex source = m_filtered->mapToSource(m_tree->currentIndex());
  return source.isValid() ? m_model.profileAt(source) : QByteArray();
}

std::optional<QueueRef> QueueTreePanel::currentQueue() const {
  const QModelIndex source = m_filtered->mapToSource(m_tree->currentIndex());
  return source.isValid() ? m_model.queueAt(source) : std::nullopt;
}

void QueueTreePanel::select(const QByteArray &profileId, const QueueId &queue,
                            std::optional<JobState> state) {
  const QModelIndex source =
      state ? m_model.stateIndex(profileId, queue, *state) : m_model.queueIndex(profileId, queue);
  const QModelIndex index = m_filtered->mapFromSource(source);
  if (!index.isValid() || index == m_tree->currentIndex())
    return;
  openTo(index);
  m_tree->setCurrentIndex(index);
  m_tree->scrollTo(index);
}

void QueueTreePanel::showCurrent() {
  openTo(m_tree->currentIndex());
  m_tree->scrollTo(m_tree->currentIndex());
}

void QueueTreePanel::openTo(const QModelIndex &index) {
  for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
    m_tree->expand(parent);
}

void QueueTreePanel::selectProfile(const QByteArray &profileId) {
  m_tree->setCurrentIndex(m_filtered->mapFromSource(m_model.profileIndex(profileId)));
}

void QueueTreePanel::selectRuns(const QByteArray &profileId) {
  const QModelIndex index = m_filtered->mapFromSource(m_model.runsIndex(profileId));
  if (!index.isValid() || index == m_tree->currentIndex())
    return;
  openTo(index);
  m_tree->setCurrentIndex(index);
}

void QueueTreePanel::expandProfile(const QByteArray &profileId) {
  const QModelIndex profile = m_filtered->mapFromSource(m_model.profileIndex(profileId));
  m_tree->expand(profile);
  // Groups open with their profile; the queues themselves start collapsed.
  for (int row = 0; row < m_filtered->rowCount(profile); ++row) {
    const QModelIndex child = m_filtered->index(row, 0, profile);
    if (m_model.kindAt(m_filtered->mapToSource(child)) == NodeKind::Group)
      m_tree->expand(child);
  }
}

std::vector<QueueId> QueueTreePanel::visibleQueues(const QByteArray &profileId) const {
  std::vector<QueueId> queues;
  const QRect room = m_tree->viewport()->rect();
  for (QModelIndex index = m_tree->indexAt(room.topLeft()); index.isValid();
       index = m_tree->indexBelow(index)) {
    if (m_tree->visualRect(index).top() > room.bottom())
      break;
    const QModelIndex source = m_filtered->mapToSource(index);
    const std::optional<QueueRef> queue = m_model.queueAt(source);
    if (queue && queue->profileId == profileId && (queues.empty() || !(queues.back() == queue->info.id)))
      queues.push_back(queue->info.id);
  }
  return queues;
}

void QueueTreePanel::focusTree() {
  m_tree->setFocus();
  if (!m_tree->currentIndex().isValid())
    m_tree->setCurrentIndex(m_filtered->index(0, 0));
}

void QueueTreePanel::setCompact(bool compact) {
  m_tree->setCompact(compact);
}

} // namespace oxp
