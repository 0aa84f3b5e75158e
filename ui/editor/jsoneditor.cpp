// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"

#include "base/background.h"
#include "json/layout.h"
#include "json/pointer.h"
#include "ui/editor/editoraccessible.h"
#include "ui/editor/foldtable.h"
#include "ui/editor/linestyler.h"
#include "ui/editor/pilllabel.h"
#include "ui/editor/textloader.h"
#include "ui/theme/fonts.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype LoadHereLimit = 1'000'000; // bytes; larger texts are filled on a worker
constexpr qsizetype ScanHereLimit = 200'000;   // bytes; larger texts are scanned on a worker
constexpr int ScanDelayMs = 120;
constexpr long StyledBytesALine = 20'000;
constexpr int ChangedMarker = 1;
constexpr int FoldOpenMarker = 2;
constexpr int FoldClosedMarker = 3;

} // namespace

JsonEditor::JsonEditor(QWidget *parent) : QsciScintilla(parent), m_loader(std::make_unique<TextLoader>()) {
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
  setAutoIndent(true);
  send(SCI_SETLEXER, SCLEX_CONTAINER);
  send(SCI_SETTABWIDTH, 2);
  send(SCI_SETINDENT, 2);
  send(SCI_SETUSETABS, 0);
  send(SCI_SETINDENTATIONGUIDES, SC_IV_REAL);
  send(SCI_SETEXTRAASCENT, 1);
  send(SCI_SETEXTRADESCENT, 1);
  send(SCI_SETSCROLLWIDTHTRACKING, 1);
  send(SCI_SETSCROLLWIDTH, 1);
  send(SCI_SETMULTIPLESELECTION, 0);
  send(SCI_SETPASTECONVERTENDINGS, 0);
  // Only the signals before a change: with any other bit all of QScintilla's own bookkeeping runs at each key.
  send(SCI_SETMODEVENTMASK, SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE);
}

void JsonEditor::setupMargins() {
  send(SCI_SETMARGINTYPEN, NumberMargin, SC_MARGIN_NUMBER);
  send(SCI_SETMARGINTYPEN, SymbolMargin, SC_MARGIN_SYMBOL);
  send(SCI_SETMARGINTYPEN, FoldMargin, SC_MARGIN_SYMBOL);
  send(SCI_SETMARGINTYPEN, ChangeMargin, SC_MARGIN_SYMBOL);
  send(SCI_SETMARGINWIDTHN, SymbolMargin, 0);
  send(SCI_SETMARGINWIDTHN, FoldMargin, 14);
  send(SCI_SETMARGINWIDTHN, ChangeMargin, 3);
  send(SCI_SETMARGINWIDTHN, 4, 0);
  send(SCI_SETMARGINMASKN, NumberMargin, 0);
  send(SCI_SETMARGINMASKN, FoldMargin, (1 << FoldOpenMarker) | (1 << FoldClosedMarker));
  send(SCI_SETMARGINMASKN, ChangeMargin, 1 << ChangedMarker);
  send(SCI_SETMARGINSENSITIVEN, FoldMargin, 1);
  send(SCI_MARKERDEFINE, ChangedMarker, SC_MARK_FULLRECT);
  send(SCI_MARKERDEFINE, FoldOpenMarker, SC_MARK_ARROWDOWN);
  send(SCI_MARKERDEFINE, FoldClosedMarker, SC_MARK_ARROW);
  send(SCI_SETFOLDFLAGS, 16); // a line below a closed fold
  updateNumberWidth();
}

void JsonEditor::setupKeys() {
  // Ours, or nobody's: QScintilla would duplicate lines and change case.
  for (const char key : {'D', 'L', 'T', 'U', 'F', 'H', 'K', 'G', 'S', 'R'}) {
    send(SCI_CLEARCMDKEY, key | (SCMOD_CTRL << 16));
    send(SCI_CLEARCMDKEY, key | ((SCMOD_CTRL | SCMOD_SHIFT) << 16));
  }
}

