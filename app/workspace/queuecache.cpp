// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/queuecache.h"

#include "base/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <array>

namespace oxp {
namespace {

constexpr int FormatVersion = 1;

/// By Family's own order, as the files have them.
constexpr std::array Families = {"unknown", "bullmq6", "bullmq5",    "bullmq4",   "bull4",
                                 "pro",     "old",     "bullmq5or6", "bullmq4to6"};

/// By FamilyBasis's own order.
constexpr std::array Bases = {"nothing",      "version",   "marker",   "mixed",   "ats",
                              "attemptsMade", "markerIds", "priority", "noEvents"};

/// The value of an enum whose names lie in its own order.
template <typename E, size_t N>
E named(const std::array<const char *, N> &names, const QJsonValue &name) {
  const auto found = std::find(names.begin(), names.end(), name.toString().toLatin1());
  return found == names.end() ? E() : static_cast<E>(found - names.begin());
}

/// Names are bytes, and JSON holds only text.
QString written(const QByteArray &bytes) {
  return QString::fromLatin1(bytes.toPercentEncoding());
}

QByteArray read(const QJsonValue &text) {
  return QByteArray::fromPercentEncoding(text.toString().toLatin1());
}

QJsonObject toJson(const QueueInfo &queue) {
  return {{u"prefix"_qs, written(queue.id.prefix)},
          {u"name"_qs, written(queue.id.name)},
          {u"family"_qs, QString::fromLatin1(Families[static_cast<size_t>(queue.family)])},
          {u"version"_qs, written(queue.version)},
          {u"guessed"_qs, queue.prefixGuessed},
          {u"readOnly"_qs, written(queue.readOnlyReason)},
          {u"basis"_qs, QString::fromLatin1(Bases[static_cast<size_t>(queue.basis)])}};
}

QueueInfo fromJson(const QJsonValue &json) {
  QueueInfo queue;
  queue.id = {read(json[u"prefix"]), read(json[u"name"])};
  queue.family = named<Family>(Families, json[u"family"]);
  queue.version = read(json[u"version"]);
  queue.prefixGuessed = json[u"guessed"].toBool();
  queue.readOnlyReason = read(json[u"readOnly"]);
  queue.basis = named<FamilyBasis>(Bases, json[u"basis"]);
  return queue;
}

void write(const QString &path, const QByteArray &text) {
  const QFileInfo file(path);
  QDir().mkpath(file.path());
  // The names of queues are nobody else's business either.
  QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  QSaveFile out(path);
  if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
      out.write(text) != text.size() || !out.commit())
    qCWarning(lcWorkspace, "queues are not remembered: %s", qPrintable(out.errorString()));
  const QFileInfoList all = QDir(file.path()).entryInfoList({u"*.json"_qs}, QDir::Files, QDir::Time);
  for (qsizetype i = QueueCache::MostFiles; i < all.size(); ++i)
    QFile::remove(all[i].filePath());
}

} // namespace

QString QueueCache::fileOf(const QString &profileId) const {
  // An id from a settings file that was edited by hand must not lead out of the folder.
  const QString name = QUuid(profileId).toString(QUuid::WithoutBraces);
  return m_folder + u'/' + name + u".json"_qs;
}

std::vector<QueueInfo> QueueCache::load(const QString &profileId, const QString &server) const {
  QFile file(fileOf(profileId));
  std::vector<QueueInfo> queues;
  if (!file.open(QIODevice::ReadOnly))
    return queues;
  const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
  if (document[u"version"].toInt() != FormatVersion || document[u"server"].toString() != server)
    return queues;
  for (const QJsonValue &json : document[u"queues"].toArray())
    if (const QueueInfo queue = fromJson(json); !queue.id.name.isEmpty())
      queues.push_back(queue);
  return queues;
}

void QueueCache::save(const QString &profileId, const QString &server, const std::vector<QueueInfo> &queues) {
  m_writer.start([path = fileOf(profileId), server, queues] {
    QJsonArray all;
    for (const QueueInfo &queue : queues)
      all.append(toJson(queue));
    const QJsonObject whole{{u"version"_qs, FormatVersion}, {u"server"_qs, server}, {u"queues"_qs, all}};
    write(path, QJsonDocument(whole).toJson(QJsonDocument::Compact));
  });
}

void QueueCache::forget(const QString &profileId) {
  m_writer.start([path = fileOf(profileId)] { QFile::remove(path); });
}

} // namespace oxp
