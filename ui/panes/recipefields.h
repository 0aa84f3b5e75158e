// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"

#include <QList>
#include <QWidget>

namespace oxp {

class TextLabel;

/// A field for each question of a recipe, named as the question: in a row, or one below the other.
class RecipeFields : public QWidget {
  Q_OBJECT

public:
  enum class Layout { Row, Rows };
  RecipeFields(const recipes::Recipe &recipe, const recipes::Answers &answers, Layout layout,
               QWidget *parent = nullptr);

  recipes::Answers answers() const;
  /// The first that is wrong, as a sentence; empty when nothing is. Shows at each field what is wrong there;
  /// that nothing has been answered yet is no fault to be shown.
  QString judge();
  /// Whether an answer is there and wrong, by the last judge().
  bool isAnyWrong() const { return m_wrong; }
  void focusFirst();

signals:
  void changed();

private:
  QWidget *makeField(const recipes::Question &question, const QString &answer);
  QString answerIn(int question) const;

  recipes::Recipe m_recipe;
  QList<QWidget *> m_fields; ///< by question: a line or a box
  bool m_wrong = false;
};

} // namespace oxp
