// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/findbar.h"

#include "models/format.h"
#include "ui/editor/jsoneditor.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/findline.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace oxp {

FindBar::FindBar(JsonEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_line(new FindLine)
    , m_replace(new QLineEdit)
    , m_replaceRow(new QWidget) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(12, 6, 12, 6);
  column->setSpacing(6);
  column->addWidget(m_line);
  setupReplace();
  column->addWidget(m_replaceRow);
  connect(m_line, &FindLine::wanted, this, &FindBar::find);
  connect(m_line, &FindLine::closed, this, &FindBar::close);
  connect(m_editor, &JsonEditor::findFinished, this, &FindBar::tell);
  hide();
}

void FindBar::setupReplace() {
  m_replace->setAccessibleName(tr("Replace with"));
  m_replace->setObjectName(QStringLiteral("Replace with"));
  m_replace->setPlaceholderText(tr("Replace with"));
  m_replace->setFont(fonts::mono());
  auto *row = new QHBoxLayout(m_replaceRow);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_replace, 1);
  const auto addButton = [row](const char *id, const QString &name) {
    auto *button = new QPushButton(name);
    button->setAccessibleName(name);
    button->setObjectName(QLatin1StringView(id));
    button->setAutoDefault(false);
    row->addWidget(button);
    return button;
  };
  connect(addButton("Replace", tr("Replace")), &QPushButton::clicked, this, &FindBar::replaceOne);
  connect(addButton("Replace all", tr("Replace all")), &QPushButton::clicked, this, &FindBar::replaceAll);
}

void FindBar::open(bool replace) {
  m_replaceRow->setVisible(replace && !m_editor->isReadOnly());
  show();
  m_line->begin(m_editor->selectedText());
}

void FindBar::close() {
  hide();
  m_editor->setFocus();
}

void FindBar::find(bool backwards) {
  if (m_line->text().isEmpty())
    return;
  m_asked = Asked::Find;
  m_editor->find(m_line->text().toUtf8(), m_line->matchCase(), backwards);
}

void FindBar::replaceOne() {
  const QString what = m_line->text();
  const Qt::CaseSensitivity sensitivity = m_line->matchCase() ? Qt::CaseSensitive : Qt::CaseInsensitive;
  if (!what.isEmpty() && m_editor->selectedText().compare(what, sensitivity) == 0)
    m_editor->replaceSelection(m_replace->text().toUtf8());
  find(false);
}

void FindBar::replaceAll() {
  if (m_line->text().isEmpty() || m_editor->isBusy())
    return;
  m_asked = Asked::ReplaceAll;
  m_editor->replaceAll(m_line->text().toUtf8(), m_replace->text().toUtf8(), m_line->matchCase());
}

void FindBar::tell(const FindResult &result) {
  QStringList words;
  const Asked asked = std::exchange(m_asked, Asked::Nothing);
  if (asked == Asked::Nothing)
    return;
  if (asked == Asked::ReplaceAll)
    words << tr("%n replaced", nullptr, result.replaced);
  else
    words << FindLine::resultWords(result.found, result.wrapped);
  if (result.inElisions > 0)
    words << tr("also in %n shortened value(s)", nullptr, result.inElisions);
  m_line->tell(format::joined(words), asked != Asked::Find || result.found);
}

void FindBar::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else
    QWidget::keyPressEvent(event);
}

} // namespace oxp
