// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runitemsmodel.h"
#include "models/runrow.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace oxp {

class Banner;
class CountTabBar;
class EmptyPlace;
class JobTableView;
class ProfileSession;

/// What became of each job of a run: tabs by the outcome, a filter by the id, and the jobs.
class RunResults : public QWidget {
  Q_OBJECT

public:
  explicit RunResults(QWidget *parent = nullptr);

  /// Another run: opens at its gravest outcome. The session outlives what is shown; clear() before it goes.
  void open(ProfileSession *session, const RunRow &row);
  /// The same run has gone on.
  void update(const RunRow &row);
  void clear();
  void setCompact(bool compact);

signals:
  void jobWanted(const QByteArray &jobId);
  void failed(const oxp::Error &error);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void setupTabs(QVBoxLayout *column);
  void setupTable();
  void showTabs();
  void openGravest();
  void readSettling();
  void tellSettling();
  void read();
  void renew();
  void showFilling();
  void openJob();
  audit::ItemFilter filter() const;
  QString emptyText() const;

  QPointer<ProfileSession> m_session;
  RunRow m_row;
  audit::RunSettling m_settling;
  RunItemsModel *m_model;
  Banner *m_banner;
  CountTabBar *m_tabs;
  QLineEdit *m_filter;
  QPushButton *m_open;
  JobTableView *m_view;
  EmptyPlace *m_empty;
  QStackedWidget *m_stack;
  QTimer m_typing;  ///< a part of an id is sought when nobody types on: all of a run is looked through
  QTimer m_renewal; ///< a run that goes on is read again now and then
};

} // namespace oxp
