// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/longwork.h"
#include "workspace/profilesession.h"

#include <QMetaObject>

namespace oxp {

inline Error notConnected() {
  return {ErrorKind::Disconnected, {}, u"this profile is not connected"_qs};
}

/// Ends a request that cannot even begin, later as all others do.
template <typename T>
LaneHandle refuseLater(QObject *context, ProfileSession::Handler<T> handler, Error error = notConnected()) {
  const auto refuse = [handler = std::move(handler), error = std::move(error)] { handler(fail(error)); };
  QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
  return {};
}

template <typename T, typename Work>
LaneHandle ProfileSession::ask(Lane *lane, Priority priority, Work work, QObject *context,
                               Handler<T> handler) {
  if (m_wanted)
    return lane->post(priority, std::move(work), context, std::move(handler));
  return refuseLater<T>(context, std::move(handler));
}

template <typename T, typename P, typename Work>
LaneHandle ProfileSession::askLong(Work work, QObject *context, std::function<void(P)> progress,
                                   Handler<T> handler, LongLanes lanes) {
  if (m_wanted)
    return m_long->run<T, P>(std::move(work), context, std::move(progress), std::move(handler), lanes);
  return refuseLater<T>(context, std::move(handler));
}

} // namespace oxp
