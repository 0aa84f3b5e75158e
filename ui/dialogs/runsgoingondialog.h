// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"

#include <QDialog>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace oxp {

class ProgressLine;
class TextLabel;

/// Asks what becomes of runs under way when the window closes. Whoever made it deletes it.
class RunsGoingOnDialog : public QDialog {
  Q_OBJECT

public:
  explicit RunsGoingOnDialog(QWidget *parent = nullptr);

  /// The runs as they are now, which may be less.
  void setRuns(const std::vector<RunRow> &runs);
  /// One of the two has been chosen: waits until they have stopped.
  void setStopping();

signals:
  void keepWanted();   ///< paused, to be offered at the next start
  void cancelWanted(); ///< ended for good

private:
  struct Row {
    TextLabel *words;
    ProgressLine *bar;
  };
  Row addRow(const RunRow &run);
  void setupButtons(QVBoxLayout *outer);

  QVBoxLayout *m_list;
  std::vector<Row> m_rows;
  TextLabel *m_sentence;
  QPushButton *m_cancel = nullptr, *m_keep = nullptr;
};

} // namespace oxp
