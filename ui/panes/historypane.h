// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "ui/panes/jobtab.h"
#include "json/diff.h"

class QLabel;
class QPushButton;
class QTableView;

namespace oxp {

class AuditStore;
class ChangesModel;
class FullTextPlace;
class HistoryModel;

/// What was changed in this job with this program, by whom, and how it ended; with the changed values of the
/// selected record (Return shows one in full) and `Revert`, which goes the same road as every save.
class HistoryPane : public JobTab {
  Q_OBJECT

public:
  explicit HistoryPane(QWidget *parent = nullptr);

  /// The store outlives the pane.
  void setStore(AuditStore *store) { m_store = store; }
  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  void activated() override;
  /// A record was added or settled.
  void reload();

signals:
  void revertWanted(const oxp::audit::Record &record);

private:
  void setupList();
  void setupDetail();
  void showRecord(int row);
  void showRecord(audit::Record record);
  void showChanges(std::vector<json::Change> changes);
  void showValue(const QModelIndex &index);

  JobContext m_context;
  AuditStore *m_store = nullptr;
  HistoryModel *m_model;
  QTableView *m_list;
  QTableView *m_changes;
  FullTextPlace *m_place;
  QLabel *m_note;
  QPushButton *m_revert;
  QPushButton *m_reveal;
  ChangesModel *m_shown = nullptr;       ///< the changes of the selected record
  std::optional<audit::Record> m_record; ///< the selected one, with its payload
  quint64 m_asked = 0;                   ///< number of the latest comparison
};

} // namespace oxp
