// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/trialfilter.h"

#include <QListView>

class QStandardItemModel;

namespace oxp {

/// `Outcome of the trial`: how many jobs would change, stay or be refused, and below these why. A click or
/// Return on a row wants its jobs to be shown.
class OutcomeList : public QListView {
  Q_OBJECT

public:
  explicit OutcomeList(QWidget *parent = nullptr);

  /// Nothing: nothing was tried.
  void setSum(const std::optional<edits::TrialSum> &sum);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

signals:
  void filterWanted(const oxp::TrialFilter &filter);

protected:
  void keyPressEvent(QKeyEvent *event) override;
  void changeEvent(QEvent *event) override;

private:
  void add(edits::TrialOutcome::Kind kind, int jobs);
  void addReason(const edits::TrialSum &sum, int reason);

  QStandardItemModel *m_model;
  std::vector<TrialFilter> m_filters; ///< by row
};

} // namespace oxp
