// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include <QFile>

namespace oxp {

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file, QSettings::IniFormat) {
  m_store.setAtomicSyncRequired(true);
  m_store.sync();
  QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}

void Settings::write(const char *key, const QVariant &value) {
  const QString name = QLatin1String(key);
  if (m_store.contains(name) && m_store.value(name).toString() == value.toString())
    return;
  m_store.setValue(name, value);
  emit changed(name);
}

} // namespace oxp
