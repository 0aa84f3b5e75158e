// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionsummary.h"

#include <QListView>

class QStandardItemModel;

namespace oxp {

/// How many jobs have what in common, a line each with a bar. As high as its lines, so that what is around
/// it scrolls.
class TallyList : public QListView {
  Q_OBJECT

public:
  explicit TallyList(const QString &name, QWidget *parent = nullptr);

  /// `total`: jobs that a full bar would stand for. `more`: what the others are called.
  void setTally(const Tally &tally, qint64 total, const QString &more);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

private:
  void setLine(int row, const QString &words, qint64 jobs, qint64 total);

  QStandardItemModel *m_model;
};

} // namespace oxp
