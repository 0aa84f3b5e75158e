// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/findbar.h"

#include "ui/editor/jsoneditor.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace oxp {
namespace {

constexpr qsizetype LongestTaken = 200; // characters of the selection that become what is sought

QLineEdit *namedField(const char *id, const QString &name) {
  auto *field = new QLineEdit;
  field->setAccessibleName(name);
  field->setObjectName(QLatin1StringView(id));
  field->setPlaceholderText(name);
  field->setFont(fonts::mono());
  return field;
}

QPushButton *namedButton(const char *id, const QString &name) {
  auto *button = new QPushButton(name);
  button->setAccessibleName(name);
  button->setObjectName(QLatin1StringView(id));
  button->setAutoDefault(false);
  return button;
}

} // namespace

FindBar::FindBar(JsonEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_find(namedField("Find", tr("Find")))
    , m_replace(namedField("Replace with", tr("Replace with")))
    , m_case(new QToolButton)
    , m_replaceRow(new QWidget)
    , m_note(new TextLabel({}, Tint::Text2)) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(12, 6, 12, 6);
  column->setSpacing(6);
  m_note->setFont(fonts::small());
  setupFields();
  setupButtons();
  connect(m_editor, &JsonEditor::findFinished, this, &FindBar::tell);
  hide();
}

void FindBar::setupFields() {
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  m_case->setText(QStringLiteral("Aa"));
  m_case->setCheckable(true);
  m_case->setAutoRaise(true);
  m_case->setAccessibleName(tr("Match case"));
  m_case->setToolTip(tr("Match case"));
  QPushButton *previous = namedButton("Previous", tr("Previous"));
  QPushButton *next = namedButton("Next", tr("Next"));
  auto *close = new QToolButton;
  close->setIcon(icon(IconId::Close));
  close->setAutoRaise(true);
  close->setAccessibleName(tr("Close"));
  row->addWidget(m_find, 1);
  row->addWidget(m_case);
  row->addWidget(previous);
  row->addWidget(next);
  row->addWidget(m_note);
  row->addWidget(close);
  static_cast<QVBoxLayout *>(layout())->addLayout(row);
  connect(next, &QPushButton::clicked, this, [this] { find(false); });
  connect(previous, &QPushButton::clicked, this, [this] { find(true); });
  connect(m_find, &QLineEdit::returnPressed, this, [this] { find(false); });
  connect(m_find, &QLineEdit::textChanged, this, [this] {
    m_note->setText({});
    setFieldInvalid(m_find, false);
  });
  connect(close, &QToolButton::clicked, this, [this] {
    hide();
    m_editor->setFocus();
  });
}

void FindBar::setupButtons() {
  auto *row = new QHBoxLayout(m_replaceRow);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  QPushButton *one = namedButton("Replace", tr("Replace"));
  QPushButton *all = namedButton("Replace all", tr("Replace all"));
  row->addWidget(m_replace, 1);
  row->addWidget(one);
  row->addWidget(all);
  static_cast<QVBoxLayout *>(layout())->addWidget(m_replaceRow);
  connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
  connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
}

void FindBar::open(bool replace) {
  m_replaceRow->setVisible(replace && !m_editor->isReadOnly());
  const QString selected = m_editor->selectedText();
  if (!selected.isEmpty() && selected.size() < LongestTaken && !selected.contains(u'\n'))
    m_find->setText(selected);
  show();
  m_find->setFocus();
  m_find->selectAll();
}

void FindBar::find(bool backwards) {
  if (m_find->text().isEmpty())
    return;
  m_asked = Asked::Find;
  m_editor->find(m_find->text().toUtf8(), m_case->isChecked(), backwards);
}

void FindBar::replaceOne() {
  const QString what = m_find->text();
  const Qt::CaseSensitivity sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
  if (!what.isEmpty() && m_editor->selectedText().compare(what, sensitivity) == 0)
    m_editor->replaceSelection(m_replace->text().toUtf8());
  find(false);
}

void FindBar::replaceAll() {
  if (m_find->text().isEmpty() || m_editor->isBusy())
    return;
  m_asked = Asked::ReplaceAll;
  m_editor->replaceAll(m_find->text().toUtf8(), m_replace->text().toUtf8(), m_case->isChecked());
}

void FindBar::tell(const FindResult &result) {
  QStringList words;
  const Asked asked = std::exchange(m_asked, Asked::Nothing);
  if (asked == Asked::Nothing)
    return;
  if (asked == Asked::ReplaceAll)
    words << tr("%n replaced", nullptr, result.replaced);
  else if (!result.found)
    words << tr("not found");
  else if (result.wrapped)
    words << tr("went on from the other end");
  if (result.inElisions > 0)
    words << tr("also in %n shortened value(s)", nullptr, result.inElisions);
  m_note->setText(words.join(QStringLiteral(", ")));
  m_note->setAccessibleName(m_note->text());
  setFieldInvalid(m_find, asked == Asked::Find && !result.found);
}

void FindBar::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape) {
    hide();
    m_editor->setFocus();
    return;
  }
  QWidget::keyPressEvent(event);
}

} // namespace oxp
