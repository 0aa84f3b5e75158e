// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QWidget>

class QAction;
class QPushButton;
class QToolButton;

namespace oxp {

class ActionSet;
class Tag;
class TextLabel;

/// The line over a queue: its name, PAUSED, family and version, workers, and the queue's actions.
class QueueHeader : public QWidget {
  Q_OBJECT

public:
  explicit QueueHeader(ActionSet &actions, QWidget *parent = nullptr);

  static constexpr int NotRead = -1, NotToldHere = -2;
  /// `workers`: how many, NotRead, or NotToldHere where this user may not list them.
  void setQueue(const QueueInfo &queue, bool paused, int workers);
  /// Lower, as rows are.
  void setCompact(bool compact);

private:
  void setupButtons(ActionSet &actions);
  /// The button that fits: pause or resume. Follows the actions' enabled state.
  void updateButton();
  QString facts(const QueueInfo &queue, int workers) const;

  QList<QAction *> m_candidates; ///< the first that is enabled becomes the button
  QAction *m_shown = nullptr;
  TextLabel *m_name;
  Tag *m_paused;
  TextLabel *m_facts;
  QPushButton *m_main;
  QToolButton *m_more;
};

/// Why a queue can only be read, as a sentence; empty when it can be written.
QString readOnlySentence(const QueueInfo &queue);

} // namespace oxp
