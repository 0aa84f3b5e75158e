// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changerow.h"

#include "models/format.h"
#include "ui/dialogs/changewords.h"
#include "ui/dialogs/pathcompleter.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/shortenedfield.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace oxp {
namespace {

using Kind = edits::Change::Kind;
using Field = edits::DraftFault::Field;
using edits::Reading;

constexpr int KindWidth = 116, PathWidth = 152, ButtonSide = 24, SidePadding = 8, Gap = 8; // px
constexpr std::array Kinds{Kind::Set,       Kind::SetIfAbsent, Kind::Remove, Kind::Rename,    Kind::Move,
                           Kind::Increment, Kind::ReplaceText, Kind::Patch,  Kind::MergePatch};

void name(QWidget *widget, const QString &text) {
  widget->setAccessibleName(text);
  widget->setObjectName(text);
}

QString wordBefore(Kind kind) {
  return kind == Kind::Rename || kind == Kind::Move ? ChangeRow::tr("to")
         : kind == Kind::Increment                  ? ChangeRow::tr("by")
                                                    : QString();
}

QString sentenceOf(Reading reading, const QString &value) {
  const QString shown = format::safeText(value.trimmed().toUtf8(), 40);
  switch (reading) {
  case Reading::NoNumber:
    return ChangeRow::tr("%1 is no number in JSON: it becomes the text “%1”").arg(shown);
  case Reading::NoLiteral:
    return ChangeRow::tr("JSON has only true, false and null: this becomes the text “%1”").arg(shown);
  default:
    return {};
  }
}

} // namespace

ChangeRow::ChangeRow(const edits::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_path(new ShortenedField)
    , m_value(new ShortenedField)
    , m_with(new ShortenedField)
    , m_word(new TextLabel({}, Tint::Text2))
    , m_below(new TextLabel({}, Tint::Err))
    , m_arrow(new IconLabel(IconId::Arrow, Tint::Text2))
    , m_regex(new QToolButton)
    , m_remove(new QToolButton)
    , m_pathOffers(new PathCompleter(m_path, this))
    , m_targetOffers(new PathCompleter(m_value, this))
    , m_change(edits::changeOf(draft)) {
  name(this, tr("Change"));
  setupKind();
  setupFields(draft);
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(SidePadding, 4, SidePadding, 4);
  column->setSpacing(2);
  column->addLayout(makeLine());
  column->addWidget(m_below);
  m_below->setFont(fonts::small());
  m_below->setWordWrap(true);
  m_below->setContentsMargins(KindWidth + Gap, 0, 0, 0);
  m_kind->setCurrentIndex(m_kind->findData(int(draft.kind)));
  showFields();
  connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
    showFields();
    emit changed();
  });
  for (ShortenedField *field : {m_path, m_value, m_with})
    connect(field, &QLineEdit::textChanged, this, [this] {
      judge();
      emit changed();
    });
  connect(m_regex, &QToolButton::toggled, this, [this] {
    judge();
    emit changed();
  });
  connect(qApp, &QApplication::focusChanged, this, [this] {
    judge();
    update();
  });
}

/// A field that goes with the focus would have what is gone already judged.
ChangeRow::~ChangeRow() {
  disconnect(qApp, nullptr, this, nullptr);
}

void ChangeRow::setupKind() {
  name(m_kind, tr("Kind"));
  m_kind->setFixedWidth(KindWidth);
  for (const Kind kind : Kinds)
    m_kind->addItem(changewords::kind(kind), int(kind));
  m_kind->setMaxVisibleItems(int(Kinds.size()));
}

void ChangeRow::setupFields(const edits::Draft &draft) {
  name(m_path, tr("Path"));
  m_path->setFixedWidth(PathWidth);
  m_path->setPlaceholderText(tr("path"));
  m_path->setText(draft.path);
  name(m_value, tr("Value"));
  m_value->setText(draft.value);
  name(m_with, tr("With"));
  m_with->setText(draft.with);
  m_with->setPlaceholderText(tr("nothing"));
  name(m_regex, tr("Regular expression"));
  m_regex->setText(QStringLiteral(".*"));
  m_regex->setFont(fonts::monoId());
  m_regex->setToolTip(tr("Regular expression; \\1 to \\9 stand for its groups"));
  m_regex->setCheckable(true);
  m_regex->setChecked(draft.regex);
  m_regex->setAutoRaise(true);
  name(m_remove, tr("Remove change"));
  m_remove->setToolTip(m_remove->accessibleName());
  m_remove->setIcon(icon(IconId::Close));
  m_remove->setAutoRaise(true);
  m_remove->setFixedSize(ButtonSide, ButtonSide);
  connect(m_remove, &QToolButton::clicked, this, &ChangeRow::removeWanted);
}