void JsonEditor::setupSignals() {
  connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
          [this](int position, int type, const char *text, int length, int, int, int, int, int, int) {
            onModified(position, type, text, length);
          });
  connect(this, &QsciScintillaBase::SCN_STYLENEEDED, this, &JsonEditor::styleShown);
  connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int what) {
    if (what & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT))
      highlightBraces();
  });
  connect(this, &QsciScintillaBase::SCN_MARGINCLICK, this, [this](int position, int, int margin) {
    if (margin == FoldMargin)
      toggleFold(send(SCI_LINEFROMPOSITION, static_cast<unsigned long>(position)));
  });
  connect(this, &QsciScintillaBase::SCN_NEEDSHOWN, this, [this](int position, int length) {
    const long first = send(SCI_LINEFROMPOSITION, static_cast<unsigned long>(position));
    const long last = send(SCI_LINEFROMPOSITION, static_cast<unsigned long>(position + length));
    send(SCI_SHOWLINES, static_cast<unsigned long>(first), last);
    for (long line = send(SCI_CONTRACTEDFOLDNEXT, 0); line >= 0 && line <= last;
         line = send(SCI_CONTRACTEDFOLDNEXT, static_cast<unsigned long>(line + 1))) {
      const FoldTable::Fold *fold = m_folds ? m_folds->opening(line) : nullptr;
      if (fold && fold->last >= first)
        foldLines(fold->first, fold->last, false);
    }
  });
  m_scanTimer.setSingleShot(true);
  connect(&m_scanTimer, &QTimer::timeout, this, &JsonEditor::rescan);
}

qint64 JsonEditor::byteCount() const { return send(SCI_GETLENGTH); }

QByteArray JsonEditor::bytes() const {
  const long size = send(SCI_GETLENGTH);
  const long gap = std::clamp(send(SCI_GETGAPPOSITION), 0L, size);
  QByteArray text;
  text.reserve(size);
  // Both sides of the gap as they lie: nothing moves, and NUL is a byte like any other.
  const auto take = [&](long from, long length) {
    if (length <= 0)
      return;
    const auto *start = reinterpret_cast<const char *>(send(SCI_GETRANGEPOINTER, static_cast<unsigned long>(from), length));
    text.append(start, length);
  };
  take(0, gap);
  take(gap, size - gap);
  return text;
}

void JsonEditor::setBytes(const QByteArray &text, const json::Elisions &elisions) {
  m_elisions = elisions;
  m_base = text;
  m_changed = false;
  ++m_revision;
  if (text.size() <= LoadHereLimit) {
    m_loading = false;
    fillNow(text);
    emit loaded();
    return;
  }
  m_loading = true;
  struct Filled {
    std::shared_ptr<ScintillaLoader> loader;
    std::shared_ptr<json::Scan> scan;
    std::shared_ptr<FoldTable> folds;
  };
  const quint64 revision = m_revision;
  std::shared_ptr<ScintillaLoader> loader = m_loader->make();
  runInBackground<Filled>(
      this,
      [loader, text, elisions] {
        TextLoader::fill(*loader, text);
        auto scan = std::make_shared<json::Scan>(json::scan(text, &elisions));
        return Filled{loader, scan, std::make_shared<FoldTable>(text, *scan)};
      },
      [this, revision](Filled filled) {
        if (revision != m_revision)
          return;
        m_loading = false;
        adopt(TextLoader::takeDocument(filled.loader));
        setScanned(filled.scan, filled.folds);
        emit loaded();
      });
}

void JsonEditor::fillNow(const QByteArray &text) {
  std::shared_ptr<ScintillaLoader> loader = m_loader->make();
  TextLoader::fill(*loader, text);
  adopt(TextLoader::takeDocument(loader));
  if (text.size() <= ScanHereLimit) {
    auto scan = std::make_shared<json::Scan>(json::scan(text, &m_elisions));
    setScanned(scan, std::make_shared<FoldTable>(text, *scan));
  } else {
    rescan();
  }
}

