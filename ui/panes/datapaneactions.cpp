// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the edit actions do at the caret.
#include "ui/panes/datapane.h"

#include "ui/dialogs/gotodialog.h"
#include "ui/editor/changevaluedialog.h"
#include "ui/editor/findbar.h"
#include "ui/editor/jsoneditor.h"
#include "ui/flows/errornotice.h"
#include "json/pointer.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStackedWidget>

namespace oxp {
namespace {

constexpr qint64 LargestFile = 100'000'000; // bytes that may be read into one value

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
  const std::shared_ptr<const json::Scan> scan = m_editor->scan();
  if (!scan || !scan->valid())
    return;
  const quint32 token = json::valueAt(*scan, m_editor->caretOffset());
  if (token == json::NoToken)
    return;
  const json::Token &value = scan->tokens[token];
  const bool container =
      value.kind == json::TokenKind::ObjectBegin || value.kind == json::TokenKind::ArrayBegin;
  if (container || value.kind == json::TokenKind::Elided)
    return;
  const QByteArray text = m_editor->bytes();
  const QByteArray path = json::pointerOf(text, *scan, token).toString();
  const qint64 offset = value.offset, length = value.length;
  auto *dialog = new ChangeValueDialog(text.mid(offset, length), QString::fromUtf8(path), m_window);
  connect(dialog, &ChangeValueDialog::changed, m_editor,
          [this, offset, length, text](const QByteArray &changed) {
            // The text may have been replaced while the dialog was open; then the place is not the value's
            // any more.
            if (m_editor->bytes() == text)
              m_editor->replaceRange(offset, length, changed);
          });
  dialog->open();
}

void DataPane::reveal() {
  m_editor->expandAtCaret();
}

void DataPane::openValue() {
  m_editor->expandAtCaret();
}

void DataPane::saveValue() {
  const int number = m_editor->elisionAtCaret();
  if (number < 0)
    return;
  const QByteArray bytes = m_editor->elisions().at(number).bytes;
  auto *dialog = new QFileDialog(m_window, tr("Save value to file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &name) {
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
      m_banner->post(errorNotice({ErrorKind::Invalid, "file", file.errorString(), -1}, Doing::Reading));
  });
  dialog->open();
}

void DataPane::replaceValue() {
  const int number = m_editor->elisionAtCaret();
  if (number < 0)
    return;
  auto *dialog = new QFileDialog(m_window, tr("Replace value from file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this, number](const QString &name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile) {
      m_banner->post(errorNotice({ErrorKind::Invalid, "file", file.errorString(), -1}, Doing::Reading));
      return;
    }
    const QByteArray mark = json::Elisions::mark(number);
    const qsizetype at = m_editor->bytes().indexOf(mark);
    if (at >= 0)
      m_editor->replaceRange(at, mark.size(), file.readAll().trimmed());
  });
  dialog->open();
}

void DataPane::applyTheme() {
  m_editor->setColours(editorColours());
}

} // namespace oxp
