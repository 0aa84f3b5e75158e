// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionsummary.h"
#include "ui/views/chosenjobs.h"

#include <QWidget>

class QVBoxLayout;

namespace oxp {

class FactRows;
class PaneTabBar;
class SelectionHeader;
class Strip;
class TallyList;
class TextLabel;

/// What several selected jobs are, in the place of the pane of one: by name, by error, and together. Shows
/// what it is told; nothing can be done here.
class SelectionPane : public QWidget {
  Q_OBJECT

public:
  explicit SelectionPane(QWidget *parent = nullptr);

  /// Can be shown elsewhere (the dock's title).
  SelectionHeader *header() const { return m_header; }
  /// `search`: the query that found them; empty where they are of a list.
  void setChosen(const ChosenJobs &chosen, const QString &search);
  /// `now`: ms since the epoch, by the server's clock.
  void setSummary(const SelectionSummary &sum, qint64 now);
  /// The job whose text was being typed when the pane came, `refund #104203`; empty = none.
  void setKept(const QString &job);
  /// Puts the keyboard into the first list.
  void focusLists();
  /// Header and foot lower, as rows are.
  void setCompact(bool compact);

private:
  QWidget *makeBody();
  QWidget *makeFoot();
  TextLabel *addHead(QVBoxLayout *column, const QString &words);
  void tell();

  ChosenJobs m_chosen;
  QString m_search;
  qint64 m_counted = -1; ///< jobs of the last summary; -1 = there is none yet
  SelectionHeader *m_header;
  PaneTabBar *m_tabs;
  Strip *m_kept;
  TextLabel *m_nameHead = nullptr, *m_errorHead = nullptr, *m_factHead = nullptr;
  TallyList *m_names, *m_errors;
  FactRows *m_facts;
  QWidget *m_note = nullptr;
  TextLabel *m_noteText;
  QWidget *m_foot = nullptr;
  TextLabel *m_sentence;
};

} // namespace oxp
