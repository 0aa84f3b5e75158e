// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/trialfilter.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QStackedWidget;
class QTableView;

namespace oxp {

class SamplesModel;
class SideBySide;
class TextLabel;

/// The jobs of a trial: what becomes of each, and the current one before and after. Where there is none yet,
/// a sentence says why.
class SamplesView : public QWidget {
  Q_OBJECT

public:
  explicit SamplesView(Masks masks, QWidget *parent = nullptr);

  void setReport(const TrialJobs &jobs, std::shared_ptr<const TrialReport> report);
  /// What stands here instead of samples.
  void setSentence(const QString &sentence);
  void setFilter(const TrialFilter &filter);
  /// To the next change (or the one before), in the next job that would change when this one has no more.
  void step(int by);

private:
  QBoxLayout *makeHead();
  QTableView *makeTable();
  void fillFilters();
  void applyFilter();
  void keepCurrent(const QByteArray &id);
  void showCurrent();
  void stepToJob(int by);
  QByteArray currentId() const;
  QString factsOf(const TrialRow &row, const TrialTexts &texts) const;

  Masks m_masks;
  TrialJobs m_jobs;
  SamplesModel *m_model;
  QStackedWidget *m_pages;
  TextLabel *m_sentence;
  QComboBox *m_filter;
  QTableView *m_table;
  SideBySide *m_texts;
  std::vector<TrialFilter> m_filters; ///< by entry of m_filter
  quint64 m_number = 0;               ///< of the latest job whose texts were wanted
  bool m_toLast = false;              ///< the next texts are come to from behind
  bool m_filling = false;             ///< the choices are being made, not chosen
};

} // namespace oxp
