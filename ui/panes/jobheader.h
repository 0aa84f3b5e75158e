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
  /// A job whose answer has not come yet: `name` is empty where it is not known.
  void setOpening(const QByteArray &name, const QByteArray &id);
  /// And will not come by itself.
  void setUnread();
  void clear();
  /// The job has left the list from which it was chosen: the way on from here is the next failed job, and no
  /// other deed stands in the place of the one that was just done.
  void setLeft(bool left);
  /// Why the job failed, with the way to its stack, where there is no room for a line of its own; empty = not
  /// here.
  void setError(const QString &error);
  /// Where the menu of the recipes opens, on the screen.
  QPoint recipesPlace() const;
  /// Lower, as rows are.
  void setCompact(bool compact);

signals:
  void stackWanted();

protected:
  void resizeEvent(QResizeEvent *event) override;
  void showEvent(QShowEvent *event) override;
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void setupError();
  void setupButtons(ActionSet &actions);
  void setupRecipes(ActionSet &actions);
  void updateRecipes();
  int recipesWordWidth();
  void showRecipesWord();
  void updateButton();
  void showWords();
  QStringList shownParts() const;
  QString fitting(QStringList parts) const;
  void setNames(const QByteArray &name, const QByteArray &id);
  void describe();
  void empty();
  static QStringList words(const JobDetail &detail, qint64 now);
  static QStringList moreWords(const JobDetail &detail);
  static QString times(const JobDetail &detail);

  QList<QAction *> m_candidates; ///< the first that is enabled becomes the button
  QAction *m_next;               ///< goes on to the next failed job
  QAction *m_shown = nullptr;
  QAction *m_recipesAction = nullptr;
  bool m_open = false, m_left = false;
  int m_recipesWord = 0; ///< px that the word on the recipes' button takes; 0 while it is not shown
  QStringList m_parts, m_moreParts; ///< of the words; the second only where there is room
  IconLabel *m_icon;
  TextLabel *m_name, *m_id, *m_words;
  TextLabel *m_error;
  QPushButton *m_stack, *m_recipes, *m_main;
  QToolButton *m_more;
};

} // namespace oxp
