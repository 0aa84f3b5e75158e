// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/samplesview.h"

#include "base/background.h"
#include "models/format.h"
#include "ui/dialogs/outcomelook.h"
#include "ui/dialogs/samplesmodel.h"
#include "ui/dialogs/sidebyside.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

using Kind = edits::TrialOutcome::Kind;

constexpr int RowHeight = 24, ShownRows = 5, IdWidth = 76, NameWidth = 108, OutcomeWidth = 120; // px
constexpr int FilterWidth = 168;                                                                // px

} // namespace

SamplesView::SamplesView(Masks masks, QWidget *parent)
    : QWidget(parent)
    , m_masks(std::move(masks))
    , m_model(new SamplesModel(this))
    , m_pages(new QStackedWidget)
    , m_sentence(new TextLabel({}, Tint::Text2))
    , m_filter(new QComboBox)
    , m_table(makeTable())
    , m_texts(new SideBySide) {
  auto *samples = new QWidget;
  auto *inside = new QVBoxLayout(samples);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(8);
  inside->addWidget(m_table);
  inside->addWidget(m_texts, 1);
  m_sentence->setAlignment(Qt::AlignCenter);
  m_sentence->setWordWrap(true);
  m_pages->addWidget(m_sentence);
  m_pages->addWidget(samples);
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(makeHead());
  column->addWidget(m_pages, 1);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &SamplesView::showCurrent);
  connect(m_texts, &SideBySide::stepWanted, this, &SamplesView::step);
  fillFilters();
}

QBoxLayout *SamplesView::makeHead() {
  auto *title = new TextLabel(tr("Samples"));
  title->setFont(fonts::uiBold());
  m_filter->setAccessibleName(tr("Show"));
  m_filter->setObjectName(QStringLiteral("Show"));
  m_filter->setMinimumWidth(FilterWidth);
  m_filter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  connect(m_filter, &QComboBox::currentIndexChanged, this, &SamplesView::applyFilter);
  auto *head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(title);
  head->addStretch(1);
  head->addWidget(new TextLabel(tr("Show"), Tint::Text2));
  head->addWidget(m_filter);
  return head;
}

QTableView *SamplesView::makeTable() {
  auto *table = new QTableView;
  table->setAccessibleName(tr("Samples"));
  table->setObjectName(QStringLiteral("Samples"));
  table->setModel(m_model);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->setWordWrap(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setMinimumSectionSize(RowHeight);
  table->verticalHeader()->setDefaultSectionSize(RowHeight);
  QHeaderView *header = table->horizontalHeader();
  header->setHighlightSections(false);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->setStretchLastSection(true);
  header->resizeSection(SamplesModel::Id, IdWidth);
  header->resizeSection(SamplesModel::Name, NameWidth);
  header->resizeSection(SamplesModel::Outcome, OutcomeWidth);
  table->setFixedHeight(ShownRows * RowHeight + header->sizeHint().height() + 2 * table->frameWidth());
  return table;
}

void SamplesView::setSentence(const QString &sentence) {
  m_sentence->setText(sentence);
  m_pages->setCurrentWidget(m_sentence);
  m_filter->setEnabled(false);
}

/// The job that one looks at stays, whatever becomes of it now.
void SamplesView::setReport(const TrialJobs &jobs, std::shared_ptr<const TrialReport> report) {
  const QByteArray id = currentId();
  m_jobs = jobs;
  m_model->setReport(std::move(report));
  m_filter->setEnabled(true);
  m_pages->setCurrentIndex(1);
  fillFilters();
  keepCurrent(id);
  showCurrent();
}

QByteArray SamplesView::currentId() const {
  const QModelIndex current = m_table->currentIndex();
  return current.isValid() ? m_model->report()->rows[m_model->jobAt(current.row())].id : QByteArray();
}

void SamplesView::keepCurrent(const QByteArray &id) {
  const int row = std::max(0, id.isEmpty() ? 0 : m_model->rowOf(id));
  if (m_table->currentIndex().row() != row)
    m_table->setCurrentIndex(m_model->index(row, 0));
}

/// A reason that is there no more leaves all refused ones.
void SamplesView::fillFilters() {
  m_filling = true;
  const TrialFilter chosen = m_model->filter();
  m_filters = {{}, {Kind::Changes}, {Kind::Stays}, {Kind::Refused}};
  m_filter->clear();
  m_filter->addItem(tr("All outcomes"));
  for (size_t i = 1; i < m_filters.size(); ++i)
    m_filter->addItem(outcomelook::word(*m_filters[i].kind));
  const auto reasons =
      m_model->report() ? m_model->report()->sum.reasons : std::vector<edits::TrialSum::Reason>();
  for (int i = 0; i < int(reasons.size()); ++i) {
    m_filters.push_back({Kind::Refused, i});
    m_filter->addItem(tr("refused: %1").arg(reasonText(reasons[size_t(i)])));
  }
  m_filling = false;
  const auto found = std::find(m_filters.begin(), m_filters.end(), chosen);
  setFilter(found == m_filters.end() ? TrialFilter{chosen.kind} : chosen);
}

void SamplesView::setFilter(const TrialFilter &filter) {
  const auto found = std::find(m_filters.begin(), m_filters.end(), filter);
  m_filter->setCurrentIndex(found == m_filters.end() ? 0 : int(found - m_filters.begin()));
  applyFilter();
}

void SamplesView::applyFilter() {
  if (m_filling)
    return;
  const QByteArray id = currentId();
  m_model->setFilter(m_filters[size_t(m_filter->currentIndex())]);
  keepCurrent(id);
}

QString SamplesView::factsOf(const TrialRow &row, const TrialTexts &texts) const {
  if (row.kind != Kind::Changes)
    return row.what;
  return format::joined(
      {tr("%n change(s)", nullptr, row.changes),
       tr("%1 to %2").arg(format::exactSize(texts.sizeBefore), format::exactSize(texts.sizeAfter))});
}

void SamplesView::showCurrent() {
  const QModelIndex current = m_table->currentIndex();
  const quint64 number = ++m_number;
  if (!current.isValid() || !m_model->report())
    return m_texts->setTexts({}, {}, {});
  const size_t job = m_model->jobAt(current.row());
  const TrialRow row = m_model->report()->rows[job];
  runInBackground<TrialTexts>(
      this,
      [jobs = m_jobs, job, outcome = m_model->report()->outcomes[job], masks = m_masks,
       columns = m_texts->columns()] { return textsOf((*jobs)[job], outcome, masks, columns); },
      [this, number, row](const TrialTexts &texts) {
        if (number != m_number)
          return;
        m_texts->setTexts(row.name + u" #"_s + format::safeText(row.id), factsOf(row, texts), texts);
        if (std::exchange(m_toLast, false))
          m_texts->showLast();
      });
}

void SamplesView::step(int by) {
  if (!m_texts->step(by))
    stepToJob(by);
}

void SamplesView::stepToJob(int by) {
  if (!m_model->report())
    return;
  for (int row = m_table->currentIndex().row() + by; row >= 0 && row < m_model->rowCount(); row += by) {
    if (m_model->report()->rows[m_model->jobAt(row)].kind != Kind::Changes)
      continue;
    m_toLast = by < 0;
    m_table->setCurrentIndex(m_model->index(row, 0));
    return;
  }
}

} // namespace oxp
