// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Following edits: what Scintilla announces, and what that means for all that is known of the text.
#include "ui/editor/jsoneditor.h"

#include "base/background.h"
#include "ui/editor/editoraccessible.h"
#include "ui/editor/editorlimits.h"

#include <QThreadPool>

#include <algorithm>
#include <tuple>

namespace oxp {
namespace {

constexpr qsizetype CheapToFree = 1'000'000; // bytes

/// Lets go of something large on a worker: giving 60 MB back takes 10 ms.
template <typename T>
void dropLater(T value) {
  QThreadPool::globalInstance()->start([value = std::move(value)]() mutable { value = T(); });
}

} // namespace

void JsonEditor::onModified(int position, int type, int length, int token) {
  if (type & SC_MOD_CONTAINER) {
    const bool undo = type & SC_PERFORMED_UNDO;
    if (token == RevealToken || m_peeking) {
      m_crossedReveal = m_crossedReveal || token == RevealToken;
      return;
    }
    // Never from inside a notification: the document that sends it must stay.
    if (!m_swapping && (type & (SC_PERFORMED_UNDO | SC_PERFORMED_REDO)))
      QMetaObject::invokeMethod(
          this, [this, token, undo] { crossSwap(token, undo); }, Qt::QueuedConnection);
    return;
  }
  if (!(type & (SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE)))
    return;
  settleStep();
  finishFolding();
  const long line = lineOf(position);
  const bool inserts = type & SC_MOD_BEFOREINSERT;
  if (!inserts)
    EditorAccessible::tellRemoved(this, position, length);
  m_step = Step{position, inserts ? 0 : length,   inserts ? length : 0,
                line,     send(SCI_GETLINECOUNT), send(SCI_POSITIONFROMLINE, line) == position};
  if ((type & SC_PERFORMED_USER) && !m_history.isEmpty())
    m_history.forgetAfter(reinterpret_cast<void *>(send(SCI_GETDOCPOINTER)));
  noteEdit({position, m_step->removed, m_step->added, !m_revealing});
}

void JsonEditor::noteEdit(const Edit &edit) {
  forgetText();
  ++m_revision;
  m_edits.push_back(edit);
  if (m_edits.size() > limits::EditsTold) {
    Edit all = m_edits.front();
    for (size_t i = 1; i < m_edits.size(); ++i) {
      const Edit &next = m_edits[i];
      const qint64 start = std::min(all.position, next.position);
      const qint64 end = std::max(all.position + all.added, next.position + next.removed);
      all = {start, end - (all.added - all.removed) - start, end + next.added - next.removed - start,
             all.told || next.told};
    }
    m_edits = {all};
  }
  if (!m_editsQueued) {
    m_editsQueued = true;
    QMetaObject::invokeMethod(this, &JsonEditor::announceEdits, Qt::QueuedConnection);
  }
}

void JsonEditor::forgetText() {
  if (m_snapshot.size() > CheapToFree)
    dropLater(std::exchange(m_snapshot, {}));
  m_snapshot = QByteArray();
  if (m_scan && m_scan->tokens.size() * sizeof(json::Token) > CheapToFree)
    dropLater(std::exchange(m_scan, {}));
  m_scan.reset();
}

void JsonEditor::settleStep() {
  if (!m_step)
    return;
  const Step step = *std::exchange(m_step, std::nullopt);
  followLines(step);
  followMarks(step);
  if (step.added > 0)
    EditorAccessible::tellInserted(this, step.position, step.added);
}

void JsonEditor::settle() {
  settleStep();
}

void JsonEditor::followLines(const Step &step) {
  const long delta = send(SCI_GETLINECOUNT) - step.lineCount;
  if (delta != 0) {
    m_folds.shift(step.line, step.atLineStart, delta);
    const qint32 first = qint32(step.line) + (step.atLineStart ? 0 : 1); // what moves, as Scintilla does it
    const auto moved = std::lower_bound(m_closed.begin(), m_closed.end(), first);
    const auto stays = delta < 0 ? std::lower_bound(moved, m_closed.end(), first - delta) : moved;
    std::for_each(stays, m_closed.end(), [delta](qint32 &line) { line += qint32(delta); });
    m_closed.erase(moved, stays);
    const auto after = std::upper_bound(m_changed.begin(), m_changed.end(), qint32(step.line));
    std::for_each(after, m_changed.end(), [&](qint32 &line) {
      line = qint32(delta > 0 ? line + delta : std::max(step.line, line + delta));
    });
  }
  // Until the next comparison what was touched counts as changed.
  for (long line = step.line; line <= step.line + std::clamp(delta, 0L, 200L); ++line) {
    const auto place = std::lower_bound(m_changed.begin(), m_changed.end(), qint32(line));
    if (place == m_changed.end() || *place != line)
      m_changed.insert(place, qint32(line));
  }
}

void JsonEditor::followMarks(const Step &step) {
  if (m_elisions.isEmpty())
    return;
  const auto from = std::lower_bound(m_marks.begin(), m_marks.end(), step.position,
                                     [](const MarkPlace &mark, qint64 at) { return mark.offset < at; });
  const auto behind = std::find_if(from, m_marks.end(), [&](const MarkPlace &mark) {
    return mark.offset >= step.position + step.removed;
  });
  std::for_each(behind, m_marks.end(), [&](MarkPlace &mark) { mark.offset += step.added - step.removed; });
  const auto place = m_marks.erase(from, behind);
  if (step.added > 0) {
    const std::vector<MarkPlace> in = marksIn(range(step.position, step.added), step.position, m_elisions);
    m_marks.insert(place, in.begin(), in.end());
  }
}

void JsonEditor::announceEdits() {
  if (!std::exchange(m_editsQueued, false))
    return;
  settleStep();
  for (const Edit &edit : std::exchange(m_edits, {})) {
    if (edit.told)
      emit edited(edit.position, edit.removed, edit.added);
  }
  announceModified();
  updateNumberWidth();
  if (m_scan)
    return; // whoever changed the text has brought its analysis along
  if (byteCount() <= limits::AnalyseHere)
    startAnalysis();
  else
    checkLater();
}

void JsonEditor::checkLater() {
  m_scanTimer.start(limits::ScanDelayMs);
  if (!std::exchange(m_validity.checking, true))
    emit validityChanged(m_validity);
}

void JsonEditor::announceModified() {
  const std::pair history(canUndo(), canRedo());
  if (history != std::pair(m_canUndo, m_canRedo)) {
    std::tie(m_canUndo, m_canRedo) = history;
    emit historyChanged();
  }
  const bool modified = send(SCI_GETMODIFY);
  if (std::exchange(m_modified, modified) != modified)
    emit modifiedChanged(modified);
}

void JsonEditor::startAnalysis() {
  if (byteCount() <= limits::AnalyseHere) {
    setAnalysed(analyse(bytes(), m_elisions, m_base));
    return;
  }
  if (m_analysing) {
    m_scanTimer.start(limits::ScanDelayMs); // one at a time
    return;
  }
  m_analysing = true;
  runInBackground<Analysis>(
      this, [text = bytes(), elisions = m_elisions, base = m_base] { return analyse(text, elisions, base); },
      [this, revision = m_revision](Analysis analysis) {
        m_analysing = false;
        if (revision != m_revision)
          m_scanTimer.start(limits::ScanDelayMs);
        else
          setAnalysed(std::move(analysis));
      });
}

void JsonEditor::setAnalysed(Analysis analysis) {
  settleStep();
  if (m_scan && m_scan->tokens.size() * sizeof(json::Token) > CheapToFree)
    dropLater(std::exchange(m_scan, {}));
  m_scan = analysis.scan;
  const bool valid = m_scan->valid();
  // In a text that breaks off, what lies behind the break keeps its folds where they were.
  if (valid || m_folds.folds().empty())
    std::swap(m_folds, analysis.folds);
  if (analysis.folds.folds().size() * sizeof(FoldTable::Fold) > CheapToFree)
    dropLater(std::move(analysis.folds));
  m_changed = std::move(analysis.changed);
  if (valid)
    reopenOrphans();
  const Validity now{!m_plain,
                     valid,
                     m_scan->error,
                     analysis.errorPlace.line,
                     analysis.errorPlace.column,
                     analysis.size,
                     int(m_changed.size()),
                     analysis.compactSize};
  const bool news = now != m_validity;
  m_validity = now;
  showError();
  markMerge();
  highlightBraces();
  viewport()->update();
  if (news)
    emit validityChanged(m_validity);
}

const std::vector<MarkPlace> &JsonEditor::marks() {
  settleStep();
  return m_marks;
}

} // namespace oxp
