// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowmemory.h"

#include "ui/views/queuepage.h"
#include "ui/window/windowcentre.h"
#include "workspace/workspace.h"

#include <QMainWindow>
#include <QScreen>

#include <algorithm>

namespace oxp {
namespace {

constexpr QSize FirstSize(1440, 900);

/// What a window manager may add around a window, px.
constexpr int FrameWidth = 2, TitleHeight = 32;

} // namespace

QSettings &WindowMemory::store() const {
  return m_workspace.settings().store();
}

/// As it was left, or as large as the first time; never larger than the screen it opens on.
void WindowMemory::place() const {
  const bool restored =
      m_window->restoreGeometry(store().value(QStringLiteral("window/geometry")).toByteArray());
  const QRect room = m_window->screen()->availableGeometry();
  const QSize most(room.width() - FrameWidth, room.height() - TitleHeight);
  if (!restored)
    m_window->resize(FirstSize.boundedTo(most));
  if (m_window->isMaximized() || m_window->isFullScreen())
    return;
  m_window->resize(m_window->size().boundedTo(most));
  if (!restored)
    return;
  const QPoint last(room.right() + 1 - FrameWidth - m_window->width(),
                    room.bottom() + 1 - TitleHeight - m_window->height());
  m_window->move(std::clamp(m_window->x(), room.left(), std::max(room.left(), last.x())),
                 std::clamp(m_window->y(), room.top(), std::max(room.top(), last.y())));
}

void WindowMemory::restore() const {
  place();
  m_window->restoreState(store().value(QStringLiteral("window/docks")).toByteArray());
  QueuePage *page = m_centre->page();
  page->setPanePlace(static_cast<PanePlace>(m_workspace.settings().value(setting::PanePosition)));
  page->restoreArrangement(store().value(QStringLiteral("window/page")).toByteArray());
}

void WindowMemory::save() const {
  store().setValue(QStringLiteral("window/geometry"), m_window->saveGeometry());
  store().setValue(QStringLiteral("window/docks"), m_window->saveState());
  store().setValue(QStringLiteral("window/page"), m_centre->page()->saveArrangement());
}

} // namespace oxp
