// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profilesession.h"

#include <QMetaObject>

namespace oxp {

template <typename T, typename Work>
LaneHandle ProfileSession::ask(Lane *lane, Priority priority, Work work, QObject *context,
                               Handler<T> handler) {
  if (m_wanted)
    return lane->post(priority, std::move(work), context, std::move(handler));
  const auto refuse = [handler = std::move(handler)] {
    handler(fail(ErrorKind::Disconnected, u"this profile is not connected"_qs));
  };
  QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
  return {};
}

} // namespace oxp
