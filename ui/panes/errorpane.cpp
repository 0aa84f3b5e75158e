// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/errorpane.h"

#include "models/attempts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

namespace oxp {
namespace {

void insertSection(QTextCursor &cursor, const AttemptSection &section, bool first) {
  QTextBlockFormat block;
  block.setTopMargin(first ? 4 : 20);
  block.setBottomMargin(4);
  QTextCharFormat dim;
  dim.setForeground(tokens().text2);
  dim.setFont(fonts::small());
  cursor.insertBlock(block, dim);
  cursor.insertText(
      section.number > 0 ? ErrorPane::tr("Attempt %1").arg(section.number) : ErrorPane::tr("Reason"), dim);
  QTextCharFormat headline;
  headline.setFont(fonts::uiBold());
  headline.setForeground(tokens().err);
  QTextBlockFormat tight;
  tight.setBottomMargin(6);
  cursor.insertBlock(tight, headline);
  if (!section.className.isEmpty())
    cursor.insertText(section.className + QStringLiteral(": "), headline);
  QTextCharFormat message = headline;
  message.setForeground(tokens().text);
  cursor.insertText(section.message, message);
  if (section.trace.isEmpty())
    return;
  QTextCharFormat trace;
  trace.setFont(fonts::monoId());
  trace.setForeground(tokens().text);
  cursor.insertBlock(QTextBlockFormat(), trace);
  cursor.insertText(section.trace, trace);
}

} // namespace

ErrorPane::ErrorPane(QWidget *parent)
    : JobTab(parent)
    , m_text(new QTextBrowser) {
  m_text->setAccessibleName(tr("Error"));
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setOpenLinks(false);
  m_text->setUndoRedoEnabled(false);
  m_text->setLineWrapMode(QTextEdit::WidgetWidth);
  m_text->document()->setDocumentMargin(12);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_text);
}

void ErrorPane::setJob(const JobContext &, const JobDetail &detail) {
  m_stacktrace = detail.stacktrace;
  m_reason = detail.failedReason;
  m_attempts = detail.row.attemptsMade;
  rebuild();
  m_text->verticalScrollBar()->setValue(0);
}

void ErrorPane::updateJob(const JobDetail &detail) {
  if (detail.stacktrace == m_stacktrace && detail.failedReason == m_reason &&
      detail.row.attemptsMade == m_attempts)
    return;
  const int place = m_text->verticalScrollBar()->value();
  setJob({}, detail);
  m_text->verticalScrollBar()->setValue(place);
}

void ErrorPane::clearJob() {
  setJob({}, {});
}

void ErrorPane::rebuild() {
  m_text->clear();
  QTextCursor cursor(m_text->document());
  bool first = true;
  for (const AttemptSection &section : attemptSections(m_stacktrace, m_reason, m_attempts)) {
    insertSection(cursor, section, first);
    first = false;
  }
  if (first) {
    QTextCharFormat dim;
    dim.setForeground(tokens().text2);
    cursor.insertText(tr("This job has not failed."), dim);
  }
  // QTextDocument begins with a block of its own, empty here.
  if (!first) {
    QTextCursor head(m_text->document()->firstBlock());
    head.deleteChar();
  }
}

} // namespace oxp