void JsonEditor::adopt(void *document) {
  m_steps.clear();
  const bool readOnly = isReadOnly();
  SendScintilla(SCI_SETDOCPOINTER, 0UL, reinterpret_cast<long>(document));
  SendScintilla(SCI_RELEASEDOCUMENT, 0UL, reinterpret_cast<long>(document));
  send(SCI_SETUNDOCOLLECTION, 1);
  send(SCI_EMPTYUNDOBUFFER);
  send(SCI_SETSAVEPOINT);
  // What belongs to the document and not to the view.
  send(SCI_SETLEXER, SCLEX_CONTAINER);
  send(SCI_SETEOLMODE, SC_EOL_LF);
  send(SCI_SETTABWIDTH, 2);
  send(SCI_SETUSETABS, 0);
  send(SCI_SETREADONLY, readOnly ? 1 : 0);
  m_scan.reset();
  m_folds.reset();
  showRepresentations();
  updateNumberWidth();
  send(SCI_SETSCROLLWIDTH, 1);
}

void JsonEditor::showRepresentations() {
  for (int i = 0; i < m_elisions.size(); ++i) {
    const QByteArray mark = json::Elisions::mark(i);
    const QByteArray label = pillLabel(m_elisions.at(i)).toUtf8().left(250);
    send(SCI_SETREPRESENTATION, reinterpret_cast<unsigned long>(mark.constData()),
         reinterpret_cast<long>(label.constData()));
  }
}

void JsonEditor::replaceRange(qint64 offset, qint64 removed, const QByteArray &inserted) {
  send(SCI_SETTARGETRANGE, static_cast<unsigned long>(offset), offset + removed);
  send(SCI_REPLACETARGET, static_cast<unsigned long>(inserted.size()), reinterpret_cast<long>(inserted.constData()));
}

void JsonEditor::replaceBytes(const QByteArray &text) {
  const qint64 caret = caretOffset();
  replaceRange(0, byteCount(), text);
  send(SCI_GOTOPOS, static_cast<unsigned long>(std::min<qint64>(caret, text.size())));
}

void JsonEditor::setBaseBytes(const QByteArray &base) {
  m_base = base;
  send(SCI_SETSAVEPOINT);
  updateChangeRange();
  send(SCI_STARTSTYLING, 0);
  viewport()->update();
}

void JsonEditor::updateChangeRange() {
  const QByteArray text = bytes();
  const qsizetype shorter = std::min(text.size(), m_base.size());
  const auto head = std::mismatch(text.begin(), text.begin() + shorter, m_base.begin()).first - text.begin();
  qsizetype tail = 0;
  while (tail < shorter - head && text[text.size() - 1 - tail] == m_base[m_base.size() - 1 - tail])
    ++tail;
  m_changeHead = head;
  m_changeTail = tail;
  m_changed = head < text.size() || text.size() != m_base.size();
}

void JsonEditor::onModified(int position, int type, const char *, int length) {
  if (type & SC_MOD_BEFOREINSERT)
    noteStep(position, 0, length);
  else if (type & SC_MOD_BEFOREDELETE)
    noteStep(position, length, 0);
}

void JsonEditor::noteStep(qint64 position, qint64 removed, qint64 added) {
  m_steps.push_back({position, removed, added});
  m_scan.reset(); // its offsets are old from here on
  ++m_revision;
  if (m_stepsQueued)
    return;
  m_stepsQueued = true;
  QMetaObject::invokeMethod(this, &JsonEditor::flushSteps, Qt::QueuedConnection);
}

void JsonEditor::flushSteps() {
  m_stepsQueued = false;
  for (const Step &step : std::exchange(m_steps, {})) {
    m_changeHead = std::min(m_changeHead, step.position);
    m_changeTail = std::min(m_changeTail, byteCount() - step.position - step.added);
    emit edited(step.position, step.removed, step.added);
  }
  if (!m_changed) {
    m_changed = true;
    updateChangeRange();
  }
  if (byteCount() <= ScanHereLimit)
    rescan();
  else
    m_scanTimer.start(ScanDelayMs);
  updateNumberWidth();
}

void JsonEditor::rescan() {
  const QByteArray text = bytes();
  const quint64 revision = m_revision;
  if (text.size() <= ScanHereLimit) {
    auto scan = std::make_shared<json::Scan>(json::scan(text, &m_elisions));
    setScanned(scan, std::make_shared<FoldTable>(text, *scan));
    return;
  }
  struct Scanned {
    std::shared_ptr<json::Scan> scan;
    std::shared_ptr<FoldTable> folds;
  };
  runInBackground<Scanned>(
      this,
      [text, elisions = m_elisions] {
        auto scan = std::make_shared<json::Scan>(json::scan(text, &elisions));
        return Scanned{scan, std::make_shared<FoldTable>(text, *scan)};
      },
      [this, revision](const Scanned &scanned) {
        if (revision == m_revision)
          setScanned(scanned.scan, scanned.folds);
      });
}

