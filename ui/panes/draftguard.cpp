// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/draftguard.h"

#include "ui/editor/jsoneditor.h"
#include "workspace/draftkeeper.h"

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qint64 Pause = 3; // times what writing a large text takes

} // namespace

DraftGuard::DraftGuard(JsonEditor *editor, DraftKeeper &keeper, Describe describe, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_keeper(keeper)
    , m_describe(std::move(describe)) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &DraftGuard::due);
  connect(&m_keeper, &DraftKeeper::stored, this,
          [this](const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
            if (m_writing && m_writing->profileId == profileId && m_writing->queue == queue &&
                m_writing->jobId == jobId)
              noteWritten();
          });
}

void DraftGuard::noteWritten() {
  m_writing.reset();
  m_cost = m_since.elapsed();
  if (std::exchange(m_due, false))
    flush();
}

void DraftGuard::touch() {
  m_behind = true;
  // Not started again with every key: somebody who types without a pause is kept too.
  if (!m_timer.isActive() && !m_due)
    m_timer.start(interval());
}

int DraftGuard::interval() const {
  const bool large = m_editor->byteCount() > LargeText;
  return large ? int(std::max<qint64>(EveryMs, Pause * m_cost)) : EveryMs;
}

void DraftGuard::due() {
  if (m_writing)
    m_due = true;
  else
    flush();
}

void DraftGuard::flush() {
  m_timer.stop();
  m_due = false;
  if (!std::exchange(m_behind, false))
    return;
  std::optional<audit::Draft> draft = m_describe();
  if (!draft)
    return;
  m_writing = draft;
  m_since.start();
  draft->text = m_editor->bytes();
  m_keeper.note(std::move(*draft), m_editor->elisions());
}

void DraftGuard::stop() {
  m_timer.stop();
  m_behind = m_due = false;
}

} // namespace oxp
