// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"
#include "workspace/profilesession.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <set>

class QStackedWidget;
class QVBoxLayout;

namespace oxp {

class Banner;
class EmptyPlace;
class JobTableView;
class RunHead;
class RunResults;
struct RunOffers;
class RunsModel;
class TextLabel;

/// The runs over many jobs of a profile: a table of them, and below it what became of each job of the chosen
/// one. Pauses and resumes by itself; what asks or begins another run is told.
class RunsPage : public QWidget {
  Q_OBJECT

public:
  explicit RunsPage(QWidget *parent = nullptr);

  void open(ProfileSession *session);
  /// The profile was closed.
  void close();
  ProfileSession *session() const { return m_session; }
  /// Makes a run the chosen one, where it is listed; else as soon as it is.
  void select(qint64 run);
  /// Other runs can be begun from here: offers to take back and to try again.
  void setWrites(bool writes) { m_writes = writes; }
  void focusTable();
  void setCompact(bool compact);

signals:
  void leaveWanted();
  void jobWanted(const oxp::QueueId &queue, const QByteArray &jobId);
  void cancelWanted(const oxp::RunRow &row);
  void undoWanted(const oxp::RunRow &row);
  void restWanted(const oxp::RunRow &row);
  void exportWanted(const oxp::RunRow &row);

public slots:
  /// It has been asked to end: its buttons rest until it has.
  void noteStopping(qint64 run);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void setupHead(QVBoxLayout *page);
  void setupTable();
  void setupKeys();
  QWidget *makeDetail();
  void follow();
  void apply();
  void chooseRow();
  void showRun();
  void showProgress(const RunRow &row);
  const RunRow *current() const;
  RunOffers offers(const RunRow &row) const;
  void pause();
  void goOn();
  void turn();
  void wantCancel();
  void showMenu(const QPoint &place);
  void fitColumns();

  QPointer<ProfileSession> m_session;
  RunsModel *m_model;
  JobTableView *m_view;
  RunHead *m_head;
  RunResults *m_results;
  Banner *m_banner;
  EmptyPlace *m_empty;
  QStackedWidget *m_stack;
  TextLabel *m_facts = nullptr;
  qint64 m_shown = 0;             ///< the run that is below the table
  std::optional<qint64> m_wanted; ///< to be chosen as soon as it is listed
  std::set<qint64> m_stopping;
  bool m_writes = false;
  QTimer m_soon;  ///< slices end too often to draw each
  QTimer m_clock; ///< relative times
};

} // namespace oxp
