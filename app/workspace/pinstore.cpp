// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/pinstore.h"

#include "workspace/settings.h"

#include <algorithm>

namespace oxp {
namespace {

/// Names are bytes and settings are text. The colon between is the only one: theirs are encoded.
QString written(const QueueId &id) {
  return QString::fromLatin1(id.prefix.toPercentEncoding() + ':' + id.name.toPercentEncoding());
}

QueueId read(const QString &text) {
  const QByteArray bytes = text.toLatin1();
  const qsizetype colon = bytes.indexOf(':');
  if (colon < 0)
    return {};
  return {QByteArray::fromPercentEncoding(bytes.first(colon)),
          QByteArray::fromPercentEncoding(bytes.sliced(colon + 1))};
}

} // namespace

PinStore::PinStore(Settings &settings, const QString &profileId)
    : m_settings(settings)
    , m_key(QStringLiteral("pins/") + profileId) {}

std::vector<QueueId> PinStore::load() const {
  std::vector<QueueId> pinned;
  for (const QString &text : m_settings.store().value(m_key).toStringList()) {
    const QueueId id = read(text);
    if (!id.name.isEmpty() && std::find(pinned.begin(), pinned.end(), id) == pinned.end())
      pinned.push_back(id);
  }
  return pinned;
}

void PinStore::save(const std::vector<QueueId> &pinned) {
  if (pinned.empty())
    return forget();
  QStringList list;
  for (const QueueId &id : pinned)
    list += written(id);
  m_settings.store().setValue(m_key, list);
}

void PinStore::forget() {
  m_settings.store().remove(m_key);
}

} // namespace oxp
