// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recentplaces.h"

#include "workspace/settings.h"

#include <algorithm>

namespace oxp {
namespace {

const QString Key = QStringLiteral("window/recent");

/// Names and ids are bytes and settings are text. The spaces between are the only ones: theirs are encoded.
QString written(const RecentPlace &place) {
  QString text = place.profileId;
  for (const QByteArray &part : {place.queue.prefix, place.queue.name, place.jobId})
    text += u' ' + QString::fromLatin1(part.toPercentEncoding());
  return text;
}

RecentPlace read(const QString &text) {
  const QStringList parts = text.split(u' ');
  if (parts.size() != 4)
    return {};
  const auto bytes = [&parts](qsizetype at) { return QByteArray::fromPercentEncoding(parts[at].toLatin1()); };
  return {parts[0], {bytes(1), bytes(2)}, bytes(3)};
}

} // namespace

RecentPlaces::RecentPlaces(Settings &settings)
    : m_settings(settings) {
  for (const QString &text : settings.store().value(Key).toStringList())
    if (const RecentPlace place = read(text); !place.queue.name.isEmpty() && m_places.size() < Limit)
      m_places.push_back(place);
}

void RecentPlaces::note(const RecentPlace &place, bool lasting) {
  if (!lasting)
    m_passing.insert(place.profileId);
  std::erase(m_places, place);
  m_places.insert(m_places.begin(), place);
  m_places.resize(std::min(m_places.size(), Limit));
  QStringList texts;
  for (const RecentPlace &one : m_places)
    if (!m_passing.contains(one.profileId))
      texts << written(one);
  m_settings.store().setValue(Key, texts);
}

} // namespace oxp
