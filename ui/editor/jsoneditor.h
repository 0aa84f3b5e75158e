// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/analysis.h"
#include "ui/editor/documenthistory.h"
#include "ui/editor/editorcolours.h"
#include "ui/editor/editorlimits.h"
#include "ui/editor/pilllabel.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <Qsci/qsciscintilla.h>

#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace oxp {

class LoadingDocument;
class TextLoader;
struct Rewrite;

/// Whether the text in the editor is valid JSON, and where it is not.
struct Validity {
  bool known = false; ///< false until a text has been looked at for the first time
  bool valid = false;
  std::optional<json::ScanError> error;
  qint64 line = 0, column = 0; ///< of the error, from 1
  qint64 size = 0;             ///< bytes of the text as shown
  int changedLines = 0;        ///< lines that the base does not have
  qint64 compactSize = 0;      ///< bytes without layout, elided values in full; of a valid text
  bool checking = false;       ///< a large text was edited, and what is said here is of the text before

  bool operator==(const Validity &) const = default;
};

/// One value of the text, for changing it without touching JSON.
struct EditorValue {
  qint64 offset = 0; ///< in the editor's text
  qint64 length = 0;
  QByteArray bytes; ///< its JSON, an elided value in full
  json::Pointer pointer;
  json::TokenKind kind = json::TokenKind::Null; ///< of an elided value: what it holds
  int elision = -1;                             ///< number of the elided value, -1 when it is none
  bool masked = false;
};

/// What a search came to.
struct FindResult {
  bool found = false;
  bool wrapped = false; ///< it went on from the other end
  int inElisions = 0;   ///< shortened values that hold the text too; masked ones are not looked into
  int replaced = 0;     ///< by replaceAll
};

/// JSON in QScintilla, by bytes. Text over 1 MB is filled on a worker thread and swapped in; only shown lines
/// are styled; the token table, made on a worker for larger texts, gives folds, braces and validity. Values
/// behind private-use characters are drawn as pills and cannot be half edited. GUI thread; no call waits.
class JsonEditor : public QsciScintilla {
  Q_OBJECT

public:
  explicit JsonEditor(QWidget *parent = nullptr);
  ~JsonEditor() override;

  /// Replaces everything; undo starts anew, and the text is the new base. A large text arrives later:
  /// loaded() tells, until then the old text stays, read only. A later call wins.
  /// Lines that could not be painted are broken between tokens: bytes() may then differ from what was given
  /// in white space and marks.
  void setBytes(const QByteArray &text, const json::Elisions &elisions = {});
  /// The same for a text that is no JSON and is not judged as such: bytes in hex, dots in place of what is
  /// hidden.
  void setPlainText(const QByteArray &text);
  /// Gives up a text on its way in.
  void cancelLoading();
  bool isLoading() const { return m_loading; }
  /// A text is on its way in, or a large one is being rewritten: no key is taken.
  bool isBusy() const { return m_loading || m_rewriting; }

  /// The text, elided values as their marks. One copy, no byte moves; kept until the next edit.
  QByteArray bytes() const;
  qint64 byteCount() const;
  const json::Elisions &elisions() const { return m_elisions; }
  /// What the change bars compare with; also the save point.
  void setBaseBytes(const QByteArray &base);
  /// Replaces everything as one undo step, read-only or not; values that are too long are elided again. A
  /// large text is there when busyChanged() says so.
  void replaceBytes(const QByteArray &text);
  /// The same by a text whose marks are of `elisions`, a table that goes on from elisions().
  void replaceText(const QByteArray &text, const json::Elisions &elisions);
  /// Replaces bytes as one undo step, read-only or not. A very long JSON value is elided; above 1 MB that
  /// happens on a worker, and nothing happens when the text was edited meanwhile.
  void replaceRange(qint64 offset, qint64 removed, const QByteArray &inserted);

  /// As last judged; after an edit of a large text the next judgement follows within half a second.
  const Validity &validity() const { return m_validity; }
  /// The token table of the text as it is; null while a large text is being scanned anew.
  std::shared_ptr<const json::Scan> scan() const { return m_scan; }

  /// Lays the text out anew as one undo step. Does nothing to invalid text.
  void format();
  void minify();
  /// Long lines take seconds to paint: above a certain size one line is no layout for a window.
  bool canMinify() const { return byteCount() <= limits::LongestLine; }

  /// Characters of a line that show side by side, as far as that is known; 0 where nothing is shown yet.
  int columns() const;

  void goToLine(int line); ///< from 1
  /// Puts the caret at a byte offset, opens folds around it, scrolls there and takes the focus.
  void goToOffset(qint64 offset);
  qint64 caretOffset() const;
  /// The value at the caret; nothing in text that cannot be read so far.
  std::optional<EditorValue> valueAtCaret() const;
  /// The text, number, true, false or null that the caret is at, or else the nearest on its line.
  std::optional<EditorValue> scalarAtCaret() const;
  /// Puts new JSON in the place of a value that valueAtCaret() gave.
  void changeValue(const EditorValue &value, const QByteArray &json);

