// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "models/receipt.h"
#include "operations/operation.h"
#include "redis/lanehandle.h"
#include "ui/panes/jobtab.h"

#include <QTimer>

#include <array>
#include <optional>

class QStackedWidget;

namespace oxp {

class ActionSet;
class AuditStore;
class Banner;
class DataPane;
class ErrorPane;
class FlowPane;
class HistoryPane;
class JobHeader;
struct JobPulse;
class JsonPane;
class LogsPane;
class OptionsPane;
class PaneTabBar;
class RawPane;
class Strip;
class Workspace;

/// Everything of one job: header line, error strip, banner, eight tabs. Polls the open job and never touches
/// what is being edited.
class JobPane : public QWidget {
  Q_OBJECT

public:
  enum Tab { Data, Error, Result, Options, Logs, Flow, History, Raw, TabCount };

  JobPane(ActionSet &actions, Workspace &workspace, QWidget *window);

  /// Opens a job. The header line can be shown elsewhere (the dock's title); it belongs to the pane.
  /// `listed`: the state whose list it was chosen from; nothing where that list keeps its jobs. `name`: the
  /// job's, where it is known already: that much shows at once, however long the answer takes.
  void open(ProfileSession *session, const QueueInfo &queue, const QByteArray &jobId,
            std::optional<JobState> listed = {}, const QByteArray &name = {});
  void close();
  const JobContext &context() const { return m_context; }
  const JobDetail &detail() const { return m_detail; }
  bool isOpen() const { return !m_context.isNull(); }
  JobHeader *header() const { return m_header; }
  DataPane *dataPane() const { return m_data; }
  HistoryPane *historyPane() const { return m_history; }
  Banner *banner() const { return m_banner; }
  void showTab(Tab tab);
  /// Puts the keyboard into the tab that is shown.
  void focusTab();
  /// Ctrl+F in a tab that is searched by itself. False: the keyboard is in none.
  bool find();
  /// Whether the error names a value of the payload.
  bool canGoToValue() const;
  void goToValue();
  /// Ctrl+PgDown and Ctrl+PgUp: the next tab with something in it.
  void stepTab(int direction);
  /// The person has just done this to the open job: it is somewhere else from now on, and the pane stays with
  /// it and says so.
  void noteDeed(const QByteArray &operation, const OperationReport &report);
  /// The open job is not in the list any more from which it was chosen.
  bool hasLeftList() const;
  /// Reads the job again now (after an operation).
  void reload();
  /// Text is being edited and not saved.
  bool hasUnsaved() const;
  /// Header and buttons lower, as rows are.
  void setCompact(bool compact);
  /// Why the job failed stands in the header, where that is wide and the pane is low, or in a line of its
  /// own.
  void setErrorInHeader(bool there);
  /// Colours of the theme in force.
  void applyTheme();

signals:
  /// canGoToValue() may answer otherwise.
  void offersChanged();
  /// The open job was read: state, lock and sizes may have changed.
  void detailChanged();
  void jobWanted(const oxp::QueueId &queue, const QByteArray &jobId);
  void revertWanted(const oxp::audit::Record &record);

private:
  void setupTabs();
  void setupLayout();
  void setupError();
  void leave();
  void applyDetail(const JobDetail &detail, bool first);
  void applyUnread(const oxp::Error &error);
  void applyPulse(const JobPulse &pulse);
  void followLock(qint64 now);
  void updateTabs();
  void updateStrip();
  void setupDeed();
  void updateDeed();
  QString leftWords() const;
  JobTab *tabAt(int index) const;

  Workspace &m_workspace;
  JobContext m_context;
  QByteArray m_name; ///< of the job, as it was known when it was opened
  JobDetail m_detail;
  quint64 m_generation = 0;
  bool m_loaded = false;
  bool m_errorInHeader = false;
  qint64 m_lockUntil = 0; ///< when the lock runs out that was seen last, ms by the server's clock
  LaneHandle m_request;
  JobHeader *m_header;
  PaneTabBar *m_tabs;
  Strip *m_strip;
  Strip *m_left; ///< what became of the job while it is open
  QTimer m_deedClock;
  std::optional<Receipt> m_deed; ///< the last of the person's
  QString m_deedNote;
  std::optional<JobState> m_listed;
  Banner *m_banner;
  QStackedWidget *m_stack;
  DataPane *m_data;
  ErrorPane *m_error;
  JsonPane *m_result;
  OptionsPane *m_options;
  LogsPane *m_logs;
  FlowPane *m_flow;
  HistoryPane *m_history;
  RawPane *m_raw;
};

} // namespace oxp
