// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/scriptregistry.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// The resources lie in a static library: nothing else would keep them in the program.
static void initScriptResources() {
  Q_INIT_RESOURCE(oxpecker_scripts);
}

namespace oxp {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readResource(const QString &name) {
  QFile file(u":/scripts/"_qs + name);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorKind::NotFound, u"resource %1 is missing"_qs.arg(name));
  return file.readAll();
}

Result<std::vector<Script>> readScripts(const QJsonArray &list) {
  std::vector<Script> scripts;
  for (const QJsonValue &value : list) {
    const QJsonObject entry = value.toObject();
    const QString file = entry["file"_L1].toString();
    const Result<QByteArray> lua = readResource(file);
    if (!lua)
      return fail(lua.error());
    const QByteArray sha1 = QCryptographicHash::hash(*lua, QCryptographicHash::Sha1).toHex();
    if (sha1 != entry["sha1"_L1].toString().toLatin1())
      return fail(ErrorKind::Invalid, u"script %1 is not the one in the manifest"_qs.arg(file));
    scripts.push_back({entry["name"_L1].toString().toLatin1(), entry["keys"_L1].toInt(), sha1, *lua});
  }
  return scripts;
}

Family familyOf(const QString &alias) {
  if (alias == "bullmq6"_L1)
    return Family::BullMq6;
  if (alias == "bullmq5"_L1)
    return Family::BullMq5;
  if (alias == "bullmq4"_L1)
    return Family::BullMq4;
  return alias == "bull4"_L1 ? Family::Bull4 : Family::Unknown;
}

const Script *findScript(const std::vector<Script> &scripts, const QByteArray &name) {
  const auto at =
      std::find_if(scripts.begin(), scripts.end(), [&](const Script &s) { return s.name == name; });
  return at == scripts.end() ? nullptr : &*at;
}

int majorOf(const QByteArray &version) {
  return version.left(version.indexOf('.')).toInt();
}

} // namespace

ScriptBundle::ScriptBundle(Family family, QByteArray package, QByteArray version, std::vector<Script> scripts)
    : m_family(family)
    , m_package(std::move(package))
    , m_version(std::move(version))
    , m_scripts(std::move(scripts)) {}

const Script *ScriptBundle::find(const QByteArray &name) const {
  return findScript(m_scripts, name);
}

Result<ScriptRegistry> ScriptRegistry::load() {
  initScriptResources();
  const Result<QByteArray> text = readResource(u"manifest.json"_qs);
  if (!text)
    return fail(text.error());
  const QJsonObject manifest = QJsonDocument::fromJson(*text).object();
  ScriptRegistry registry;
  for (const QJsonValue &value : manifest["packages"_L1].toArray()) {
    const QJsonObject entry = value.toObject();
    Result<std::vector<Script>> scripts = readScripts(entry["scripts"_L1].toArray());
    const Result<QByteArray> licence = readResource(entry["licence"_L1].toString());
    if (!scripts || !licence)
      return fail(scripts ? licence.error() : scripts.error());
    const QByteArray package = entry["package"_L1].toString().toLatin1();
    const QByteArray version = entry["version"_L1].toString().toLatin1();
    registry.m_licences.push_back({package, version, *licence});
    registry.m_bundles.emplace_back(familyOf(entry["alias"_L1].toString()), package, version,
                                    std::move(*scripts));
  }
  Result<std::vector<Script>> own = readScripts(manifest["own"_L1].toArray());
  if (!own)
    return fail(own.error());
  registry.m_own = std::move(*own);
  if (registry.m_bundles.empty() || registry.m_bundles.front().family() != Family::BullMq6)
    return fail(ErrorKind::Invalid, u"the manifest does not begin with the newest BullMQ"_qs);
  return registry;
}

Result<const ScriptBundle *> ScriptRegistry::bundleFor(Family family, const QByteArray &version) const {
  for (const ScriptBundle &bundle : m_bundles) {
    if (bundle.family() != family)
      continue;
    // Inside one major version the data model stayed the same, so a newer minor release fits (protocol 3.4).
    if (!version.isEmpty() && majorOf(version) > majorOf(bundle.version()))
      return fail(ErrorKind::Unsupported,
                  u"version %1 is newer than the known %2"_qs.arg(QString::fromLatin1(version),
                                                                  QString::fromLatin1(bundle.version())),
                  "newer");
    return &bundle;
  }
  switch (family) {
  case Family::BullMq5Or6:
  case Family::BullMq4To6:
    // Only what is the same in all of them is run (OperationSpec::sameness), by the newest scripts.
    return &newestBullMq();
  case Family::BullMqPro:
    return fail(ErrorKind::Unsupported, u"BullMQ Pro keeps jobs in groups that are not known here"_qs, "pro");
  case Family::BullMqOld:
    return fail(ErrorKind::Unsupported, u"BullMQ 3 and older are read-only"_qs, "old");
  default:
    return fail(ErrorKind::Unsupported, u"it is not known which library this queue belongs to"_qs,
                "unknown-family");
  }
}

const ScriptBundle &ScriptRegistry::newestBullMq() const {
  return m_bundles.front();
}

const Script *ScriptRegistry::own(const QByteArray &name) const {
  return findScript(m_own, name);
}

} // namespace oxp
