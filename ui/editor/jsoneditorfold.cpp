// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Folding by the token table. Scintilla's own fold calls believe the levels of lines that were never shown.
#include "ui/editor/jsoneditor.h"

#include "ui/editor/editorlimits.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace oxp {

bool JsonEditor::mayFold() {
  settleStep();
  if (hasFoldableSize())
    return true;
  emit refused(tr("A text of this size cannot be folded."));
  return false;
}

void JsonEditor::toggleFold(long line) {
  if (!mayFold())
    return;
  if (const FoldTable::Fold *fold = m_folds.opening(line)) {
    if (send(SCI_GETFOLDEXPANDED, line))
      closeFold(*fold);
    else
      openFold(*fold);
  }
}

void JsonEditor::closeFold(const FoldTable::Fold &fold) {
  // A caret in what disappears moves to the line that stays.
  const long caretLine = lineOf(caretOffset());
  if (caretLine > fold.first && caretLine <= fold.last)
    send(SCI_GOTOPOS, send(SCI_GETLINEENDPOSITION, fold.first));
  send(SCI_SETFOLDEXPANDED, fold.first, qint64(0));
  setLinesShown(fold.first + 1, fold.last, false);
  // Kept by ourselves: SCI_CONTRACTEDFOLDNEXT finds nothing here.
  const auto place = std::lower_bound(m_closed.begin(), m_closed.end(), fold.first);
  if (place == m_closed.end() || *place != fold.first)
    m_closed.insert(place, fold.first);
}

void JsonEditor::openFold(const FoldTable::Fold &fold) {
  const FoldTable::Fold opened = fold;
  send(SCI_SETFOLDEXPANDED, opened.first, qint64(1));
  setLinesShown(opened.first + 1, opened.last, true);
  const auto place = std::lower_bound(m_closed.begin(), m_closed.end(), opened.first);
  if (place != m_closed.end() && *place == opened.first)
    m_closed.erase(place);
  hideClosedWithin(opened);
}

/// A million lines take Scintilla 70 ms: they go in slices, the first of them at once, where the person
/// looks.
void JsonEditor::setLinesShown(long first, long last, bool shown) {
  if (first > last)
    return;
  m_foldWork.push_back({first, last, shown});
  if (!m_foldWorkQueued)
    foldLines();
}

/// Scintilla makes a table of all lines at the first fold of a document, 45 to 110 ms for a million, and in
/// one go. False: that was enough for one turn.
bool JsonEditor::makeFoldReady() {
  const long lines = send(SCI_GETLINECOUNT);
  if (std::exchange(m_foldReady, true) || lines <= limits::FoldAtOnceLines)
    return true;
  send(SCI_HIDELINES, lines - 1, qint64(lines - 1));
  send(SCI_SHOWLINES, lines - 1, qint64(lines - 1));
  return false;
}

void JsonEditor::foldLines() {
  m_foldWorkQueued = !makeFoldReady();
  if (m_foldWorkQueued) {
    QMetaObject::invokeMethod(this, &JsonEditor::foldLines, Qt::QueuedConnection);
    return;
  }
  long left = limits::FoldSliceLines;
  while (!m_foldWork.empty() && left > 0) {
    FoldWork &work = m_foldWork.front();
    const long last = std::min(work.last, work.first + left - 1);
    send(work.shown ? SCI_SHOWLINES : SCI_HIDELINES, work.first, qint64(last));
    left -= last - work.first + 1;
    work.first = last + 1;
    if (work.first > work.last)
      m_foldWork.pop_front();
  }
  if (m_foldWork.empty())
    return;
  m_foldWorkQueued = true;
  QMetaObject::invokeMethod(this, &JsonEditor::foldLines, Qt::QueuedConnection);
}

/// Before line numbers change, and before somebody asks which lines show.
void JsonEditor::finishFolding() {
  for (const FoldWork &work : std::exchange(m_foldWork, {}))
    send(work.shown ? SCI_SHOWLINES : SCI_HIDELINES, work.first, qint64(work.last));
}

void JsonEditor::hideClosedWithin(const FoldTable::Fold &fold) {
  qint32 hidden = -1; // up to here by one of them already
  for (auto line = std::upper_bound(m_closed.begin(), m_closed.end(), fold.first);
       line != m_closed.end() && *line <= fold.last; ++line) {
    const FoldTable::Fold *inner = *line > hidden ? m_folds.opening(*line) : nullptr;
    if (!inner)
      continue;
    setLinesShown(inner->first + 1, inner->last, false);
    hidden = inner->last - 1;
  }
}

