// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/jsonpane.h"

#include "models/format.h"
#include "ui/editor/jsoneditor.h"
#include "ui/errortext.h"
#include "ui/panes/payload.h"
#include "ui/widgets/textlabel.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"

#include <QVBoxLayout>

namespace oxp {

JsonPane::JsonPane(Part part, QWidget *parent)
    : JobTab(parent)
    , m_part(part)
    , m_view(new JsonEditor)
    , m_note(new TextLabel({}, Tint::Text2)) {
  m_view->setReadOnly(true);
  m_view->setAccessibleName(part == Part::Result ? tr("Result of the job") : tr("Options of the job"));
  m_note->setContentsMargins(12, 8, 12, 8);
  m_note->setWordWrap(true);
  m_note->hide();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_note);
  layout->addWidget(m_view, 1);
}

JsonPane::~JsonPane() {
  m_request.cancel();
}

void JsonPane::setJob(const JobContext &context, const JobDetail &detail) {
  clearJob();
  m_context = context;
  updateJob(detail);
}

void JsonPane::updateJob(const JobDetail &detail) {
  if (m_part == Part::Options)
    return show(detail.opts);
  const bool whole = detail.returnvalueSize >= 0 && detail.returnvalue.size() == detail.returnvalueSize;
  if (whole || detail.returnvalueSize < 0) {
    m_stale = false;
    m_size = detail.returnvalueSize;
    return show(detail.returnvalue);
  }
  if (detail.returnvalueSize == m_size)
    return;
  m_size = detail.returnvalueSize;
  m_stale = true;
  m_note->setText(tr("The result has %1.").arg(format::sizeText(m_size)));
  m_note->show();
  if (isVisible())
    load();
}

void JsonPane::clearJob() {
  m_request.cancel();
  m_context = {};
  m_size = -1;
  m_stale = false;
  m_note->hide();
  show({});
}

void JsonPane::activated() {
  if (m_stale)
    load();
}

void JsonPane::load() {
  if (m_context.isNull())
    return;
  m_stale = false;
  m_note->setText(tr("Loading %1…").arg(format::sizeText(m_size)));
  const JobContext asked = m_context;
  m_request = m_context.session->jobs().requestField(
      asked.queue, asked.jobId, "returnvalue", this, [this, asked](const Result<QByteArray> &value) {
        if (!m_context.sameJob(asked))
          return;
        m_note->setVisible(!value);
        if (value)
          return show(*value);
        m_stale = true;
        m_note->setText(errorText(value.error(), Doing::Reading).oneLine());
      });
}

void JsonPane::show(const QByteArray &bytes) {
  if (bytes == m_bytes)
    return;
  m_bytes = bytes;
  showPayloadLater(
      this, bytes, !bytes.isEmpty(), m_context.masks(),
      [this, bytes](const ShownPayload &shown) {
        if (bytes.constData() == m_bytes.constData())
          m_view->setBytes(shown.text, shown.elisions);
      },
      m_view->columns());
}

void JsonPane::applyTheme() {
  m_view->setColours(editorColours());
}

} // namespace oxp
