// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lanehandle.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace oxp {

class ActivityModel;
class Banner;
class EmptyPlace;
class FailureExamplesModel;
class FailureGroupsModel;
class JobTableView;
class ProgressLine;
class TextLabel;

/// What failed in a queue or in all queues of a profile, by what the failures have in common: groups above,
/// below them the chosen group with examples and the way to all its jobs. Reads when it is opened and when
/// somebody refreshes; fills while it reads.
class FailuresPanel : public QWidget {
  Q_OBJECT

public:
  /// `activity` outlives this.
  explicit FailuresPanel(ActivityModel &activity, QWidget *parent = nullptr);
  ~FailuresPanel() override;

  /// Reads the failures of one queue, or of all queues of the profile.
  void open(ProfileSession *session, const std::optional<QueueInfo> &queue);
  /// The profile was closed: ends what runs and empties itself.
  void close();
  ProfileSession *session() const { return m_session; }
  void focusTable();
  /// How a group reads that a search names by its id, of those that have been shown here; else empty.
  QString wordsOf(const QByteArray &failure) const { return m_words.value(failure); }
  void setCompact(bool compact);

signals:
  /// All jobs of a group: a query in these queues.
  void searchWanted(const std::vector<oxp::QueueId> &queues, const QString &text);
  /// An example.
  void jobWanted(const oxp::QueueId &queue, const QByteArray &jobId);
  /// Back to the jobs.
  void leaveWanted();

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void noteWords(const FailureReport &report);
  void setupHead(QVBoxLayout *page);
  void setupGroups();
  QWidget *makeGroup();
  void fillScope();
  std::vector<QueueInfo> asked() const;
  QString place() const;
  void read();
  void stop();
  void apply(const FailureReport &report);
  void finish(const Result<FailureReport> &report);
  void setRunning(bool running);
  void showReport(const FailureReport &report);
  void showGroup();
  void showJobs();
  void fitColumns();

  ActivityModel &m_activity;
  QPointer<ProfileSession> m_session;
  std::optional<QueueInfo> m_queue; ///< that it was opened for
  bool m_all = false;               ///< the scope: all queues of the profile
  LaneHandle m_request;
  quint64 m_number = 0;               ///< tells the answers to an earlier request
  int m_row = 0;                      ///< in Activity
  FailureReport m_last;               ///< without groups
  QHash<QByteArray, QString> m_words; ///< by failureId()
  FailureGroupsModel *m_groups;
  FailureExamplesModel *m_examples;
  JobTableView *m_groupView, *m_exampleView;
  QComboBox *m_scope = nullptr;
  TextLabel *m_line = nullptr, *m_message = nullptr, *m_frame = nullptr;
  ProgressLine *m_progress = nullptr;
  QPushButton *m_cancel = nullptr, *m_refresh = nullptr, *m_show = nullptr;
  Banner *m_banner;
  EmptyPlace *m_empty;
  QStackedWidget *m_stack;
};

} // namespace oxp
