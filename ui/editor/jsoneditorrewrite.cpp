// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the text as a whole, and undo across documents.
#include "ui/editor/jsoneditor.h"

#include "base/background.h"
#include "ui/editor/editorlimits.h"
#include "ui/editor/rewrite.h"
#include "ui/editor/textloader.h"

#include <QAccessible>

#include <algorithm>
#include <unordered_set>

namespace oxp {

void JsonEditor::format() {
  layOut(json::Style::readable(columns()));
}

void JsonEditor::minify() {
  if (canMinify())
    layOut(json::Style::minified());
  else
    emit refused(tr("A text of this size cannot be shown in one line. What is stored keeps its own layout."));
}

void JsonEditor::layOut(const json::Style &style) {
  if (m_readOnly)
    return;
  rewriteLater([style](Rewrite rewrite) {
    rewrite.toLayout(style);
    return rewrite;
  });
}

void JsonEditor::replaceBytes(const QByteArray &text) {
  m_plain = false;
  rewriteLater([text](Rewrite rewrite) {
    rewrite.toText(text);
    return rewrite;
  });
}

void JsonEditor::replaceText(const QByteArray &text, const json::Elisions &elisions) {
  rewriteLater([text, elisions](Rewrite rewrite) {
    rewrite.elisions = elisions;
    rewrite.toText(text);
    return rewrite;
  });
}

void JsonEditor::replaceRange(qint64 offset, qint64 removed, const QByteArray &inserted) {
  if (inserted.size() <= json::LongValue || m_ownMarks) {
    replaceHere(offset, removed, inserted);
    announceEdits(); // at once, as a key is: Save may follow
    return;
  }
  struct Elided {
    QByteArray text;
    json::Elisions elisions;
  };
  const auto elide = [inserted, known = m_elisions] {
    Elided value{{}, known};
    value.text = json::elideLong(inserted, value.elisions);
    return value;
  };
  const auto put = [this, offset, removed](const Elided &value) {
    takeElisions(value.elisions);
    replaceHere(offset, removed, value.text);
    announceEdits();
  };
  if (inserted.size() <= limits::LoadHere) {
    put(elide());
    return;
  }
  setBusy(m_loading, true);
  runInBackground<Elided>(this, elide, [this, put, revision = m_revision](const Elided &value) {
    setBusy(m_loading, false);
    if (revision == m_revision)
      put(value);
  });
}

/// The table only grows: what was in it stays where it was.
void JsonEditor::takeElisions(const json::Elisions &elisions) {
  const int known = m_elisions.size();
  m_elisions = elisions;
  showRepresentations(known);
}

void JsonEditor::replaceAll(const QByteArray &what, const QByteArray &with, bool matchCase) {
  if (m_readOnly || what.isEmpty()) {
    emit findFinished({});
    return;
  }
  rewriteLater([search = TextSearch(what, matchCase), with = escapeMarks(with)](Rewrite rewrite) {
    rewrite.toReplaced(search, with);
    return rewrite;
  });
}

void JsonEditor::rewriteLater(std::function<Rewrite(Rewrite)> make) {
  if (isBusy())
    return;
  settleStep();
  Rewrite start;
  start.before = bytes();
  start.elisions = m_elisions;
  start.base = m_base;
  start.scan = m_scan;
  start.mayElide = !m_ownMarks;
  start.caret = caretOffset();
  start.closed = closedTokens();
  if (start.before.size() <= limits::RewriteHere) {
    apply(make(std::move(start)));
    return;
  }
  start.document = m_loader->make(QAccessible::isActive());
  setBusy(m_loading, true);
  runInBackground<Rewrite>(
      this, [start = std::move(start), make = std::move(make)]() mutable { return make(std::move(start)); },
      [this, revision = m_revision](Rewrite rewrite) {
        setBusy(m_loading, false);
        if (revision == m_revision)
          apply(std::move(rewrite));
      });
}

void JsonEditor::apply(Rewrite rewrite) {
  if (rewrite.changed) {
    takeElisions(rewrite.elisions);
    if (rewrite.filled)
      applySwap(rewrite);
    else
      applyHere(rewrite);
    m_snapshot = rewrite.text;
    const std::unordered_set<quint32> closed(rewrite.closed.begin(), rewrite.closed.end());
    setAnalysed(std::move(rewrite.analysis));
    if (!closed.empty()) {
      for (const FoldTable::Fold &fold : m_folds.folds()) {
        if (closed.contains(fold.token))
          closeFold(fold);
      }
    }
    moveTo(rewrite.caret);
  }
  if (rewrite.hits > 0 || !rewrite.changed)
    emit findFinished({rewrite.hits > 0, false, 0, rewrite.hits});
}

void JsonEditor::applyHere(const Rewrite &rewrite) {
  const QByteArray between =
      rewrite.text.sliced(rewrite.head, rewrite.text.size() - rewrite.head - rewrite.tail);
  replaceHere(rewrite.head, rewrite.before.size() - rewrite.head - rewrite.tail, between);
  settleStep();
}

void JsonEditor::replaceHere(qint64 offset, qint64 removed, const QByteArray &inserted) {
  const qint64 size = byteCount();
  const qint64 from = std::clamp<qint64>(offset, 0, size);
  send(SCI_SETREADONLY, 0);
  send(SCI_SETTARGETRANGE, from, std::clamp<qint64>(from + removed, from, size));
  send(SCI_REPLACETARGET, inserted.size(), inserted.constData());
  applyReadOnly();
}

void JsonEditor::applySwap(const Rewrite &rewrite) {
  settleStep();
  const qint64 oldSize = byteCount();
  const qint64 older = send(SCI_GETDOCPOINTER);
  const qint64 newer = reinterpret_cast<qint64>(rewrite.document->take());
  m_swapping = true;
  const int token = m_history.add(reinterpret_cast<void *>(older), reinterpret_cast<void *>(newer));
  send(SCI_SETREADONLY, 0);
  send(SCI_ADDUNDOACTION, token, qint64(0));
  showDocument(reinterpret_cast<void *>(newer));
  send(SCI_RELEASEDOCUMENT, 0, newer); // the loader's reference
  send(SCI_SETREADONLY, 0);
  send(SCI_SETUNDOCOLLECTION, 1);
  send(SCI_EMPTYUNDOBUFFER);
  send(SCI_ADDUNDOACTION, token, qint64(0));
  applyReadOnly();
  m_swapping = false;
  m_marks = marksIn(rewrite.text, 0, m_elisions);
  noteEdit({0, oldSize, rewrite.text.size()});
}

void JsonEditor::crossSwap(int token, bool undo) {
  void *target = undo ? m_history.older(token) : m_history.newer(token);
  if (!target || isBusy())
    return;
  settleStep();
  const qint64 oldSize = byteCount();
  m_swapping = true;
  showDocument(target);
  send(undo ? SCI_UNDO : SCI_REDO); // the container action alone, so that it can be had the other way again
  m_swapping = false;
  noteEdit({0, oldSize, byteCount()});
  m_folds = {};
  m_changed.clear();
  m_marks = m_elisions.isEmpty() ? std::vector<MarkPlace>() : marksIn(bytes(), 0, m_elisions);
}

std::vector<quint32> JsonEditor::closedTokens() const {
  constexpr size_t Most = 10'000; // closing them again costs 5 µs each
  std::vector<quint32> tokens;
  for (const qint32 line : m_closed) {
    const FoldTable::Fold *fold = tokens.size() < Most ? m_folds.opening(line) : nullptr;
    if (fold)
      tokens.push_back(fold->token);
  }
  return tokens;
}

} // namespace oxp
