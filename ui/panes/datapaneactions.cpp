// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the edit actions do at the caret.
#include "ui/panes/datapane.h"

#include "base/background.h"
#include "models/format.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/editor/changevaluedialog.h"
#include "ui/editor/findbar.h"
#include "ui/editor/jsoneditor.h"
#include "ui/flows/errornotice.h"
#include "ui/widgets/filesaver.h"

#include <QFileDialog>
#include <QStackedWidget>

#include <utility>

namespace oxp {
namespace {

constexpr qint64 LargestFile = 100'000'000; // bytes that may be read into one value
constexpr qsizetype LongestTyped = 10'000;  // bytes of a value that is changed in one line

} // namespace

bool DataPane::hasEditorFocus() const {
  return m_editor->hasFocus() || m_findBar->isAncestorOf(focusWidget()) ||
         (isVisible() && isAncestorOf(m_window->focusWidget()));
}

void DataPane::focusEditor() {
  if (m_stack->currentIndex() == EditorPage)
    m_editor->setFocus();
}

void DataPane::find(bool replace) {
  m_findBar->open(replace);
}

void DataPane::goToLine() {
  auto *dialog = new GoToDialog(tr("Go to line"), tr("Line"), m_window);
  connect(dialog, &GoToDialog::entered, m_editor,
          [this](const QString &text) { m_editor->goToLine(text.toInt()); });
  dialog->open();
}

void DataPane::changeValue() {
  const std::optional<EditorValue> value = m_editor->scalarAtCaret();
  if (!value || value->kind == json::TokenKind::ObjectBegin || value->kind == json::TokenKind::ArrayBegin)
    return showRefusal(tr("Put the caret on a line with a text, a number, true, false or null first."));
  if (value->bytes.size() > LongestTyped)
    return showRefusal(tr("This value is too long for one line; use Replace value from file."));
  const QByteArray text = m_editor->bytes();
  auto *dialog = new ChangeValueDialog(
      value->bytes, format::safeText(value->pointer.head(201), 200),
      value->masked ? ChangeValueDialog::Value::Hidden : ChangeValueDialog::Value::Shown, m_window);
  connect(dialog, &ChangeValueDialog::changed, m_editor, [this, text, value](const QByteArray &changed) {
    // The text may have been replaced while the dialog was open; then the place is not the value's any more.
    if (m_editor->bytes() == text)
      m_editor->changeValue(*value, changed);
    else
      showRefusal(tr("The text was loaded anew meanwhile; the value was not changed."));
  });
  dialog->open();
}

/// Whether the value at the caret is one that the person may not look at.
bool DataPane::isKeptBack(int elision) const {
  return elision >= 0 && !m_context.mayReveal() &&
         m_editor->elisions().at(elision).reason == json::Elision::Reason::Masked;
}

void DataPane::reveal() {
  openValue();
}

void DataPane::openValue() {
  if (isKeptBack(m_editor->elisionAtCaret()))
    showRefusal(mayNotReveal());
  else
    m_editor->expandAtCaret();
}

void DataPane::saveValue() {
  const int number = m_editor->elisionAtCaret();
  if (isKeptBack(number))
    showRefusal(mayNotReveal());
  else if (number >= 0)
    writeFile(tr("Save value to file"), m_editor->elisions().at(number).bytes);
}

void DataPane::replaceValue() {
  const std::optional<EditorValue> value = m_editor->elidedAtCaret();
  if (!value)
    return;
  const QByteArray text = m_editor->bytes();
  readFile(tr("Replace value from file"), [this, text, value](const QByteArray &bytes) {
    if (m_editor->bytes() == text)
      m_editor->changeValue(*value, bytes.trimmed());
    else
      showRefusal(tr("The text was loaded anew meanwhile; the value was not changed."));
  });
}

void DataPane::saveBytes() {
  writeFile(tr("Save to file"), m_baseline.data);
}

/// Bytes that are no text become the text of a file, which is saved as any edit.
void DataPane::replaceBytes() {
  const JobContext asked = m_context;
  readFile(tr("Replace from file"), [this, asked](const QByteArray &bytes) {
    if (!m_context.sameJob(asked))
      return;
    if (!bytes.isValidUtf8())
      return showRefusal(tr("That file is not text in UTF-8; nothing was changed."));
    m_form = ShownPayload::Form::Broken;
    m_hidden = false;
    end(DataEvent::Replaced);
    applyReadOnly();
    m_editor->replaceBytes(bytes);
  });
}

void DataPane::writeFile(const QString &title, const QByteArray &bytes) {
  saveToFile(this, title, {}, bytes, [this](const QString &name, const QString &problem) {
    if (problem.isEmpty())
      m_banner->post(okNotice(tr("Written to %1.").arg(name)));
    else
      showRefusal(tr("%1 could not be written: %2").arg(name, problem));
  });
}

void DataPane::readFile(const QString &title, const std::function<void(const QByteArray &)> &take) {
  struct Read {
    QByteArray bytes;
    QString problem;
  };
  auto *dialog = new QFileDialog(m_window, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this, take](const QString &name) {
    const auto read = [name]() -> Read {
      QFile file(name);
      if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
      if (file.size() > LargestFile)
        return {{}, tr("it is larger than 100 MB")};
      return {file.readAll(), {}};
    };
    runInBackground<Read>(this, read, [this, name, take](const Read &result) {
      if (result.problem.isEmpty())
        take(result.bytes);
      else
        showRefusal(tr("%1 could not be read: %2").arg(name, result.problem));
    });
  });
  dialog->open();
}

void DataPane::caretMoved() {
  end(DataEvent::CaretMoved);
  const int elision = m_editor->elisionAtCaret();
  if (std::exchange(m_elisionAtCaret, elision) != elision)
    emit stateChanged();
}

void DataPane::applyTheme() {
  m_editor->setColours(editorColours());
}

} // namespace oxp
