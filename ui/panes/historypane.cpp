// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/historypane.h"

#include "audit/auditstore.h"
#include "base/background.h"
#include "models/format.h"
#include "models/historymodel.h"
#include "operations/operation.h"
#include "ui/dialogs/changesmodel.h"
#include "ui/errortext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/changeslistdelegate.h"
#include "ui/widgets/fulltextpanel.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace oxp {
namespace {

/// A text that can be compared: whole, or whole but for sensitive values.
bool hasText(const std::optional<audit::KeptBytes> &kept) {
  return kept && !kept->ranges && (!kept->left || !kept->bytes.isEmpty());
}

bool isLeftOut(const std::optional<audit::KeptBytes> &kept, const char *why) {
  return kept && kept->left && kept->why == why;
}

/// What the values that are shown do not tell.
QString noteOn(const audit::Record &record) {
  if (!record.before || !record.after)
    return {};
  if (isLeftOut(record.before, "no-key"))
    return HistoryPane::tr("The values are sealed, and the key that opens them is not in the keychain.");
  if (isLeftOut(record.before, "damaged"))
    return HistoryPane::tr("The values cannot be read: the record is damaged.");
  if (isLeftOut(record.before, "sensitive") || isLeftOut(record.after, "sensitive"))
    return audit::holdsPreImage(record)
               ? HistoryPane::tr("Sensitive values are left out: there is no keychain to seal them with.")
               : HistoryPane::tr("Sensitive values are left out, as there is no keychain to seal them with. "
                                 "What is kept is not enough to revert this change.");
  if (record.before->ranges)
    return HistoryPane::tr("The payload is large: only the changed ranges were kept.");
  return {};
}

/// A list brings no large payloads.
bool lacksPayload(const audit::Record &record) {
  return isEdit(record.operation) && !record.before && record.payloadBytes > 0;
}

} // namespace

HistoryPane::HistoryPane(QWidget *parent)
    : JobTab(parent)
    , m_model(new HistoryModel(this))
    , m_list(new QTableView)
    , m_changes(new QTableView)
    , m_note(new QLabel)
    , m_revert(new QPushButton(tr("Revert")))
    , m_reveal(new QPushButton(tr("Reveal"))) {
  setupList();
  setupDetail();
}

void HistoryPane::setupList() {
  setupTable(m_list, tr("Changes of this job"));
  m_list->setModel(m_model);
  m_list->setSelectionMode(QAbstractItemView::SingleSelection);
  QHeaderView *header = m_list->horizontalHeader();
  header->resizeSection(HistoryModel::When, 92);
  header->resizeSection(HistoryModel::Who, 96);
  header->resizeSection(HistoryModel::Operation, 102);
  header->resizeSection(HistoryModel::Outcome, 164); // `conflict, nothing changed`
  header->setStretchLastSection(true);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex &current) { showRecord(current.row()); });
  connect(m_model, &QAbstractItemModel::dataChanged, this,
          [this] { showRecord(m_list->currentIndex().row()); });
}

void HistoryPane::setupDetail() {
  setupTable(m_changes, tr("Values of this change"));
  m_changes->setItemDelegate(new ChangesListDelegate(m_changes));
  m_note->setObjectName(QStringLiteral("History note"));
  m_note->setWordWrap(true);
  m_note->setFont(fonts::small());
  m_revert->setAccessibleName(tr("Revert"));
  m_revert->setObjectName(QStringLiteral("Revert"));
  connect(m_revert, &QPushButton::clicked, this, [this] {
    if (m_record)
      emit revertWanted(*m_record);
  });
  m_reveal->setAccessibleName(tr("Reveal"));
  m_reveal->setObjectName(QStringLiteral("Reveal"));
  setButtonKind(m_reveal, ButtonKind::Flat);
  connect(m_reveal, &QPushButton::clicked, this, [this] {
    if (m_shown)
      m_shown->reveal();
    m_reveal->hide();
  });
  connect(m_changes, &QTableView::activated, this, &HistoryPane::showValue);
  auto *splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(m_list);
  splitter->addWidget(m_changes);
  splitter->setChildrenCollapsible(false);
  auto *footer = new QHBoxLayout;
  footer->setContentsMargins(12, 8, 12, 8);
  footer->setSpacing(8);
  footer->addWidget(m_revert);
  footer->addWidget(m_reveal);
  footer->addWidget(m_note, 1);
  auto *page = new QWidget;
  auto *column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(splitter, 1);
  column->addLayout(footer);
  m_place = new FullTextPlace(page);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_place);
  showRecord(-1);
}

