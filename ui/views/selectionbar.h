// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/chosenjobs.h"

#include <QFrame>
#include <QList>

class QAction;
class QHBoxLayout;
class QPushButton;

namespace oxp {

class TextLabel;

/// At the foot of a table while several of its jobs are selected: how many, how to select all that are
/// there, and what can be done to them. A button does what the action of its name does, and is there while
/// that fits.
class SelectionBar : public QFrame {
  Q_OBJECT

public:
  /// `actions`: in the order of the buttons, each with what its button is called.
  explicit SelectionBar(const QList<std::pair<QAction *, QString>> &actions, QWidget *parent = nullptr);

  /// `more`: what the link says, empty = there is nothing more to select.
  void setChosen(const ChosenJobs &chosen, const QString &more);

signals:
  void allWanted();
  void cleared();

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void addButton(QAction *action, const QString &title);
  void openMore();
  void fit();

  TextLabel *m_sentence;
  QPushButton *m_all;
  QPushButton *m_more; ///< what there is no room for
  QHBoxLayout *m_row;
  QList<std::pair<QAction *, QPushButton *>> m_buttons;
};

/// `3 selected`, `All 48,213 that match selected`, and what keeps anything from being done to them.
QString selectionSentence(const ChosenJobs &chosen);

} // namespace oxp
