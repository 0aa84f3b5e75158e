// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"

#include "base/background.h"
#include "ui/editor/editoraccessible.h"
#include "ui/editor/editorlimits.h"
#include "ui/editor/longlines.h"
#include "ui/editor/pilllabel.h"
#include "ui/editor/textloader.h"

#include <QAccessible>

#include <algorithm>
#include <atomic>
#include <future>

namespace oxp {
namespace {

quint64 nextTableId() {
  static quint64 last = 0;
  return ++last;
}

} // namespace

/// A text on its way in.
struct JsonEditor::Loaded {
  QByteArray text;
  json::Elisions elisions;
  std::shared_ptr<LoadingDocument> document;
  Analysis analysis;
  std::vector<MarkPlace> marks;
  PillLabels labels;
  bool plain = false;

  void fill(const std::function<void(int)> &progress = {}) {
    text = withShortLines(text, elisions, limits::LongestLine);
    // Neither needs the other: a large text is ready sooner when both read it at once.
    const auto when = text.size() > limits::LoadHere ? std::launch::async : std::launch::deferred;
    auto analysed = std::async(when, [this] { return analyse(text, elisions, text); });
    document->fill(text, progress);
    marks = marksIn(text, 0, elisions);
    labels.grow(elisions);
    analysis = analysed.get();
  }
};

JsonEditor::JsonEditor(QWidget *parent)
    : QsciScintilla(parent)
    , m_tableId(nextTableId())
    , m_loader(std::make_unique<TextLoader>())
    , m_history(this) {
  EditorAccessible::install();
  setupText();
  setupMargins();
  setupKeys();
  setupSignals();
  setColours(editorColours());
}

JsonEditor::~JsonEditor() = default;

void JsonEditor::setupText() {
  setUtf8(true);
  setFrameShape(QFrame::NoFrame);
  setWrapMode(WrapNone);
  setAnnotationDisplay(AnnotationHidden); // the default walks all lines when a document is swapped in
  setCaretLineVisible(true);
  send(SCI_SETCARETWIDTH, 2);
  send(SCI_SETINDENTATIONGUIDES, SC_IV_REAL);
  send(SCI_SETEXTRAASCENT, 1);
  send(SCI_SETEXTRADESCENT, 1);
  send(SCI_SETSCROLLWIDTHTRACKING, 1);
  send(SCI_SETSCROLLWIDTH, 1);
  send(SCI_SETMULTIPLESELECTION, 0);
  send(SCI_SETMOUSESELECTIONRECTANGULARSWITCH, 0);
  send(SCI_SETVIRTUALSPACEOPTIONS, 0);
  send(SCI_SETPASTECONVERTENDINGS, 0);
  showDocument(reinterpret_cast<void *>(send(SCI_GETDOCPOINTER)));
  // Exactly these: a notification passes when any of its bits is in the mask, and with the bits of the usual
  // ones all of QScintilla's own bookkeeping would run at each key.
  send(SCI_SETMODEVENTMASK, SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE | SC_MOD_CONTAINER);
}

void JsonEditor::setupKeys() {
  // Ours, or nobody's: QScintilla would duplicate lines, swap them and change case.
  for (const char key : {'D', 'L', 'T', 'U', 'F', 'H', 'K', 'G', 'S', 'R', 'M', 'N', 'B', 'J'}) {
    send(SCI_CLEARCMDKEY, key | (SCMOD_CTRL << 16));
    send(SCI_CLEARCMDKEY, key | ((SCMOD_CTRL | SCMOD_SHIFT) << 16));
  }
  send(SCI_CLEARCMDKEY, SCK_BACK | (SCMOD_ALT << 16)); // a second Undo, past our own
}

void JsonEditor::setupSignals() {
  connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
          [this](int position, int type, const char *, int length, int, int, int, int, int token, int) {
            onModified(position, type, length, token);
          });
  connect(this, &QsciScintillaBase::SCN_STYLENEEDED, this, &JsonEditor::styleShown);
  connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int what) {
    if (!(what & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT)))
      return;
    highlightBraces();
    EditorAccessible::tellCaret(this);
    emit caretMoved(caretOffset());
  });
  connect(this, &QsciScintillaBase::SCN_MARGINCLICK, this, [this](int position, int, int margin) {
    if (margin == BoxesMargin)
      toggleFold(lineOf(position));
  });
  connect(this, &QsciScintillaBase::SCN_NEEDSHOWN, this,
          [this](int position, int length) { showLines(lineOf(position), lineOf(position + length)); });
  connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int character) {
    if (character == '\n')
      indentNewLine();
  });
  m_scanTimer.setSingleShot(true);
  connect(&m_scanTimer, &QTimer::timeout, this, &JsonEditor::startAnalysis);
}

qint64 JsonEditor::byteCount() const {
  return send(SCI_GETLENGTH);
}

QByteArrayView JsonEditor::range(qint64 from, qint64 length) const {
  return {reinterpret_cast<const char *>(send(SCI_GETRANGEPOINTER, from, length)), length};
}