void JsonEditor::showLines(long first, long last) {
  settleStep();
  finishFolding();
  for (const FoldTable::Fold &fold : m_folds.around(last)) {
    if (!send(SCI_GETFOLDEXPANDED, fold.first))
      openFold(fold);
  }
  for (const FoldTable::Fold &fold : m_folds.around(first)) {
    if (!send(SCI_GETFOLDEXPANDED, fold.first))
      openFold(fold);
  }
  finishFolding();
  if (!send(SCI_GETLINEVISIBLE, first) || !send(SCI_GETLINEVISIBLE, last))
    send(SCI_SHOWLINES, first, qint64(last));
}

/// After an edit of a bracket a line may be marked closed that opens nothing: what it hid must come back.
void JsonEditor::reopenOrphans() {
  const std::vector<qint32> closed = m_closed;
  finishFolding();
  for (const qint32 line : closed) {
    if (m_folds.opening(line))
      continue;
    const long shown = send(SCI_DOCLINEFROMVISIBLE, send(SCI_VISIBLEFROMDOCLINE, line) + 1);
    openFold({line, qint32(std::max<long>(line + 1, shown - 1)), 0});
  }
}

void JsonEditor::foldAtCaret() {
  if (!mayFold())
    return;
  const long line = lineOf(caretOffset());
  const FoldTable::Fold *here = m_folds.opening(line);
  if (here && send(SCI_GETFOLDEXPANDED, line)) {
    closeFold(*here);
    return;
  }
  for (const FoldTable::Fold &fold : m_folds.around(line)) {
    if (send(SCI_GETFOLDEXPANDED, fold.first)) {
      closeFold(fold);
      return;
    }
  }
}

void JsonEditor::unfoldAtCaret() {
  settleStep();
  const FoldTable::Fold *fold = m_folds.opening(lineOf(caretOffset()));
  if (fold && !send(SCI_GETFOLDEXPANDED, fold->first))
    openFold(*fold);
}

void JsonEditor::foldEverything() {
  if (!mayFold())
    return;
  auto folds = std::make_shared<std::vector<FoldTable::Fold>>();
  const long outer = m_folds.folds().empty() ? 0 : m_folds.depth(m_folds.folds().front().first);
  long behind = -1; // the last line of the fold before: of those that share a line the outermost counts
  for (const FoldTable::Fold &fold : m_folds.folds()) {
    if (fold.first > behind && m_folds.depth(fold.first) == outer + 1) {
      folds->push_back(fold);
      behind = fold.last - 1;
    }
  }
  foldSlice(folds, 0, m_revision);
}

void JsonEditor::foldSlice(std::shared_ptr<const std::vector<FoldTable::Fold>> folds, size_t from,
                           quint64 revision) {
  m_foldsToClose = revision == m_revision && from < folds->size();
  if (revision != m_revision)
    return;
  if (!makeFoldReady()) {
    QMetaObject::invokeMethod(
        this, [this, folds, from, revision] { foldSlice(folds, from, revision); }, Qt::QueuedConnection);
    return;
  }
  QElapsedTimer clock;
  clock.start();
  {
    const QSignalBlocker quiet(verticalScrollBar()); // each step would lay the scroll area out again
    setUpdatesEnabled(false);
    while (from < folds->size() && (from % 16 != 0 || clock.elapsed() < limits::SliceMs))
      closeFold((*folds)[from++]);
    setUpdatesEnabled(true);
  }
  if (from < folds->size())
    QMetaObject::invokeMethod(
        this, [this, folds, from, revision] { foldSlice(folds, from, revision); }, Qt::QueuedConnection);
  else
    send(SCI_SCROLLCARET);
  m_foldsToClose = from < folds->size();
}

void JsonEditor::unfoldEverything() {
  // Showing the same document anew forgets all contraction at once; line by line it takes 425 ms at 30 MB.
  settleStep();
  m_foldWork.clear();
  const qint64 anchor = send(SCI_GETANCHOR);
  const qint64 caret = caretOffset();
  const long firstLine = send(SCI_DOCLINEFROMVISIBLE, send(SCI_GETFIRSTVISIBLELINE));
  const qint64 document = send(SCI_GETDOCPOINTER);
  send(SCI_ADDREFDOCUMENT, 0, document);
  send(SCI_SETDOCPOINTER, 0, document);
  send(SCI_RELEASEDOCUMENT, 0, document);
  showDocument(reinterpret_cast<void *>(document));
  send(SCI_SETSEL, anchor, caret);
  send(SCI_SETFIRSTVISIBLELINE, firstLine);
}

} // namespace oxp
