// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuetreemodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace oxp {

class QueueTreeView;
class TextLabel;

/// The filter and the tree of connections and their queues. Tells which queues can be seen, so that only
/// these are counted.
class QueueTreePanel : public QWidget {
  Q_OBJECT

public:
  QueueTreePanel(QueueTreeModel &model, QWidget *parent = nullptr);

  /// The profile, queue and state of the current row; any of them may be missing.
  QByteArray currentProfile() const;
  std::optional<QueueRef> currentQueue() const;
  /// Makes a queue (or one of its states) current, opening what hides it.
  void select(const QByteArray &profileId, const QueueId &queue, std::optional<JobState> state = {});
  void selectProfile(const QByteArray &profileId);
  /// The row of a profile's runs, where there is one.
  void selectRuns(const QByteArray &profileId);
  /// Brings the current row on the screen, opening what hides it.
  void showCurrent();
  void expandProfile(const QByteArray &profileId);
  /// Queues of a profile whose rows are on the screen, with their own count shown.
  std::vector<QueueId> visibleQueues(const QByteArray &profileId) const;
  void focusTree();
  void setCompact(bool compact);
  /// What else could be shown, such as `14 more queues under {bull}`, with a button; empty = nothing.
  void setOffer(const QString &words);

signals:
  /// What is offered shall be shown.
  void offerTaken();
  void addConnectionWanted();
  /// A profile row became current.
  void profileSelected(const QByteArray &profileId);
  void runsSelected(const QByteArray &profileId);
  void queueSelected(const oxp::QueueRef &queue, std::optional<oxp::JobState> state, bool schedulers);
  /// Somebody went to a profile's row, by Return or a click on it: its page is wanted.
  void profileChosen(const QByteArray &profileId);
  /// A profile row was opened by hand: Return, a double click or its arrow.
  void profileActivated(const QByteArray &profileId);
  /// Scrolled, folded or filtered: other rows are on the screen.
  void visibleChanged();
  void contextMenuWanted(const QPoint &globalPosition);
  /// The filter fits no queue: perhaps a job is meant.
  void searchWanted(const QString &text);

private:
  void setupFilter();
  void setupTree();
  QWidget *makeOffer();
  void currentChanged(const QModelIndex &current);
  void chooseProfile(const QModelIndex &index);
  void updateEmpty();
  void updateNoMatch();
  void openTo(const QModelIndex &index);

  QueueTreeModel &m_model;
  QueueFilterModel *m_filtered;
  QLineEdit *m_filter;
  QueueTreeView *m_tree;
  TextLabel *m_emptyWords;
  TextLabel *m_noMatch;
  QPushButton *m_searchJobs;
  TextLabel *m_offerWords;
  QWidget *m_offer;
};

} // namespace oxp
