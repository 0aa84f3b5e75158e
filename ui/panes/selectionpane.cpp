// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/selectionpane.h"

#include "models/selectiontext.h"
#include "ui/panes/selectionheader.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/panetabbar.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/tallylist.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Side = 16, Top = 10, SectionGap = 14, NoteGap = 8;      // px
constexpr int FootHeight = 44, CompactFootHeight = 32, FootSide = 12; // the foot is level with the list's bar

void showPart(QWidget *head, QWidget *part, bool shown) {
  head->setVisible(shown);
  part->setVisible(shown);
}

/// What comes later is no part of it, whatever the search or the list goes on to find.
QString followSentence(const ChosenJobs &chosen, bool isSearch) {
  const bool failed = chosen.states.size() == 1 && chosen.states.front() == JobState::Failed;
  if (isSearch)
    return failed ? SelectionPane::tr("The selection follows the search until a preview opens; then it is "
                                      "frozen. Jobs that fail later are not touched.")
                  : SelectionPane::tr("The selection follows the search until a preview opens; then it is "
                                      "frozen. Jobs that come later are not touched.");
  return failed ? SelectionPane::tr("The selection follows the list until a preview opens; then it is "
                                    "frozen. Jobs that fail later are not touched.")
                : SelectionPane::tr("The selection follows the list until a preview opens; then it is "
                                    "frozen. Jobs that come later are not touched.");
}

} // namespace

SelectionPane::SelectionPane(QWidget *parent)
    : QWidget(parent)
    , m_header(new SelectionHeader)
    , m_tabs(new PaneTabBar)
    , m_kept(new Strip)
    , m_names(new TallyList(tr("By name")))
    , m_errors(new TallyList(tr("By error")))
    , m_facts(new FactRows)
    , m_noteText(new TextLabel({}, Tint::Text2))
    , m_sentence(new TextLabel({}, Tint::Text2)) {
  m_tabs->addTab(tr("Selection"));
  m_tabs->setAccessibleName(tr("Parts of the selection"));
  m_kept->hide();
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_kept);
  column->addWidget(makeBody(), 1);
  column->addWidget(makeFoot());
}

TextLabel *SelectionPane::addHead(QVBoxLayout *column, const QString &words) {
  auto *head = new TextLabel(words);
  head->setFont(fonts::uiBold());
  head->setFixedHeight(fonts::rowHeight(font()));
  column->addWidget(head);
  return head;
}

QWidget *SelectionPane::makeBody() {
  auto *body = new QWidget;
  auto *column = new QVBoxLayout(body);
  column->setContentsMargins(Side, Top, Side, Top);
  column->setSpacing(0);
  m_nameHead = addHead(column, m_names->accessibleName());
  column->addWidget(m_names);
  m_errorHead = addHead(column, m_errors->accessibleName());
  column->addWidget(m_errors);
  m_factHead = addHead(column, tr("Together"));
  column->addWidget(m_facts);
  for (TextLabel *head : {m_errorHead, m_factHead}) { // room above all but the first
    head->setFixedHeight(head->height() + SectionGap);
    head->setContentsMargins(0, SectionGap, 0, 0);
  }
  m_note = new QWidget;
  auto *note = new QHBoxLayout(m_note);
  note->setContentsMargins(0, SectionGap, 0, 0);
  note->setSpacing(NoteGap);
  note->addWidget(new IconLabel(IconId::Info, Tint::Text2, StripIcon), 0, Qt::AlignTop);
  m_noteText->setFont(fonts::small());
  m_noteText->setWordWrap(true);
  note->addWidget(m_noteText, 1);
  column->addWidget(m_note);
  column->addStretch(1);
  body->setBackgroundRole(QPalette::Base);
  body->setAutoFillBackground(true);
  auto *scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setAccessibleName(tr("What is selected"));
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setWidget(body);
  return scroll;
}

QWidget *SelectionPane::makeFoot() {
  m_foot = new QWidget;
  m_foot->setFixedHeight(FootHeight);
  auto *row = new QHBoxLayout(m_foot);
  row->setContentsMargins(FootSide, 0, FootSide, 0);
  m_sentence->setFont(fonts::small());
  m_sentence->setElide(Qt::ElideRight);
  row->addWidget(m_sentence, 1);
  return m_foot;
}

void SelectionPane::setChosen(const ChosenJobs &chosen, const QString &search) {
  m_chosen = chosen;
  m_search = search;
  m_header->setChosen(chosen, search);
  tell();
}

void SelectionPane::setSummary(const SelectionSummary &sum, qint64 now) {
  m_counted = sum.jobs;
  m_names->setTally(sum.names, sum.jobs, selectiontext::moreNames(sum.names));
  m_errors->setTally(sum.errors, sum.jobs, selectiontext::moreErrors(sum.errors));
  std::vector<std::pair<QString, QString>> facts;
  for (const selectiontext::Fact &fact : selectiontext::together(sum, now))
    facts.emplace_back(fact.label, fact.value);
  m_facts->setFacts(facts);
  showPart(m_nameHead, m_names, !sum.names.isEmpty());
  showPart(m_errorHead, m_errors, !sum.errors.isEmpty());
  showPart(m_factHead, m_facts, !facts.empty());
  tell();
}

/// Says what it was counted from wherever that is not each of the selected jobs.
void SelectionPane::tell() {
  const bool whole = m_counted >= m_chosen.count;
  const QString counted = m_counted < 0 ? tr("Counting…") : selectiontext::countedFrom(m_counted, whole);
  const QString alone =
      tr("Nothing acts on one of them alone: Esc, or a click on a row, goes back to one job");
  const QString note = m_chosen.isAll ? followSentence(m_chosen, !m_search.isEmpty())
                       : whole        ? QString()
                                      : counted;
  m_sentence->setText(m_chosen.isAll ? counted : alone);
  m_noteText->setText(note);
  m_note->setVisible(!note.isEmpty());
  setAccessibleDescription(m_header->accessibleDescription());
}

void SelectionPane::setKept(const QString &job) {
  m_kept->setVisible(!job.isEmpty());
  if (!job.isEmpty())
    m_kept->setContent(NoticeKind::Info, tr("What you typed in %1 is kept and is no part of this").arg(job));
}

void SelectionPane::focusLists() {
  m_names->setFocus();
}

void SelectionPane::setCompact(bool compact) {
  m_header->setCompact(compact);
  m_foot->setFixedHeight(compact ? CompactFootHeight : FootHeight);
}

} // namespace oxp
