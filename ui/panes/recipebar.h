// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"
#include "ui/panes/recipework.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QDateTime;
class QHBoxLayout;
class QPushButton;

namespace oxp {

class RecipeFields;
class TextLabel;

/// The recipe that is being used on the open job: its name, a field for each question, and the button that
/// saves what it makes of the text below, which shows at once. Esc takes its changes back.
class RecipeBar : public QFrame {
  Q_OBJECT

public:
  /// Questions that have room in a line; with more of them a dialog asks first.
  static constexpr size_t MostFields = 2;

  explicit RecipeBar(JsonEditor *editor, QWidget *parent = nullptr);

  /// What a recipe needs to know of the job and of its surroundings.
  struct Place {
    recipes::Then then = recipes::Then::Nothing; ///< what follows in the job's state
    Masks masks;
    std::function<QDateTime()> now; ///< by the server's clock
    QString me;
  };
  /// Where another one is open its changes are taken back first.
  void start(const recipes::Recipe &recipe, const Place &place);
  bool isOpen() const { return m_work->isOpen(); }
  /// Why what is in the editor cannot be saved now; empty = it can.
  void setObstacle(const QString &why);
  /// Takes the changes back, unless somebody has typed on, and leaves.
  void takeBack();
  /// Leaves the text as it is.
  void end() { m_work->end(); }

signals:
  void saveWanted(oxp::recipes::Then then);
  /// It is open, or is not any more.
  void openChanged();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  void ask();
  void makeFields(const recipes::Answers &answers);
  void answer(const recipes::Answers &answers);
  void follow();
  void leave();
  QString words() const;

  JsonEditor *m_editor;
  RecipeWork *m_work;
  recipes::Recipe m_recipe;
  Place m_place;
  QString m_missing, m_obstacle;
  bool m_open = false;
  QHBoxLayout *m_line;
  QPointer<RecipeFields> m_fields;
  TextLabel *m_name, *m_words;
  QPushButton *m_main, *m_close;
};

} // namespace oxp