QByteArray JsonEditor::bytes() const {
  if (!m_snapshot.isNull())
    return m_snapshot;
  const qint64 size = byteCount();
  const qint64 gap = std::clamp<qint64>(send(SCI_GETGAPPOSITION), 0, size);
  // Both sides of the gap as they lie: nothing moves, and NUL is a byte like any other.
  m_snapshot.reserve(size);
  if (gap > 0)
    m_snapshot.append(range(0, gap));
  if (size > gap)
    m_snapshot.append(range(gap, size - gap));
  if (m_snapshot.isNull())
    m_snapshot = QByteArray("");
  return m_snapshot;
}

void JsonEditor::setBytes(const QByteArray &text, const json::Elisions &elisions) {
  load({text, elisions, m_loader->make(QAccessible::isActive()), {}, {}, {}});
}

void JsonEditor::setPlainText(const QByteArray &text) {
  load({text, {}, m_loader->make(QAccessible::isActive()), {}, {}, {}, true});
}

void JsonEditor::load(Loaded loaded) {
  const quint64 load = ++m_load;
  if (loaded.text.size() <= limits::LoadHere) {
    loaded.fill();
    setBusy(false, m_rewriting);
    takeIn(std::move(loaded));
    return;
  }
  setBusy(true, m_rewriting);
  QPointer<JsonEditor> guard(this);
  const auto tell = [guard, load](int percent) {
    QMetaObject::invokeMethod(
        qApp,
        [guard, load, percent] {
          if (guard && guard->m_load == load && guard->m_loading)
            emit guard->loadProgress(percent);
        },
        Qt::QueuedConnection);
  };
  runInBackground<Loaded>(
      this,
      [loaded = std::move(loaded), tell]() mutable {
        loaded.fill(tell);
        return std::move(loaded);
      },
      [this, load](Loaded filled) {
        if (load != m_load)
          return;
        setBusy(false, m_rewriting);
        takeIn(std::move(filled));
      });
}

void JsonEditor::cancelLoading() {
  if (!m_loading)
    return;
  ++m_load;
  setBusy(false, m_rewriting);
}

void JsonEditor::takeIn(Loaded loaded) {
  void *document = loaded.document->take();
  m_step.reset();
  m_edits.clear();
  m_elisions = std::move(loaded.elisions);
  m_labels = std::move(loaded.labels);
  m_ownMarks = m_elisions.isEmpty() && json::Elisions::hasMarks(loaded.text);
  m_plain = loaded.plain;
  m_revealSteps = 0;
  m_tableId = nextTableId();
  showDocument(document);
  send(SCI_RELEASEDOCUMENT, 0, reinterpret_cast<qint64>(document)); // the loader's reference
  m_history.clear();
  send(SCI_SETREADONLY, 0);
  send(SCI_SETUNDOCOLLECTION, 1); // the loader turned it off
  send(SCI_EMPTYUNDOBUFFER);
  send(SCI_SETSAVEPOINT);
  applyReadOnly();
  ++m_revision;
  forgetText();
  m_marks = std::move(loaded.marks);
  m_base = m_snapshot = loaded.text.isNull() ? QByteArray("") : loaded.text;
  m_folds = {};
  m_validity = {};
  setAnalysed(std::move(loaded.analysis));
  announceModified();
  emit this->loaded();
}

void JsonEditor::showDocument(void *document) {
  m_foldWork.clear(); // all contraction goes with the old document
  if (reinterpret_cast<qint64>(document) != send(SCI_GETDOCPOINTER))
    send(SCI_SETDOCPOINTER, 0, reinterpret_cast<qint64>(document));
  // What belongs to the document and not to the view.
  send(SCI_SETLEXER, SCLEX_CONTAINER);
  send(SCI_SETEOLMODE, SC_EOL_LF);
  send(SCI_SETTABWIDTH, 2);
  send(SCI_SETINDENT, 2);
  send(SCI_SETUSETABS, 0);
  // What the view loses with its document.
  m_closed.clear();
  m_foldReady = false;
  showRepresentations();
  send(SCI_SETSCROLLWIDTH, 1);
  updateNumberWidth();
  applyReadOnly();
}

void JsonEditor::showRepresentations(int from) {
  if (from == 0)
    showUnseen();
  m_labels.grow(m_elisions);
  for (int i = from; i < m_elisions.size(); ++i) {
    constexpr int Margins = 2; // characters
    setRoom(json::Elisions::First + char32_t(i), (m_labels.cells[size_t(i)] + Margins) * m_cell);
  }
}

void JsonEditor::setBusy(bool loading, bool rewriting) {
  const bool was = isBusy();
  m_loading = loading;
  m_rewriting = rewriting;
  applyReadOnly();
  if (was != isBusy())
    emit busyChanged(isBusy());
}

void JsonEditor::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  applyReadOnly();
}

void JsonEditor::applyReadOnly() {
  send(SCI_SETREADONLY, m_readOnly || isBusy());
}

void JsonEditor::setBaseBytes(const QByteArray &base) {
  m_base = base;
  send(SCI_SETSAVEPOINT);
  announceModified();
  startAnalysis();
}

} // namespace oxp
