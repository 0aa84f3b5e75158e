// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runpace.h"
#include "models/runrow.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace oxp {

class IconLabel;
class ProgressLine;
class TextLabel;

/// What can be done with a run now. What cannot has no button.
struct RunOffers {
  bool undo = false, rest = false, exported = false, pause = false, goOn = false, cancel = false;
  bool operator==(const RunOffers &) const = default;
};

/// It is certain that the run has not changed such a job, and nothing of it is on its way: such jobs are the
/// rest that can be tried again.
bool isUntouched(audit::ItemState state);

/// What there is to do with a run that stands so. `may`: its server can be reached, and the person may write
/// there; `writes`: other runs can be begun from here.
RunOffers offersFor(const RunRow &row, bool may, bool writes);

/// The head of a run: what it is, the facts, what can be done with it, and how far it is while it goes on.
class RunHead : public QWidget {
  Q_OBJECT

public:
  explicit RunHead(QWidget *parent = nullptr);

  void show(const RunRow &row, const RunOffers &offers);
  /// `words`: how it goes, see runtext::going().
  void showProgress(double share, const QString &words);
  /// It has been asked to stop, and has not yet.
  void setStopping(bool stopping);

signals:
  void undoWanted();
  void restWanted();
  void exportWanted();
  void pauseWanted();
  void goOnWanted();
  void cancelWanted();

private:
  QPushButton *addButton(QHBoxLayout *row, const QString &words, const QString &name,
                         void (RunHead::*wanted)());
  QWidget *makeProgress();

  IconLabel *m_mark;
  TextLabel *m_title, *m_facts;
  QPushButton *m_undo, *m_rest, *m_export, *m_pause, *m_goOn, *m_cancel;
  QWidget *m_progress;
  ProgressLine *m_bar = nullptr;
  TextLabel *m_going = nullptr;
};

} // namespace oxp
