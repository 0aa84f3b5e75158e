// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagesource.h"

#include <QPointer>

#include <memory>

namespace oxp {

class ProfileSession;
class SortedIds;

/// The pages of a state in an order that was made once. Jobs that have gone since come back missing; new ones
/// are not in it.
class SortedPageSource final : public PageSource {
public:
  SortedPageSource(ProfileSession *session, QueueInfo queue, JobState state,
                   std::shared_ptr<const SortedIds> ids);
  void fetch(const PageWish &wish, QObject *context, Handler handler) override;
  QByteArray idAt(qint64 position, bool reversed) const override;

private:
  QPointer<ProfileSession> m_session;
  QueueInfo m_queue;
  JobState m_state;
  std::shared_ptr<const SortedIds> m_ids;
};

} // namespace oxp
