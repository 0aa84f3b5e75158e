// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagesource.h"

#include <QPointer>

namespace oxp {

class ProfileSession;

/// A state's pages for JobTableModel, read by a profile's session. A request that is superseded ends by
/// itself.
class StatePageSource final : public PageSource {
public:
  StatePageSource(ProfileSession *session, QueueInfo queue, JobState state);
  void fetch(const PageWish &wish, QObject *context, Handler handler) override;

private:
  QPointer<ProfileSession> m_session;
  QueueInfo m_queue;
  JobState m_state;
};

} // namespace oxp