QHBoxLayout *ChangeRow::makeLine() {
  auto *line = new QHBoxLayout;
  line->setSpacing(Gap);
  line->addWidget(m_kind);
  line->addWidget(m_path);
  line->addWidget(m_word);
  line->addWidget(m_value, 1);
  line->addWidget(m_arrow);
  line->addWidget(m_with, 1);
  line->addWidget(m_regex);
  line->addWidget(m_remove);
  return line;
}

Kind ChangeRow::kind() const {
  return Kind(m_kind->currentData().toInt());
}

edits::Draft ChangeRow::draft() const {
  return {kind(), m_path->text(), m_value->text(), m_with->text(), m_regex->isChecked()};
}

void ChangeRow::setPaths(const search::FieldPaths &paths) {
  m_pathOffers->setPaths(paths);
  m_targetOffers->setPaths(paths);
}

void ChangeRow::focusFirst() {
  m_path->setFocus();
}

QList<QWidget *> ChangeRow::stops() const {
  return {m_kind, m_path, m_value, m_with, m_regex, m_remove};
}

/// What a kind does not take is hidden and stays: whoever chooses the kind again finds it there.
void ChangeRow::showFields() {
  const bool replaces = kind() == Kind::ReplaceText, takesValue = kind() != Kind::Remove;
  const QString word = wordBefore(kind());
  m_word->setText(word);
  m_word->setVisible(!word.isEmpty());
  m_value->setVisible(takesValue);
  m_path->setMaximumWidth(takesValue ? PathWidth : QWIDGETSIZE_MAX);
  m_value->setPlaceholderText(changewords::missing(kind(), Field::Value));
  for (QWidget *widget : std::initializer_list<QWidget *>{m_arrow, m_with, m_regex})
    widget->setVisible(replaces);
  m_targetOffers->setEnabled(kind() == Kind::Move);
  judge();
}

void ChangeRow::judge() {
  m_change = edits::changeOf(draft());
  for (ShortenedField *field : {m_path, m_value, m_with}) {
    setFieldInvalid(field, false);
    field->setAccessibleDescription({});
  }
  m_below->hide();
  showReading();
  if (!m_change && m_change.error().code != edits::DraftFault::Code::Missing && !isBeingTyped())
    showFault();
}

/// A path that ends where a step begins is no fault while one is at it.
bool ChangeRow::isBeingTyped() const {
  const edits::DraftFault &fault = m_change.error();
  const ShortenedField *field = fault.field == Field::Path ? m_path : m_value;
  return fault.code == edits::DraftFault::Code::BadPath && field->hasFocus() &&
         (field->text().endsWith(u'.') || field->text().endsWith(u'['));
}

void ChangeRow::showFault() {
  const edits::DraftFault &fault = m_change.error();
  ShortenedField *field = fault.field == Field::Path    ? m_path
                          : fault.field == Field::Value ? m_value
                                                        : m_with;
  const QString sentence = changewords::fault(fault);
  setFieldInvalid(field, true);
  field->setAccessibleDescription(sentence);
  m_below->setTint(Tint::Err);
  m_below->setText(sentence);
  m_below->show();
}

/// Bare words are a text: said quietly, and in a sentence where one may have meant something else.
void ChangeRow::showReading() {
  const bool takesWords = kind() == Kind::Set || kind() == Kind::SetIfAbsent;
  const Reading reading = takesWords ? edits::readingOf(m_value->text()) : Reading::Json;
  m_value->setHint(reading == Reading::Json ? QString() : tr("as text"));
  const QString sentence = sentenceOf(reading, m_value->text());
  if (reading != Reading::Json)
    m_value->setAccessibleDescription(sentence.isEmpty() ? tr("as text") : sentence);
  if (sentence.isEmpty())
    return;
  m_below->setTint(Tint::Text2);
  m_below->setText(sentence);
  m_below->show();
}

/// The change that one is at has another ground.
void ChangeRow::paintEvent(QPaintEvent *) {
  const QWidget *focus = QApplication::focusWidget();
  if (!focus || !isAncestorOf(focus))
    return;
  QPainter painter(this);
  painter.fillRect(rect(), tokens().hover);
}

} // namespace oxp
