// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Folding by the token table. Scintilla's own fold calls believe the levels of lines that were never shown.
#include "ui/editor/jsoneditor.h"

#include "ui/editor/editorlimits.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace oxp {

void JsonEditor::toggleFold(long line) {
  settleStep();
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
  send(SCI_HIDELINES, fold.first + 1, qint64(fold.last));
  // Kept by ourselves: SCI_CONTRACTEDFOLDNEXT finds nothing here.
  const auto place = std::lower_bound(m_closed.begin(), m_closed.end(), fold.first);
  if (place == m_closed.end() || *place != fold.first)
    m_closed.insert(place, fold.first);
}

void JsonEditor::openFold(const FoldTable::Fold &fold) {
  const FoldTable::Fold opened = fold;
  send(SCI_SETFOLDEXPANDED, opened.first, qint64(1));
  send(SCI_SHOWLINES, opened.first + 1, qint64(opened.last));
  const auto place = std::lower_bound(m_closed.begin(), m_closed.end(), opened.first);
  if (place != m_closed.end() && *place == opened.first)
    m_closed.erase(place);
  hideClosedWithin(opened);
}

void JsonEditor::hideClosedWithin(const FoldTable::Fold &fold) {
  qint32 hidden = -1; // up to here by one of them already
  for (auto line = std::upper_bound(m_closed.begin(), m_closed.end(), fold.first);
       line != m_closed.end() && *line <= fold.last; ++line) {
    const FoldTable::Fold *inner = *line > hidden ? m_folds.opening(*line) : nullptr;
    if (!inner)
      continue;
    send(SCI_HIDELINES, inner->first + 1, qint64(inner->last));
    hidden = inner->last - 1;
  }
}

void JsonEditor::showLines(long first, long last) {
  settleStep();
  for (const FoldTable::Fold &fold : m_folds.around(last)) {
    if (!send(SCI_GETFOLDEXPANDED, fold.first))
      openFold(fold);
  }
  for (const FoldTable::Fold &fold : m_folds.around(first)) {
    if (!send(SCI_GETFOLDEXPANDED, fold.first))
      openFold(fold);
  }
  if (!send(SCI_GETLINEVISIBLE, first) || !send(SCI_GETLINEVISIBLE, last))
    send(SCI_SHOWLINES, first, qint64(last));
}

/// After an edit of a bracket a line may be marked closed that opens nothing: what it hid must come back.
void JsonEditor::reopenOrphans() {
  const std::vector<qint32> closed = m_closed;
  for (const qint32 line : closed) {
    if (m_folds.opening(line))
      continue;
    const long shown = send(SCI_DOCLINEFROMVISIBLE, send(SCI_VISIBLEFROMDOCLINE, line) + 1);
    openFold({line, qint32(std::max<long>(line + 1, shown - 1)), 0});
  }
}

void JsonEditor::foldAtCaret() {
  settleStep();
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

void JsonEditor::foldAll() {
  settleStep();
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
  if (revision != m_revision)
    return;
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
}

void JsonEditor::unfoldAll() {
  // Showing the same document anew forgets all contraction at once; line by line it takes 425 ms at 30 MB.
  settleStep();
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
