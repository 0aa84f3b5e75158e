// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/chosenjobs.h"

#include <QWidget>

class QPushButton;

namespace oxp {

class IconLabel;
class TextLabel;

/// The line over a selection, in the place of a job's: how many, of what, and the way to one of them.
class SelectionHeader : public QWidget {
  Q_OBJECT

public:
  explicit SelectionHeader(QWidget *parent = nullptr);

  /// A dock asks its title for the hint alone and not for the fixed height.
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  /// `search`: the query that found them; empty where they are of a list.
  void setChosen(const ChosenJobs &chosen, const QString &search);
  /// The job of the current row, `refund #104203`; empty = there is none.
  void setJob(const QString &job);
  /// Lower, as rows are.
  void setCompact(bool compact);

signals:
  void jobWanted();

private:
  IconLabel *m_icon;
  TextLabel *m_count, *m_words;
  QPushButton *m_job;
};

} // namespace oxp
