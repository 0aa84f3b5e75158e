// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/livestatus.h"

#include "models/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/statuspieces.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace oxp {
namespace {

constexpr int ButtonSize = 22;

} // namespace

LiveStatus::LiveStatus(QAction *pause, QWidget *parent)
    : QWidget(parent)
    , m_piece(new StatusPiece(tr("Live")))
    , m_button(new QToolButton) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_piece);
  row->addWidget(m_button);
  m_button->setAutoRaise(true);
  m_button->setCheckable(true);
  m_button->setFixedSize(ButtonSize, ButtonSize);
  m_button->setIconSize(QSize(StripIcon, StripIcon));
  // Toggled and not clicked: assistive tools toggle, and nobody has clicked then.
  connect(m_button, &QToolButton::toggled, pause, [this, pause](bool on) {
    if (on != m_paused)
      pause->trigger();
  });
  update();
}

void LiveStatus::setFollowing(bool events, int pollSeconds) {
  m_events = events;
  m_pollSeconds = pollSeconds;
  update();
}

void LiveStatus::setPaused(bool paused) {
  if (paused != m_paused)
    m_pausedSince = QTime::currentTime();
  m_paused = paused;
  update();
}

void LiveStatus::update() {
  m_button->setChecked(m_paused);
  m_button->setIcon(icon(m_paused ? IconId::Play : IconId::Paused, Tint::Text2));
  m_button->setToolTip(m_paused ? tr("Resume live updates") : tr("Pause live updates"));
  m_button->setAccessibleName(m_button->toolTip());
  if (m_paused) {
    m_piece->setContent(IconId::Paused, Tint::Paused,
                        tr("Paused since %1").arg(format::timeOfDay(m_pausedSince)));
    m_piece->setToolTip(tr("What you see stands still. F5 reads it once."));
  } else if (m_events) {
    m_piece->setContent(IconId::Live, Tint::Ok, tr("Live"));
    m_piece->setToolTip(
        m_read.isValid() ? tr("Changes show as they happen. Last read at %1.").arg(format::timeOfDay(m_read))
                         : QString());
  } else {
    m_piece->setContent(IconId::Live, Tint::Text2,
                        m_read.isValid() ? tr("Checked %1").arg(format::timeOfDay(m_read)) : tr("Reading…"),
                        tr("every %n s", nullptr, m_pollSeconds));
    m_piece->setToolTip(
        tr("No events come from this queue, or the Redis user may not listen to them (XREAD; for "
           "Bull, PSUBSCRIBE): it is looked at from time to time."));
  }
}

} // namespace oxp
