// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QWidget>

class QAction;
class QPushButton;
class QToolButton;

namespace oxp {

class ActionSet;
class IconLabel;
class TextLabel;

/// The 40 px line over the job pane: state, name, id, and in words how the job fares; the button that fits
/// its state. Draggable as the dock's title.
class JobHeader : public QWidget {
  Q_OBJECT

public:
  explicit JobHeader(ActionSet &actions, QWidget *parent = nullptr);

  /// A dock asks its title for the hint alone and not for the fixed height.
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  void setJob(const JobDetail &detail, qint64 now);
  void clear();

private:
  void setupButtons(ActionSet &actions);
  void updateButton();
  static QString words(const JobDetail &detail, qint64 now);
  static QString times(const JobDetail &detail);

  QList<QAction *> m_candidates; ///< the first that is enabled becomes the button
  QAction *m_shown = nullptr;
  IconLabel *m_icon;
  TextLabel *m_name, *m_id, *m_words;
  QPushButton *m_main;
  QToolButton *m_more;
};

} // namespace oxp
