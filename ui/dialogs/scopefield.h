// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/selection.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QSpinBox;

namespace oxp {

class TextLabel;

/// `Which` of a state's jobs are meant: all, so many from the newest or the oldest on, or those that finished
/// before a time.
class ScopeField : public QWidget {
  Q_OBJECT

public:
  explicit ScopeField(JobState state, QWidget *parent = nullptr);

  Selection::WholeState scope() const;

signals:
  /// Another scope is meant: at once, and while somebody types, with each key.
  void touched();
  /// It is known which; while somebody types, after a pause.
  void changed();

private:
  enum Which { All, Newest, Oldest, Before };
  void add(Which which, const QString &words);
  Which which() const;
  void showFields();

  JobState m_state;
  QComboBox *m_which;
  QSpinBox *m_count;
  TextLabel *m_jobs;
  QDateTimeEdit *m_before;
};

} // namespace oxp
