// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changeseditor.h"

#include "edits/codec.h"
#include "models/format.h"
#include "ui/dialogs/changerows.h"
#include "ui/dialogs/changewords.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/payload.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

/// What a form would not let through either.
QString faultIn(const std::vector<edits::Change> &changes) {
  for (size_t i = 0; i < changes.size(); ++i)
    if (const auto again = edits::changeOf(edits::draftOf(changes[i])); !again)
      return ChangesEditor::tr("Change %1: %2")
          .arg(format::number(qint64(i) + 1), changewords::fault(again.error()));
  return {};
}

} // namespace

ChangesEditor::ChangesEditor(QWidget *parent)
    : QWidget(parent)
    , m_views(new QStackedWidget)
    , m_rows(new ChangeRows)
    , m_json(new QWidget)
    , m_text(new JsonEditor)
    , m_fault(new TextLabel({}, Tint::Err)) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  setupHead();
  setupJson();
  m_views->addWidget(m_rows);
  m_views->addWidget(m_json);
  column->addWidget(m_views, 1);
  connect(m_rows, &ChangeRows::changed, this, &ChangesEditor::showState);
  showState();
}

void ChangesEditor::setupHead() {
  auto *title = new TextLabel(tr("Changes"));
  title->setFont(fonts::uiBold());
  m_switch = new QPushButton;
  m_switch->setAutoDefault(false);
  setButtonKind(m_switch, ButtonKind::Flat);
  connect(m_switch, &QPushButton::clicked, this, &ChangesEditor::toggle);
  auto *head = new QHBoxLayout;
  head->addWidget(title);
  head->addStretch(1);
  head->addWidget(m_switch);
  static_cast<QVBoxLayout *>(layout())->addLayout(head);
}

void ChangesEditor::setupJson() {
  m_text->setAccessibleName(tr("Changes as JSON"));
  m_text->setObjectName(QStringLiteral("Changes as JSON"));
  m_text->setFrameShape(QFrame::StyledPanel);
  m_fault->setFont(fonts::small());
  m_fault->setWordWrap(true);
  auto *column = new QVBoxLayout(m_json);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(m_text, 1);
  column->addWidget(m_fault);
  connect(m_text, &JsonEditor::edited, this, &ChangesEditor::judgeJson);
  connect(m_text, &JsonEditor::loaded, this, &ChangesEditor::judgeJson);
}

bool ChangesEditor::isJson() const {
  return m_views->currentWidget() == m_json;
}

std::optional<std::vector<edits::Change>> ChangesEditor::changes() const {
  if (!isJson())
    return m_rows->changes();
  return missing().isEmpty() ? std::optional(m_written) : std::nullopt;
}

QString ChangesEditor::missing() const {
  if (!isJson())
    return m_rows->missing();
  return !m_wrong.isEmpty() ? m_wrong : m_written.empty() ? tr("No change yet") : QString();
}

bool ChangesEditor::isUntouched() const {
  return isJson() ? m_wrong.isEmpty() && m_written.empty() : m_rows->isUntouched();
}

void ChangesEditor::setPaths(const search::FieldPaths &paths) {
  m_rows->setPaths(paths);
}

void ChangesEditor::focusFirst() {
  isJson() ? m_text->setFocus() : m_rows->focusFirst();
}

void ChangesEditor::toggle() {
  isJson() ? showRows() : showJson();
  showState();
  focusFirst();
}

void ChangesEditor::showJson() {
  m_written = m_rows->changes().value_or(std::vector<edits::Change>());
  m_wrong.clear();
  const ShownPayload shown = showPayload(edits::toJson(m_written), true, nullptr);
  m_text->setBytes(shown.text, shown.elisions);
  m_views->setCurrentWidget(m_json);
}

void ChangesEditor::showRows() {
  std::vector<edits::Draft> drafts;
  std::transform(m_written.begin(), m_written.end(), std::back_inserter(drafts), edits::draftOf);
  m_views->setCurrentWidget(m_rows);
  m_rows->setDrafts(drafts);
}

void ChangesEditor::judgeJson() {
  const auto read = edits::fromJson(m_text->elisions().expand(m_text->bytes()));
  m_written = read ? *read : std::vector<edits::Change>();
  m_wrong = read ? faultIn(m_written) : changewords::codecFault(read.error());
  showState();
}

/// Nothing that was written is lost by the switch: it is off while one view says what the other cannot.
void ChangesEditor::showState() {
  const QString why = isJson() ? m_wrong : m_rows->isUntouched() ? QString() : m_rows->missing();
  m_switch->setText(isJson() ? tr("Show as rows") : tr("Show as JSON"));
  m_switch->setAccessibleName(m_switch->text());
  m_switch->setObjectName(m_switch->text());
  m_switch->setEnabled(why.isEmpty());
  m_switch->setToolTip(why);
  m_fault->setText(m_wrong);
  m_fault->setVisible(!m_wrong.isEmpty());
  m_text->setAccessibleDescription(m_wrong);
  emit changed();
}

} // namespace oxp