  /// Puts the elided value at the caret back into the text. That is no edit: nothing is told as edited, an
  /// unmodified text stays so, and no step of undo hides the value alone. False when there is none, and for
  /// one so long that it could not be painted: open that one by itself.
  bool expandAtCaret();
  /// Number of the elided value at the caret, or else of the one on its line; -1 when there is none, or
  /// several that could be meant.
  int elisionAtCaret() const;
  /// That value.
  std::optional<EditorValue> elidedAtCaret() const;
  /// Code points of the label of an elided value.
  int labelLength(int number) const { return m_labels.lengths[size_t(number)]; }
  /// Where the elided values stand, by offset.
  const std::vector<MarkPlace> &marks();

  void foldAtCaret();
  void unfoldAtCaret();
  /// Closes what stands in the outermost container.
  void foldEverything();
  void unfoldEverything();
  /// Lines are still being hidden or shown.
  bool isFolding() const { return m_foldsToClose || m_foldWorkQueued; }

  /// Finds from the selection on and wraps round; findFinished() tells, for texts up to 1 MB before this
  /// returns. Any case unless `matchCase`.
  void find(const QByteArray &what, bool matchCase, bool backwards);
  void replaceSelection(const QByteArray &with);
  /// Replaces all hits as one undo step; findFinished() tells how many, as above.
  void replaceAll(const QByteArray &what, const QByteArray &with, bool matchCase);

  bool canUndo() const { return !isReadOnly() && send(SCI_CANUNDO); }
  bool canRedo() const { return !isReadOnly() && send(SCI_CANREDO); }

  void setColours(const EditorColours &colours);
  /// Tints the places that a merge is about: both sides changed them, or one side did and it was taken.
  void setMergePlaces(std::vector<json::Pointer> conflicts, std::vector<json::Pointer> taken);
  /// Brings a place, or what is there around it, into the middle of the view. The focus stays where it is.
  void showPlace(const json::Pointer &pointer);
  /// Selects the value at a place, opens folds around it, and takes the focus. Nothing where it is not there.
  void selectValue(const json::Pointer &pointer);
  void setReadOnly(bool readOnly) override;
  void undo() override;
  void redo() override;

  /// Brings an edit that Scintilla has announced to its end: marks, folds and offsets are those of the text
  /// as it is now.
  void settle();

signals:
  void loaded();
  void loadProgress(int percent);
  /// `removed` bytes at `position` became `added` bytes. Undo, redo and typing alike.
  void edited(qint64 position, qint64 removed, qint64 added);
  void validityChanged(const oxp::Validity &validity);
  /// The text differs from the save point, or no longer.
  void modifiedChanged(bool modified);
  /// canUndo() or canRedo() says something else now.
  void historyChanged();
  void busyChanged(bool busy);
  void caretMoved(qint64 offset);
  void findFinished(const oxp::FindResult &result);
  /// Something that was asked for cannot be done; a sentence for the person.
  void refused(const QString &sentence);
  void escapePressed();

protected:
  void keyPressEvent(QKeyEvent *event) override;
  void mousePressEvent(QMouseEvent *event) override;
  void mouseReleaseEvent(QMouseEvent *event) override;
  void mouseMoveEvent(QMouseEvent *event) override;
  void mouseDoubleClickEvent(QMouseEvent *event) override;
  void contextMenuEvent(QContextMenuEvent *event) override;
  void paintEvent(QPaintEvent *event) override;
  QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
  QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;
  bool canInsertFromMimeData(const QMimeData *source) const override;

private:
  struct Step {
    qint64 position, removed, added;
    long line, lineCount; ///< before it
    bool atLineStart;
  };
  struct Edit {
    qint64 position, removed, added;
    bool told = true; ///< false: the text says what it said before
  };
  struct FoldWork {
    long first, last;
    bool shown;
  };
  struct Loaded;

  void setupText();
  void setupMargins();
  void setupKeys();
  void setupSignals();

  void load(Loaded loaded);
  void takeIn(Loaded loaded);
  void showDocument(void *document);
  void showRepresentations(int from = 0);
  void setBusy(bool loading, bool rewriting);
  void applyReadOnly();

  void onModified(int position, int type, int length, int token);
  void settleStep();
  void followLines(const Step &step);
  void followMarks(const Step &step);
  void noteEdit(const Edit &edit);
  void announceEdits();
  void forgetText();
  void announceModified();

  void checkLater();
  void startAnalysis();
  void setAnalysed(Analysis analysis);
  void showError();
  void reopenOrphans();

  void rewriteLater(std::function<Rewrite(Rewrite)> make);
  void apply(Rewrite rewrite);
  void replaceHere(qint64 offset, qint64 removed, const QByteArray &inserted);
  void takeElisions(const json::Elisions &elisions);
  void moveTo(qint64 offset);
  void applyHere(const Rewrite &rewrite);
  void applySwap(const Rewrite &rewrite);
  void layOut(const json::Style &style);
  std::vector<quint32> closedTokens() const;
  void crossSwap(int token, bool undo);
  void revealHere(const MarkPlace &mark, const QByteArray &value);
  void revealInBase(const MarkPlace &mark, const QByteArray &value);

