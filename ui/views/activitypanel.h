// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activitymodel.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace oxp {

/// The list `Activity`: a row for each piece of long work, with its progress, rate, time left and Cancel, and
/// at its end what was and was not done.
class ActivityPanel : public QWidget {
  Q_OBJECT

public:
  static constexpr int MostRows = 50;

  explicit ActivityPanel(ActivityModel &model, QWidget *parent = nullptr);

private:
  class Row;
  void insert(int first, int last);
  void remove(int first, int last);
  void drop(int first, int last);
  void update(int first, int last);

  ActivityModel &m_model;
  QVBoxLayout *m_rows;
  std::vector<Row *> m_shown;
};

} // namespace oxp
