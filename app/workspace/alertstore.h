// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alerts.h"

class QSettings;

namespace oxp {

/// The alert rules of each profile, in the settings file under `alerts/<profile id>`. What cannot be read
/// there (another program's, a later version's) is left out.
class AlertStore {
public:
  explicit AlertStore(QSettings &settings)
      : m_settings(settings) {}

  alerts::AlertSettings load(const QString &profileId) const;
  void save(const QString &profileId, const alerts::AlertSettings &alerts);
  void remove(const QString &profileId);

private:
  QSettings &m_settings;
};

} // namespace oxp
