// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profile.h"

#include <QObject>

class QSettings;

namespace oxp {

/// The profiles: stored ones in QSettings, those from URLs in memory. Never a password.
class ProfileStore : public QObject {
  Q_OBJECT

public:
  /// `settings` outlives the store.
  explicit ProfileStore(QSettings *settings, QObject *parent = nullptr);

  const std::vector<Profile> &profiles() const { return m_profiles; }
  const Profile *find(const QString &id) const;
  /// Adds it, or replaces the one of the same id.
  void save(const Profile &profile);
  void remove(const QString &id);

signals:
  void changed();
  void saved(const QString &id);
  void removed(const QString &id);

private:
  void read();
  void write();

  QSettings *m_settings;
  std::vector<Profile> m_profiles;
};

} // namespace oxp
