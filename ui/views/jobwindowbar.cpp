// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/jobwindowbar.h"

#include "models/jobtablemodel.h"

#include <QSignalBlocker>

#include <algorithm>

namespace oxp {
namespace {

constexpr int Steps = 10'000; ///< of the bar, however long the state is

qint64 lastStart(qint64 total) {
  return std::max<qint64>(0, total - JobTableModel::WindowRows);
}

} // namespace

JobWindowBar::JobWindowBar(JobTableModel *model, QWidget *parent)
    : QScrollBar(Qt::Vertical, parent) {
  setAccessibleName(tr("Place in the whole state"));
  hide();
  connect(model, &JobTableModel::windowChanged, this, &JobWindowBar::applyWindow);
  connect(this, &QScrollBar::valueChanged, model, [this, model](int value) {
    model->window().moveTo(maximum() > 0 ? lastStart(model->total()) * value / maximum() : 0);
  });
}

void JobWindowBar::applyWindow(bool windowed, qint64 start, qint64 total) {
  setVisible(windowed);
  const QSignalBlocker quiet(this);
  setRange(0, Steps);
  setPageStep(Steps / 50);
  setValue(int(start * Steps / std::max<qint64>(1, lastStart(total))));
}

} // namespace oxp
