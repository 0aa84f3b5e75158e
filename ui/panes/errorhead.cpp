// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/errorhead.h"

#include "models/failurestory.h"
#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Gap = 8, FewLines = 6, LineHeight = 20, MostHeight = 400;
constexpr int ButtonPadding = 6, ButtonSlack = 12; ///< within a flat button, and what its width has besides
constexpr qsizetype LongestPath = 60;              ///< characters of one that a button names

QFont messageFont() {
  QFont font = fonts::title();
  font.setBold(false);
  return font;
}

int lineHeight() {
  return qMax(LineHeight, QFontMetrics(fonts::title()).height());
}

/// A flat button that is as high as a line of text.
QPushButton *lineButton(const QString &name) {
  auto *button = new QPushButton(name);
  button->setFont(fonts::small());
  button->setAccessibleName(name);
  button->setObjectName(name);
  button->setAutoDefault(false);
  setButtonKind(button, ButtonKind::Flat);
  button->setFixedHeight(qMax(22, button->fontMetrics().height() + 6));
  return button;
}

} // namespace

ErrorHead::ErrorHead(QWidget *parent)
    : QFrame(parent)
    , m_text(new QTextBrowser)
    , m_all(lineButton(tr("Show all")))
    , m_goTo(lineButton(tr("Go to value")))
    , m_note(new TextLabel(tr("The job has no reason now; this is what the newest trace says."), Tint::Text2))
    , m_keys(new TextLabel(QStringLiteral("Ctrl+E"), Tint::Text2))
    , m_copy(new QToolButton) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setupText();
  setupButtons();
  setupLayout();
}

void ErrorHead::setupText() {
  m_text->setAccessibleName(tr("Error reason"));
  m_text->setObjectName(QStringLiteral("Error reason"));
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setOpenLinks(false);
  m_text->setUndoRedoEnabled(false);
  m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
  m_text->document()->setDocumentMargin(0);
  m_text->viewport()->setAutoFillBackground(false);
  m_text->setAutoFillBackground(false);
  connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          &ErrorHead::fit);
  connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
    const size_t path = size_t(url.path().toUInt());
    if (path < m_paths.size())
      emit valueWanted(m_paths[path].pointer);
  });
}

void ErrorHead::setupButtons() {
  connect(m_all, &QPushButton::clicked, this, &ErrorHead::showAll);
  m_goTo->setIcon(icon(IconId::Arrow, Tint::Accent));
  m_goTo->setIconSize({StripIcon, StripIcon});
  connect(m_goTo, &QPushButton::clicked, this, [this] {
    if (!m_paths.empty())
      emit valueWanted(m_paths.front().pointer);
  });
  m_keys->setFont(fonts::small());
  m_note->setFont(fonts::small());
  m_note->setElide(Qt::ElideRight);
  m_note->setContentsMargins(NormalIcon + Gap, 0, 0, 0);
  m_copy->setIcon(icon(IconId::Copy));
  m_copy->setAutoRaise(true);
  m_copy->setFixedSize(24, 24);
  m_copy->setAccessibleName(tr("Copy error"));
  m_copy->setObjectName(QStringLiteral("Copy error"));
  m_copy->setToolTip(tr("Copy error"));
  connect(m_copy, &QToolButton::clicked, this, &ErrorHead::copyWanted);
}

void ErrorHead::setupLayout() {
  auto *icon = new IconLabel(IconId::Failed, Tint::Failed, NormalIcon);
  icon->setFixedHeight(lineHeight());
  auto *row = new QHBoxLayout;
  row->setSpacing(Gap);
  row->addWidget(icon, 0, Qt::AlignTop);
  row->addWidget(m_text, 1);
  row->addWidget(m_copy, 0, Qt::AlignTop);
  auto *below = new QHBoxLayout;
  below->setContentsMargins(NormalIcon + Gap - ButtonPadding, 0, 0, 0); // their words begin below the message
  below->setSpacing(Gap);
  below->addWidget(m_all);
  below->addWidget(m_goTo);
  below->addWidget(m_keys);
  below->addStretch();
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 8, 9);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(m_note);
  column->addLayout(below);
}

