// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QString>

#include <vector>

namespace oxp {

class Settings;

/// The queues that a person has pinned in a profile, in the settings file under `pins/<profile id>`. What
/// cannot be read there is left out.
class PinStore {
public:
  PinStore(Settings &settings, const QString &profileId);

  std::vector<QueueId> load() const;
  void save(const std::vector<QueueId> &pinned);
  void forget();

private:
  Settings &m_settings;
  QString m_key;
};

} // namespace oxp