void HistoryPane::showRecord(int row) {
  const audit::Record *record = row >= 0 ? m_model->at(row) : nullptr;
  const quint64 asked = ++m_asked;
  if (record && !lacksPayload(*record))
    return showRecord(*record);
  if (record && m_record && m_record->id == record->id) { // its payload never changes
    audit::Record known = *record;
    known.before = m_record->before;
    known.after = m_record->after;
    known.splices = m_record->splices;
    return showRecord(std::move(known));
  }
  m_record.reset();
  m_revert->setEnabled(false);
  m_note->clear();
  showChanges({});
  if (!record)
    m_note->setText(m_model->rowCount() ? tr("Select a change to see its values.")
                                        : tr("Nothing was changed here with Oxpecker yet."));
  else if (m_store)
    m_store->requestRecord(record->id, this, [this, asked](const Result<audit::Record> &whole) {
      if (asked != m_asked)
        return;
      if (whole)
        showRecord(*whole);
      else
        m_note->setText(errorText(whole.error(), Doing::Reading).oneLine());
    });
}

void HistoryPane::showRecord(audit::Record record) {
  m_record = std::move(record);
  m_revert->setEnabled(m_context.may(policy::Capability::EditData) && HistoryModel::revertible(*m_record));
  m_note->setText(noteOn(*m_record));
  if (!hasText(m_record->before) || !hasText(m_record->after))
    return showChanges({});
  const quint64 asked = m_asked;
  const auto compare = [before = m_record->before->bytes, after = m_record->after->bytes] {
    return json::diff(before, after);
  };
  runInBackground<std::vector<json::Change>>(this, compare, [this, asked](std::vector<json::Change> changes) {
    if (asked == m_asked)
      showChanges(std::move(changes));
  });
}

void HistoryPane::showChanges(std::vector<json::Change> changes) {
  if (m_context.isNull())
    changes.clear();
  m_changes->setVisible(!changes.empty());
  ChangesModel *old = m_shown;
  m_shown = new ChangesModel(std::move(changes), m_context.rules(), bool(m_context.masks()), m_changes);
  m_changes->setModel(m_shown);
  delete old;
  m_reveal->setVisible(m_shown->hidesAny() && m_context.mayReveal());
  if (m_shown->hidesAny() && !m_context.mayReveal())
    m_note->setText(QStringList{m_note->text(), mayNotReveal()}.join(u' ').trimmed());
  QHeaderView *header = m_changes->horizontalHeader();
  header->resizeSection(ChangesModel::Kind, 92);
  header->resizeSection(ChangesModel::Path, 130);
  header->setSectionResizeMode(ChangesModel::Before, QHeaderView::Stretch);
  header->setSectionResizeMode(ChangesModel::After, QHeaderView::Stretch);
  header->resizeSection(ChangesModel::Mark, 84);
}

/// A cell shows the beginning of a value; the old one where that was chosen, else the new one.
void HistoryPane::showValue(const QModelIndex &index) {
  if (!m_shown || !index.isValid())
    return;
  const bool old = index.column() == ChangesModel::Before;
  const std::optional<QByteArray> value = old ? m_shown->before(index.row()) : m_shown->after(index.row());
  const QString path = m_shown->index(index.row(), ChangesModel::Path).data().toString();
  if (value)
    m_place->open((old ? tr("Before: %1") : tr("After: %1")).arg(path), *value, tr("value") + u".json"_qs);
}

void HistoryPane::setJob(const JobContext &context, const JobDetail &) {
  clearJob();
  m_context = context;
  reload();
}

void HistoryPane::updateJob(const JobDetail &) {}

void HistoryPane::clearJob() {
  m_context = {};
  m_place->back();
  m_model->apply({});
  showRecord(-1);
}

void HistoryPane::activated() {
  reload();
}

void HistoryPane::reload() {
  if (m_context.isNull() || !m_store)
    return;
  const JobContext asked = m_context;
  audit::RecordQuery query;
  query.profileId = asked.session->id();
  query.queue = asked.queue.id;
  query.jobId = asked.jobId;
  m_store->requestRecords(query, this, [this, asked](const Result<std::vector<audit::Record>> &records) {
    if (!m_context.sameJob(asked))
      return;
    if (!records) {
      m_note->setText(errorText(records.error(), Doing::Reading).oneLine());
      return;
    }
    m_model->apply(*records);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
      m_list->setCurrentIndex(m_model->index(0, 0));
    showRecord(m_list->currentIndex().row());
  });
}

} // namespace oxp
