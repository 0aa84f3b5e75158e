// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"
#include "ui/dialogs/dialogframe.h"

namespace oxp {

class RecipeFields;

/// Asks the questions of a recipe that has too many of them for a line. Writes nothing.
class AnswersDialog : public DialogFrame {
  Q_OBJECT

public:
  explicit AnswersDialog(const recipes::Recipe &recipe, QWidget *parent = nullptr);

signals:
  /// All of them, and right.
  void answered(const oxp::recipes::Answers &answers);

private:
  void judge();

  RecipeFields *m_fields;
  QPushButton *m_main;
};

} // namespace oxp
