// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/elisions.h"
#include "json/scanner.h"
#include "ui/editor/editorcolours.h"

#include <Qsci/qsciscintilla.h>

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace oxp {

class FoldTable;
class TextLoader;

/// Whether the text in the editor is valid JSON, and where it is not.
struct Validity {
  bool known = false; ///< false while a large text is being scanned
  bool valid = false;
  std::optional<json::ScanError> error;
  qint64 line = 0, column = 0; ///< of the error, from 1
  qint64 size = 0;             ///< bytes of the text as shown
};

/// JSON in QScintilla, by bytes. Text over 1 MB is filled on a worker thread; only shown lines are styled; the
/// token table (scanned off the GUI thread for large texts) gives folds and brace pairs. Values behind
/// private-use characters are drawn as pills and cannot be half edited. GUI thread.
class JsonEditor : public QsciScintilla {
  Q_OBJECT

public:
  explicit JsonEditor(QWidget *parent = nullptr);
  ~JsonEditor() override;

  /// Replaces everything; undo starts anew. Large texts arrive later: loaded() tells. A later call wins.
  void setBytes(const QByteArray &text, const json::Elisions &elisions = {});
  /// Replaces everything as one undo step.
  void replaceBytes(const QByteArray &text);
  /// The text, elided values as their marks.
  QByteArray bytes() const;
  qint64 byteCount() const;
  const json::Elisions &elisions() const { return m_elisions; }
  /// What the change bars compare with. Marks lines between the first and the last byte that differ.
  void setBaseBytes(const QByteArray &base);
  bool isLoading() const { return m_loading; }
  const Validity &validity() const { return m_validity; }
  /// The token table of the text; null while it is being scanned anew.
  std::shared_ptr<const json::Scan> scan() const { return m_scan; }

  void setColours(const EditorColours &colours);
  /// Lays the text out anew; one undo step. Does nothing to invalid text.
  void format();
  void minify();
  void goToLine(int line);
  /// Puts the caret at a byte offset and scrolls there.
  void goToOffset(qint64 offset);
  qint64 caretOffset() const;
  /// Puts the elided value at the caret (or the one selected) back into the text. False when there is none.
  bool expandAtCaret();
  /// Number of the elided value at the caret, -1 when there is none.
  int elisionAtCaret() const;
  /// Replaces bytes as one undo step.
  void replaceRange(qint64 offset, qint64 removed, const QByteArray &inserted);

  /// Finds from the caret on, wraps round. Any case unless `matchCase`.
  bool findNext(const QByteArray &what, bool matchCase, bool backwards);
  /// How many elided values hold the text too. Masked ones are not looked into.
  int hitsInElisions(const QByteArray &what, bool matchCase) const;
  void replaceSelection(const QByteArray &with);
  /// Replaces all hits in one undo step; the number of them.
  int replaceAll(const QByteArray &what, const QByteArray &with, bool matchCase);

signals:
  void loaded();
  /// `removed` bytes at `position` became `added` bytes. Undo, redo and typing alike.
  void edited(qint64 position, qint64 removed, qint64 added);
  void validityChanged(const oxp::Validity &validity);
  void escapePressed();

protected:
  void keyPressEvent(QKeyEvent *event) override;
  QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
  QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;
  bool canInsertFromMimeData(const QMimeData *source) const override;

private:
  static constexpr int ErrorIndicator = 9, FindIndicator = 10;
  enum Margin { NumberMargin, SymbolMargin, FoldMargin, ChangeMargin };
  void setupText();
  void setupMargins();
  void setupKeys();
  void setupSignals();
  void adopt(void *document);
  void fillNow(const QByteArray &text);
  void showRepresentations();
  void onModified(int position, int type, const char *text, int length);
  void noteStep(qint64 position, qint64 removed, qint64 added);
  void flushSteps();
  void styleShown();
  void styleLine(long line);
  void markShown(long line);
  void rescan();
  void setScanned(const std::shared_ptr<json::Scan> &scan, const std::shared_ptr<FoldTable> &folds);
  bool lineDiffers(long start, long end) const;
  void toggleFold(long line);
  void foldLines(long first, long last, bool fold);
  void highlightBraces();
  void updateNumberWidth();
  void updateChangeRange();
  long send(unsigned int message, unsigned long w = 0, long l = 0) const { return SendScintilla(message, w, l); }

  json::Elisions m_elisions;
  EditorColours m_colours;
  Validity m_validity;
  std::shared_ptr<json::Scan> m_scan;
  std::shared_ptr<FoldTable> m_folds;
  QByteArray m_base;
  qint64 m_changeHead = 0, m_changeTail = 0; ///< bytes at both ends that are as in the base
  bool m_changed = false;
  std::unique_ptr<TextLoader> m_loader;
  QTimer m_scanTimer;
  quint64 m_revision = 0;
  bool m_loading = false;
  struct Step {
    qint64 position, removed, added;
  };
  std::vector<Step> m_steps;
  bool m_stepsQueued = false;
};

} // namespace oxp
