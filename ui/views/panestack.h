// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "ui/views/chosenjobs.h"
#include "workspace/profilesession.h"

#include <QPointer>
#include <QStackedWidget>

#include <optional>

namespace oxp {

class JobListPanel;
class JobPane;
class SelectionCounter;
class SelectionPane;
class Strip;

/// What a queue's dock holds: the pane of the open job and, while several jobs are selected, the selection
/// over it. The pane is only covered then: it stays with its job, and text that is being typed there stays
/// as it is until a single other job is chosen.
class PaneStack : public QStackedWidget {
  Q_OBJECT

public:
  /// `list` outlives this; `pane` becomes a part of it.
  PaneStack(JobListPanel *list, JobPane *pane, QWidget *parent = nullptr);

  /// The line over whatever is shown; can be shown elsewhere (the dock's title).
  QWidget *header() const { return m_headers; }
  /// The selection is shown, and not the job: nothing there can be acted on.
  bool isCovered() const;
  /// Another queue, or none: nothing is left of the one before.
  void setSession(ProfileSession *session);
  /// A person has made another row the current one; nothing = none is. Opens its job unless text is being
  /// typed in another one and several are selected.
  void setCurrent(const QueueInfo &queue, const std::optional<JobRow> &job);
  /// A job was opened in the pane by its id: it shows, whatever is selected.
  void showPane();
  /// Puts the keyboard into what is shown.
  void focusShown();
  /// Ctrl+PgDown and Ctrl+PgUp: as JobPane::stepTab(), where that shows.
  void stepTab(int direction);
  void setCompact(bool compact);

signals:
  void coveredChanged();

protected:
  void keyPressEvent(QKeyEvent *event) override;

private:
  QWidget *makeJobPage();
  void setupList();
  void setupKeys();
  void setChosen(const ChosenJobs &chosen);
  void openCurrent();
  void settle();
  void showCurrent();
  void leave();
  void showChosen();
  void tellKept();

  JobListPanel *m_list;
  JobPane *m_pane;
  SelectionPane *m_selection;
  SelectionCounter *m_counter;
  QStackedWidget *m_headers;
  Strip *m_selected; ///< over a job that is shown while several are selected
  QPointer<ProfileSession> m_session;
  QueueInfo m_queue; ///< of the current job
  std::optional<JobRow> m_current;
  ChosenJobs m_chosen;
  bool m_pending = false; ///< the current job is still to be opened
  bool m_alone = false;   ///< the pane shows although several are selected
};

} // namespace oxp