void ErrorHead::setStory(const FailureStory &story) {
  m_note->setVisible(story.reasonIsTrace);
  const bool same =
      m_className == story.className && m_message == story.message && m_isWhole == story.isWhole;
  if (same)
    return;
  m_className = story.className;
  m_message = story.message;
  m_isWhole = story.isWhole;
  m_opened = false;
  m_paths.clear();
  write();
}

void ErrorHead::setPaths(std::vector<FoundPath> paths) {
  if (m_paths == paths)
    return;
  m_paths = std::move(paths);
  write();
}

void ErrorHead::applyTheme() {
  write();
  update();
}

void ErrorHead::write() {
  const QTextCursor before = m_text->textCursor();
  m_text->clear();
  QTextCursor cursor(m_text->document());
  QTextBlockFormat block;
  block.setLineHeight(lineHeight(), QTextBlockFormat::FixedHeight);
  QTextCharFormat name;
  name.setFont(fonts::title());
  name.setForeground(tokens().err);
  QTextCharFormat plain;
  plain.setFont(messageFont());
  plain.setForeground(tokens().text);
  cursor.setBlockFormat(block);
  if (!m_className.isEmpty())
    cursor.insertText(m_className + QStringLiteral(": "), name);
  qsizetype done = 0;
  for (size_t i = 0; i < m_paths.size(); ++i) {
    const PathMention &mention = m_paths[i].mention;
    cursor.insertText(m_message.mid(done, mention.start - done), plain);
    QTextCharFormat link = plain;
    link.setAnchor(true);
    link.setAnchorHref(QString::number(i));
    link.setForeground(tokens().accent);
    link.setFontUnderline(true);
    cursor.insertText(mention.text, link);
    done = mention.start + mention.length;
  }
  cursor.insertText(m_message.mid(done), plain);
  // Links may come a moment later: what somebody is selecting meanwhile stays selected.
  QTextCursor again(m_text->document());
  const int end = m_text->document()->characterCount() - 1;
  again.setPosition(qMin(before.anchor(), end));
  again.setPosition(qMin(before.position(), end), QTextCursor::KeepAnchor);
  m_text->setTextCursor(again);
  fit();
}

/// As high as its text, or as the first lines of it.
void ErrorHead::fit() {
  const int whole = qCeil(m_text->document()->size().height());
  const int few = FewLines * lineHeight();
  const bool more = whole > few || !m_isWhole;
  m_text->setFixedHeight(m_opened ? qMin(whole, MostHeight) : qMin(whole, few));
  m_text->setVerticalScrollBarPolicy(m_opened && whole > MostHeight ? Qt::ScrollBarAsNeeded
                                                                    : Qt::ScrollBarAlwaysOff);
  if (!m_opened)
    m_text->verticalScrollBar()->setValue(0);
  m_all->setVisible(more && !m_opened);
  const bool link = !m_paths.empty();
  m_goTo->setVisible(link);
  m_keys->setVisible(link);
  if (link) {
    QString path = m_paths.front().mention.text;
    if (path.size() > LongestPath)
      path = path.first(LongestPath / 2) + u'…' + path.last(LongestPath / 2);
    m_goTo->setText(tr("Go to %1, line %2").arg(path, format::number(m_paths.front().line)));
  }
  for (QPushButton *button : {m_all, m_goTo})
    button->setFixedWidth(button->sizeHint().width() - ButtonSlack);
}

void ErrorHead::showAll() {
  if (!m_isWhole) {
    emit fullTextWanted();
    return;
  }
  m_opened = true;
  fit();
}

void ErrorHead::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens().errBg);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
}

void ErrorHead::changeEvent(QEvent *event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
    write();
}

} // namespace oxp
