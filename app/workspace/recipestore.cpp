// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recipestore.h"

#include "base/background.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

#include <atomic>
#include <mutex>
#include <utility>

namespace oxp {
namespace {

/// Empty, or why it could not be done.
QString writeFile(const QString &path, const QByteArray &text) {
  const QString folder = QFileInfo(path).path();
  QDir().mkpath(folder);
  QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  QSaveFile file(path);
  const bool done = file.open(QIODevice::WriteOnly) &&
                    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                    file.write(text) == text.size() && file.commit();
  return done ? QString() : file.errorString();
}

} // namespace

/// Which of the writes is the latest: an older one that comes later is not made any more.
struct RecipeStore::Order {
  std::mutex mutex;
  std::atomic<quint64> given = 0;
  std::map<QString, quint64> latest; ///< that was made, by path
};

RecipeStore::RecipeStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_order(std::make_shared<Order>()) {}

RecipeStore::~RecipeStore() {
  for (const auto &[profileId, kept] : m_kept)
    if (kept.writing)
      writing(profileId, kept)();
}

QString RecipeStore::fileOf(const QString &profileId) const {
  // An id from a settings file that was edited by hand must not lead out of the folder.
  return m_folder + u'/' + QUuid(profileId).toString(QUuid::WithoutBraces) + u".json"_qs;
}

void RecipeStore::load(const QString &profileId) {
  if (m_kept.contains(profileId))
    return;
  Kept &kept = m_kept[profileId];
  QFile file(fileOf(profileId));
  if (!file.exists())
    return;
  using recipes::Fault;
  if (!file.open(QIODevice::ReadOnly)) {
    kept.fault = Fault{Fault::Code::NotJson, {}, file.errorString(), {}, {}};
  } else if (auto read = recipes::fromJson(file.read(recipes::LargestText + 1))) {
    kept.recipes = std::move(*read);
  } else {
    kept.fault = read.error();
  }
  emit changed(profileId);
}

const std::vector<recipes::Recipe> &RecipeStore::of(const QString &profileId) const {
  static const std::vector<recipes::Recipe> none;
  const auto found = m_kept.find(profileId);
  return found == m_kept.end() ? none : found->second.recipes;
}

std::optional<recipes::Fault> RecipeStore::fault(const QString &profileId) const {
  const auto found = m_kept.find(profileId);
  return found == m_kept.end() ? std::nullopt : found->second.fault;
}

bool RecipeStore::save(const QString &profileId, std::vector<recipes::Recipe> recipes) {
  load(profileId);
  Kept &kept = m_kept[profileId];
  if (kept.fault)
    return false;
  kept.recipes = std::move(recipes);
  write(profileId);
  emit changed(profileId);
  return true;
}

/// What a worker does; why it could not, or nothing.
std::function<QString()> RecipeStore::writing(const QString &profileId, const Kept &kept) {
  return [order = m_order, number = ++m_order->given, path = fileOf(profileId),
          text = recipes::toJson(kept.recipes)]() -> QString {
    const std::lock_guard turn(order->mutex);
    quint64 &latest = order->latest[path];
    if (latest > number)
      return {};
    latest = number;
    return writeFile(path, text);
  };
}

/// One at a time; what is saved meanwhile is written next.
void RecipeStore::write(const QString &profileId) {
  Kept &kept = m_kept[profileId];
  kept.again = std::exchange(kept.writing, true);
  if (kept.again)
    return;
  const auto work = writing(profileId, kept);
  runInBackground<QString>(this, work, [this, profileId](const QString &problem) {
    const auto found = m_kept.find(profileId);
    if (found == m_kept.end())
      return;
    found->second.writing = false;
    if (!problem.isEmpty())
      emit unwritten(profileId, problem);
    if (std::exchange(found->second.again, false))
      write(profileId);
  });
}

QString RecipeStore::setAside(const QString &profileId) {
  const QString file = fileOf(profileId);
  const QString aside =
      file + u".unreadable-"_qs + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmss"_qs);
  if (!QFile::rename(file, aside))
    return {};
  m_kept.erase(profileId);
  load(profileId);
  emit changed(profileId);
  return aside;
}

void RecipeStore::forget(const QString &profileId) {
  m_kept.erase(profileId);
  runInBackground<bool>(
      this, [path = fileOf(profileId)] { return QFile::remove(path); }, [](bool) {});
}

} // namespace oxp
