// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include <QFile>

namespace oxp {

namespace {

/// Hosts and users stand in it: nobody else may read it, from its first byte on. What QSettings writes anew
/// keeps the rights that the file has.
QString madePrivate(const QString &file) {
  constexpr QFile::Permissions Owner = QFile::ReadOwner | QFile::WriteOwner;
  QFile settings(file);
  if (!settings.exists())
    settings.open(QIODevice::WriteOnly | QIODevice::NewOnly, Owner);
  settings.setPermissions(Owner);
  return file;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(madePrivate(file), QSettings::IniFormat) {
  m_store.setAtomicSyncRequired(true);
}

void Settings::write(const char *key, const QVariant &value) {
  const QString name = QLatin1String(key);
  if (m_store.contains(name) && m_store.value(name).toString() == value.toString())
    return;
  m_store.setValue(name, value);
  emit changed(name);
}

} // namespace oxp
