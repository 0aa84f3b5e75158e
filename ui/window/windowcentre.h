// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace oxp {

class ActionSet;
class EmptyPlace;
class FailuresPanel;
class OverviewPage;
class QueuePage;
class RunsPage;
class StartPage;
class Workspace;

/// The middle of the window: one of six places.
class WindowCentre : public QStackedWidget {
  Q_OBJECT

public:
  enum class Place {
    Empty,    ///< of a profile that is not connected
    Queue,    ///< a queue's page
    Failures, ///< what failed in a queue or in all of a profile's
    Start,    ///< where somebody begins
    Overview, ///< a profile's page
    Runs,     ///< what was done to many jobs of a profile
  };

  /// `window` is the parent of dialogs.
  WindowCentre(ActionSet &actions, Workspace &workspace, QWidget *window);

  Place place() const { return static_cast<Place>(currentIndex()); }
  void setPlace(Place place) { setCurrentIndex(static_cast<int>(place)); }
  /// A queue is open and shown.
  bool showsQueue() const;
  /// A profile's page is open and shown.
  bool showsOverview() const;
  EmptyPlace *empty() const { return m_empty; }
  QueuePage *page() const { return m_page; }
  FailuresPanel *failures() const { return m_failures; }
  StartPage *start() const { return m_start; }
  RunsPage *runs() const { return m_runs; }
  OverviewPage *overview() const { return m_overview; }
  void setCompact(bool compact);

private:
  EmptyPlace *m_empty;
  QueuePage *m_page;
  FailuresPanel *m_failures;
  StartPage *m_start;
  OverviewPage *m_overview;
  RunsPage *m_runs;
};

} // namespace oxp