void JsonEditor::setScanned(const std::shared_ptr<json::Scan> &scan, const std::shared_ptr<FoldTable> &folds) {
  m_scan = scan;
  m_folds = folds;
  m_validity.known = true;
  m_validity.valid = scan->valid();
  m_validity.error = scan->error;
  m_validity.size = byteCount();
  m_validity.line = m_validity.column = 0;
  if (scan->error) {
    const auto offset = static_cast<unsigned long>(std::min<qint64>(scan->error->offset, byteCount()));
    const long line = send(SCI_LINEFROMPOSITION, offset);
    const long start = send(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    m_validity.line = line + 1;
    m_validity.column = send(SCI_COUNTCHARACTERS, static_cast<unsigned long>(start), static_cast<long>(offset)) + 1;
  }
  send(SCI_SETINDICATORCURRENT, ErrorIndicator);
  send(SCI_INDICATORCLEARRANGE, 0, byteCount());
  if (scan->error && byteCount() > 0) {
    const qint64 at = std::clamp<qint64>(scan->error->offset, 0, byteCount() - 1);
    const long next = send(SCI_POSITIONAFTER, static_cast<unsigned long>(at));
    send(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(at), std::max(1L, long(next - at)));
  }
  highlightBraces();
  send(SCI_STARTSTYLING, 0);
  viewport()->update();
  emit validityChanged(m_validity);
}

void JsonEditor::styleShown() {
  const long lines = send(SCI_GETLINECOUNT);
  const long first = send(SCI_GETFIRSTVISIBLELINE);
  const long shown = send(SCI_LINESONSCREEN) + 2;
  long last = -1;
  for (long k = 0; k <= shown; ++k) {
    const long line = send(SCI_DOCLINEFROMVISIBLE, static_cast<unsigned long>(first + k));
    if (line >= lines)
      break;
    if (line == last)
      continue;
    last = line;
    styleLine(line);
    // The box of a fold is drawn from its line and the one after it, hidden or not.
    markShown(line);
    if (line + 1 < lines)
      markShown(line + 1);
  }
  // "Styled up to" stays at the start, so that every paint asks again: lines that were jumped over are styled when
  // they come into view.
  send(SCI_STARTSTYLING, 0);
}

void JsonEditor::styleLine(long line) {
  const long start = send(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
  const long end = send(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line));
  const long length = std::min(end - start, StyledBytesALine);
  if (length <= 0)
    return;
  const auto *text = reinterpret_cast<const char *>(send(SCI_GETRANGEPOINTER, static_cast<unsigned long>(start), length));
  const QByteArray styles = styleOf(QByteArrayView(text, length));
  send(SCI_STARTSTYLING, static_cast<unsigned long>(start));
  send(SCI_SETSTYLINGEX, static_cast<unsigned long>(length), reinterpret_cast<long>(styles.constData()));
}

void JsonEditor::markShown(long line) {
  const FoldTable::Fold *fold = m_folds ? m_folds->opening(line) : nullptr;
  const long level = SC_FOLDLEVELBASE + (m_folds ? m_folds->depth(line) : 0) + (fold ? SC_FOLDLEVELHEADERFLAG : 0);
  if (send(SCI_GETFOLDLEVEL, static_cast<unsigned long>(line)) != level)
    send(SCI_SETFOLDLEVEL, static_cast<unsigned long>(line), level);
  int wanted = 0;
  if (fold)
    wanted |= 1 << (send(SCI_GETFOLDEXPANDED, static_cast<unsigned long>(line)) ? FoldOpenMarker : FoldClosedMarker);
  if (m_changed) {
    const long start = send(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    const long end = send(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line));
    if (end >= m_changeHead && start <= byteCount() - m_changeTail && lineDiffers(start, end))
      wanted |= 1 << ChangedMarker;
  }
  const long have = send(SCI_MARKERGET, static_cast<unsigned long>(line));
  for (const int marker : {ChangedMarker, FoldOpenMarker, FoldClosedMarker}) {
    const int bit = 1 << marker;
    if ((wanted & bit) && !(have & bit))
      send(SCI_MARKERADD, static_cast<unsigned long>(line), marker);
    else if (!(wanted & bit) && (have & bit))
      send(SCI_MARKERDELETE, static_cast<unsigned long>(line), marker);
  }
}

bool JsonEditor::lineDiffers(long start, long end) const {
  if (end <= start)
    return false;
  const auto *text = reinterpret_cast<const char *>(send(SCI_GETRANGEPOINTER, static_cast<unsigned long>(start), end - start));
  const QByteArrayView line(text, end - start);
  // A line that stands as a whole in the part of the base that was changed only moved.
  const qsizetype from = std::max<qsizetype>(0, std::min<qsizetype>(m_changeHead, m_base.size()) - line.size());
  const qsizetype to = std::min<qsizetype>(m_base.size(), m_base.size() - m_changeTail + line.size());
  if (to - from > LoadHereLimit)
    return true;
  const qsizetype found = QByteArrayView(m_base).sliced(from, std::max<qsizetype>(0, to - from)).indexOf(line);
  if (found < 0)
    return true;
  const qsizetype at = from + found;
  const bool begins = at == 0 || m_base[at - 1] == '\n';
  const bool ends = at + line.size() == m_base.size() || m_base[at + line.size()] == '\n';
  return !(begins && ends);
}

void JsonEditor::toggleFold(long line) {
  const FoldTable::Fold *fold = m_folds ? m_folds->opening(line) : nullptr;
  if (fold)
    foldLines(fold->first, fold->last, send(SCI_GETFOLDEXPANDED, static_cast<unsigned long>(line)) != 0);
}

void JsonEditor::foldLines(long first, long last, bool fold) {
  send(SCI_SETFOLDEXPANDED, static_cast<unsigned long>(first), fold ? 0 : 1);
  if (fold) {
    send(SCI_HIDELINES, static_cast<unsigned long>(first + 1), last);
  } else {
    send(SCI_SHOWLINES, static_cast<unsigned long>(first + 1), last);
    // What was closed inside stays closed.
    for (long line = send(SCI_CONTRACTEDFOLDNEXT, static_cast<unsigned long>(first + 1)); line >= 0 && line <= last;
         line = send(SCI_CONTRACTEDFOLDNEXT, static_cast<unsigned long>(line + 1)))
      if (const FoldTable::Fold *inner = m_folds ? m_folds->opening(line) : nullptr)
        send(SCI_HIDELINES, static_cast<unsigned long>(inner->first + 1), inner->last);
  }
  markShown(first);
}

void JsonEditor::highlightBraces() {
  long one = -1, other = -1;
  if (m_scan) {
    const qint64 caret = caretOffset();
    for (const qint64 at : {caret, caret - 1}) {
      const quint32 token = at >= 0 ? json::tokenAt(*m_scan, at) : json::NoToken;
      if (token == json::NoToken)
        continue;
      const json::Token &found = m_scan->tokens[token];
      const bool bracket = found.kind == json::TokenKind::ObjectBegin || found.kind == json::TokenKind::ObjectEnd ||
                           found.kind == json::TokenKind::ArrayBegin || found.kind == json::TokenKind::ArrayEnd;
      if (!bracket || found.offset != at || found.partner >= m_scan->tokens.size())
        continue;
      one = found.offset;
      other = m_scan->tokens[found.partner].offset;
      break;
    }
  }
  send(SCI_BRACEHIGHLIGHT, static_cast<unsigned long>(one), other);
}

void JsonEditor::updateNumberWidth() {
  const QByteArray digits(std::max<qsizetype>(2, QByteArray::number(qlonglong(send(SCI_GETLINECOUNT))).size()), '9');
  const long width = send(SCI_TEXTWIDTH, STYLE_LINENUMBER, reinterpret_cast<long>(digits.constData())) + 16;
  if (send(SCI_GETMARGINWIDTHN, NumberMargin) != width)
    send(SCI_SETMARGINWIDTHN, NumberMargin, width);
}

} // namespace oxp
