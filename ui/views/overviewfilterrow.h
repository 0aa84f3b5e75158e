// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewmodel.h"
#include "models/overviewtotals.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QToolButton;

namespace oxp {

class TextLabel;
class ToggleChip;

/// What narrows the overview: a field, and chips that exclude each other, each with its number of queues. At
/// the right when it was counted, and the choice of columns.
class OverviewFilterRow : public QWidget {
  Q_OBJECT

public:
  explicit OverviewFilterRow(QWidget *parent = nullptr);

  void apply(const OverviewTotals &totals);
  OverviewFilter filter() const;
  void setKind(OverviewFilter::Kind kind);
  void clear();
  void setNarrow(bool narrow);
  /// `tip`: how it is kept up to date.
  void setCounted(const QString &words, const QString &tip);
  void focusField();
  QToolButton *columnsButton() const { return m_columns; }

signals:
  void filterChanged();
  /// Return or Down in the field.
  void leftForTable();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void addChip(OverviewFilter::Kind kind, ToggleChip *chip);

  QLineEdit *m_field;
  QButtonGroup *m_chips;
  TextLabel *m_counted;
  QToolButton *m_columns;
};

} // namespace oxp