  const MarkPlace *markAtCaret() const;
  void showHit(qint64 offset, qint64 length);

  void styleShown();
  void styleLine(long line);
  void markShown(long line);
  int markersOf(long line);
  void toggleFold(long line);
  void closeFold(const FoldTable::Fold &fold);
  void openFold(const FoldTable::Fold &fold);
  void setLinesShown(long first, long last, bool shown);
  void foldLines();
  void finishFolding();
  bool makeFoldReady();
  bool hasFoldableSize() const { return send(SCI_GETLINECOUNT) <= limits::MostFoldedLines; }
  bool mayFold();
  void hideClosedWithin(const FoldTable::Fold &fold);
  void showLines(long first, long last);
  void foldSlice(std::shared_ptr<const std::vector<FoldTable::Fold>> folds, size_t from, quint64 revision);
  void indentNewLine();
  void highlightBraces();
  void markMerge();
  quint32 tokenOf(const json::Pointer &pointer, bool orAround) const;
  std::pair<long, long> linesAt(const json::Pointer &pointer, bool orAround) const;
  void updateNumberWidth();
  int numberWidth(qsizetype digits) const;
  int marginsWidth() const;
  void setupMarkers();
  void paintPills(QPainter &painter, long line);
  void showUnseen();
  void setRoom(char32_t character, qreal width);
  void makeRoom(QByteArrayView line);
  QByteArrayView shownBytes(long line) const;
  bool isSelected(qint64 offset) const;
  void paintUnseen(QPainter &painter, long line, qint64 start, QByteArrayView bytes);
  void paintRightToLeft(QPainter &painter, long line, qint64 start, QByteArrayView bytes);
  QPointF inLogicalOrder(const QPointF &point) const;
  bool moveByCluster(QKeyEvent *event);
  QColor groundOf(long line) const;
  void paintFoldNote(QPainter &painter, long line);
  QRect rectOf(qint64 from, qint64 to) const;

  long send(unsigned int message, qint64 w = 0, qint64 l = 0) const {
    return SendScintilla(message, static_cast<unsigned long>(w), static_cast<long>(l));
  }
  long send(unsigned int message, qint64 w, const char *text) const {
    return send(message, w, reinterpret_cast<qint64>(text));
  }
  std::optional<EditorValue> valueOf(quint32 token) const;
  QByteArrayView range(qint64 from, qint64 length) const;
  long lineOf(qint64 offset) const { return send(SCI_LINEFROMPOSITION, offset); }

  json::Elisions m_elisions;
  PillLabels m_labels;
  quint64 m_tableId = 0;   ///< tells the marks of one table from those of another on the clipboard
  bool m_ownMarks = false; ///< the text has such characters of its own: nothing is elided in it
  EditorColours m_colours;
  qreal m_cell = 8, m_roomCell = 2; ///< px: a character of the text, and of what rooms are made of
  QSet<char32_t> m_rooms;           ///< characters from right to left that have been given one
  bool m_hasRooms = false;          ///< a character drawn by ourselves has been shown
  Validity m_validity;
  QByteArray m_base;
  mutable QByteArray m_snapshot; ///< the text as last copied out; null after an edit

  std::shared_ptr<const json::Scan> m_scan;
  FoldTable m_folds;
  std::vector<qint32> m_changed;                   ///< lines, ascending
  std::vector<json::Pointer> m_conflicts, m_taken; ///< places of a merge
  std::vector<int> m_conflictLines, m_takenLines;  ///< theirs, ascending
  std::vector<qint32> m_closed;                    ///< first lines of closed folds, ascending
  std::vector<MarkPlace> m_marks;
  std::deque<FoldWork> m_foldWork; ///< lines still to be hidden or shown, in this order
  bool m_foldWorkQueued = false;
  bool m_foldReady = false;    ///< Scintilla has its table of lines, made at the first fold of a document
  bool m_foldsToClose = false; ///< of all folds, some are still to be closed

  std::unique_ptr<TextLoader> m_loader;
  DocumentHistory m_history;
  QTimer m_scanTimer;
  quint64 m_revision = 0; ///< of the text; counts edits and swaps
  quint64 m_load = 0;     ///< number of the latest setBytes()
  bool m_analysing = false;
  bool m_loading = false;
  bool m_rewriting = false;
  bool m_swapping = false; ///< container actions are our own doing
  bool m_readOnly = false;
  bool m_modified = false;
  bool m_canUndo = false, m_canRedo = false; ///< as last told
  bool m_plain = false;                      ///< no JSON, and not judged as such
  bool m_revealing = false;                  ///< an elided value is being put back
  bool m_crossedReveal = false;              ///< by the latest undo or redo
  bool m_peeking = false;                    ///< a step is redone to see what it is
  int m_revealSteps = 0;                     ///< such steps in the undo history
  std::optional<Step> m_step;                ///< announced by Scintilla, perhaps not yet done
  std::vector<Edit> m_edits;                 ///< done, not yet told
  bool m_editsQueued = false;
};

} // namespace oxp
