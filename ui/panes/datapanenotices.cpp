// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said above the text, and until when.
#include "ui/panes/datapane.h"

#include "ui/editor/jsoneditor.h"
#include "ui/editor/scansentences.h"
#include "ui/widgets/banner.h"

#include <QLocale>

#include <utility>

namespace oxp {

void DataPane::setGone(Gone gone) {
  if (std::exchange(m_gone, gone) == gone)
    return;
  updateButtons();
  if (gone == Gone::No)
    return end(DataEvent::Back);
  end(DataEvent::Gone);
  Notice notice;
  notice.id = "gone";
  notice.kind = NoticeKind::Warn;
  notice.what = gone == Gone::OtherJob ? tr("Another job bears this id now; the one you opened is gone.")
                                       : tr("This job is gone.");
  notice.detail = gone == Gone::OtherJob ? tr("Your text is kept as a draft.")
                  : m_unsaved            ? tr("It was removed or cleaned up. Your text is kept.")
                                         : tr("It was removed or cleaned up.");
  m_banner->post(notice);
}

void DataPane::showRefusal(const QString &sentence) {
  Notice notice;
  notice.id = "refused";
  notice.kind = NoticeKind::Warn;
  notice.what = sentence;
  m_banner->post(notice);
}

void DataPane::showFormNotice(const ShownPayload &shown) {
  Notice notice;
  notice.id = "form";
  notice.kind = NoticeKind::Warn;
  switch (shown.form) {
  case ShownPayload::Form::Json:
    if (!m_hidden && (shown.masked == 0 || m_context.mayReveal()))
      return;
    notice.kind = NoticeKind::Info;
    notice.what = tr("Sensitive values are masked.");
    if (m_context.mayReveal())
      notice.buttons = {{tr("Reveal"), [this] { revealAll(); }}};
    else
      notice.detail = mayNotReveal();
    break;
  case ShownPayload::Form::Empty:
    notice.kind = NoticeKind::Info;
    notice.what = tr("No data.");
    notice.detail = tr("Workers read {}.");
    if (canWrite())
      notice.buttons = {{tr("Put {}"), [this] { m_editor->replaceBytes("{}"); }}};
    break;
  case ShownPayload::Form::Broken:
    notice.what = tr("Not valid JSON: %1.").arg(scanSentence(shown.error->code));
    notice.detail = tr("Workers cannot fetch this job; it stays in active.");
    if (m_hidden && m_context.mayReveal())
      notice.buttons = {{tr("Reveal"), [this] { revealAll(); }}};
    else if (m_hidden)
      notice.detail += u' ' + mayNotReveal();
    break;
  case ShownPayload::Form::NotUtf8:
    notice.what = tr("Not text in UTF-8.");
    notice.detail = tr("Shown as bytes, read only.");
    if (!m_hidden)
      notice.buttons = {{tr("Save to file"), [this] { saveBytes(); }}};
    else if (m_context.mayReveal())
      notice.buttons = {{tr("Reveal"), [this] { revealAll(); }}};
    else
      notice.detail += u' ' + mayNotReveal();
    if (canWrite())
      notice.buttons << NoticeButton{tr("Replace from file"), [this] { replaceBytes(); }};
    break;
  }
  m_banner->post(notice);
}

/// Somebody wants to save and cannot: where it is the text, at its place.
void DataPane::showWhyNot(const QString &why) {
  if (!m_unsaved || m_context.isNull())
    return;
  const Validity &validity = m_editor->validity();
  if (!validity.known || validity.valid || validity.checking || !validity.error)
    return showRefusal(why);
  m_editor->goToOffset(validity.error->offset);
  Notice notice;
  notice.id = "invalid";
  notice.kind = NoticeKind::Warn;
  notice.what = tr("Not saved: %1.").arg(scanSentence(validity.error->code));
  notice.detail = tr("Line %1, column %2: the caret was put there. Your text is kept as a draft.")
                      .arg(QLocale().toString(validity.line), QLocale().toString(validity.column));
  m_banner->post(notice);
}

void DataPane::end(DataEvent event) {
  endNotices(*m_banner, event);
  m_stale = m_stale && !ends(event, "changed");
}

} // namespace oxp
