// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilestore.h"

#include <QSettings>

#include <algorithm>

namespace oxp {
namespace {

const QString ArrayKey = QStringLiteral("profiles");

const char *environmentWord(Environment environment) {
  switch (environment) {
  case Environment::Local:
    return "local";
  case Environment::Staging:
    return "staging";
  case Environment::Production:
    break;
  }
  return "production";
}

/// An unknown word is taken as the most careful one.
Environment environmentFrom(const QString &word) {
  return word == u"local"     ? Environment::Local
         : word == u"staging" ? Environment::Staging
                              : Environment::Production;
}

/// Prefixes are bytes: percent-encoded, so that a settings file stays text.
QStringList encoded(const QList<QByteArray> &prefixes) {
  QStringList texts;
  for (const QByteArray &prefix : prefixes)
    texts += QString::fromLatin1(prefix.toPercentEncoding("{}:*"));
  return texts;
}

QList<QByteArray> decoded(const QStringList &texts) {
  QList<QByteArray> prefixes;
  for (const QString &text : texts)
    prefixes += QByteArray::fromPercentEncoding(text.toLatin1());
  return prefixes;
}

std::optional<TlsOptions> readTls(const QSettings &settings) {
  if (!settings.value(u"tls"_qs, false).toBool())
    return std::nullopt;
  TlsOptions tls;
  tls.caFile = settings.value(u"tlsCaFile"_qs).toString();
  tls.certificateFile = settings.value(u"tlsCertificateFile"_qs).toString();
  tls.keyFile = settings.value(u"tlsKeyFile"_qs).toString();
  tls.serverName = settings.value(u"tlsServerName"_qs).toString();
  tls.verifyName = settings.value(u"tlsVerifyName"_qs).toString();
  const QByteArray pin = QByteArray::fromHex(settings.value(u"tlsPin"_qs).toString().toLatin1());
  if (!pin.isEmpty())
    tls.pin = CertificatePin{pin, settings.value(u"tlsPinUntil"_qs, -1).toLongLong()};
  return tls;
}

void writeTls(QSettings &settings, const TlsOptions &tls) {
  settings.setValue(u"tls"_qs, true);
  settings.setValue(u"tlsCaFile"_qs, tls.caFile);
  settings.setValue(u"tlsCertificateFile"_qs, tls.certificateFile);
  settings.setValue(u"tlsKeyFile"_qs, tls.keyFile);
  settings.setValue(u"tlsServerName"_qs, tls.serverName);
  settings.setValue(u"tlsVerifyName"_qs, tls.verifyName);
  if (!tls.pin)
    return;
  settings.setValue(u"tlsPin"_qs, QString::fromLatin1(tls.pin->sha256.toHex()));
  settings.setValue(u"tlsPinUntil"_qs, tls.pin->notAfterMs);
}

Profile readProfile(const QSettings &settings) {
  Profile profile;
  profile.id = settings.value(u"id"_qs).toString();
  profile.name = settings.value(u"name"_qs).toString();
  profile.host = settings.value(u"host"_qs, profile.host).toString();
  profile.port = quint16(settings.value(u"port"_qs, profile.port).toUInt());
  profile.socketPath = settings.value(u"socket"_qs).toString();
  profile.database = settings.value(u"database"_qs, 0).toInt();
  profile.tls = readTls(settings);
  profile.user = settings.value(u"user"_qs).toString();
  profile.prefixes = decoded(settings.value(u"prefixes"_qs).toStringList());
  profile.environment = environmentFrom(settings.value(u"environment"_qs).toString());
  profile.role = settings.value(u"role"_qs).toString() == u"operator" ? Role::Operator : Role::Viewer;
  profile.passwordSaved = settings.value(u"passwordSaved"_qs, false).toBool();
  profile.passphraseSaved = settings.value(u"passphraseSaved"_qs, false).toBool();
  return profile;
}

void writeProfile(QSettings &settings, const Profile &profile) {
  settings.setValue(u"id"_qs, profile.id);
  settings.setValue(u"name"_qs, profile.name);
  settings.setValue(u"host"_qs, profile.host);
  settings.setValue(u"port"_qs, profile.port);
  settings.setValue(u"socket"_qs, profile.socketPath);
  settings.setValue(u"database"_qs, profile.database);
  if (profile.tls)
    writeTls(settings, *profile.tls);
  settings.setValue(u"user"_qs, profile.user);
  settings.setValue(u"prefixes"_qs, encoded(profile.prefixes));
  settings.setValue(u"environment"_qs, QLatin1String(environmentWord(profile.environment)));
  settings.setValue(u"role"_qs, profile.role == Role::Operator ? u"operator"_qs : u"viewer"_qs);
  settings.setValue(u"passwordSaved"_qs, profile.passwordSaved);
  settings.setValue(u"passphraseSaved"_qs, profile.passphraseSaved);
}

} // namespace

ProfileStore::ProfileStore(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings) {
  read();
}

void ProfileStore::read() {
  const int count = m_settings->beginReadArray(ArrayKey);
  for (int i = 0; i < count; ++i) {
    m_settings->setArrayIndex(i);
    if (Profile profile = readProfile(*m_settings); !profile.id.isEmpty())
      m_profiles.push_back(std::move(profile));
  }
  m_settings->endArray();
}

void ProfileStore::write() {
  m_settings->remove(ArrayKey);
  m_settings->beginWriteArray(ArrayKey);
  int index = 0;
  for (const Profile &profile : m_profiles) {
    if (!profile.stored)
      continue;
    m_settings->setArrayIndex(index++);
    writeProfile(*m_settings, profile);
  }
  m_settings->endArray();
  m_settings->sync();
}

const Profile *ProfileStore::find(const QString &id) const {
  const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                  [&](const Profile &profile) { return profile.id == id; });
  return found != m_profiles.end() ? &*found : nullptr;
}

void ProfileStore::save(const Profile &profile) {
  if (const Profile *known = find(profile.id)) {
    if (*known == profile)
      return;
    m_profiles[size_t(known - m_profiles.data())] = profile;
  } else {
    m_profiles.push_back(profile);
  }
  write();
  emit saved(profile.id);
  emit changed();
}

void ProfileStore::remove(const QString &id) {
  if (std::erase_if(m_profiles, [&](const Profile &profile) { return profile.id == id; }) == 0)
    return;
  write();
  emit removed(id);
  emit changed();
}

} // namespace oxp
