// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/recordcodec.h"

#include <QDataStream>
#include <QIODevice>

namespace oxp::audit {
namespace {

constexpr quint8 Format = 1;

void put(QDataStream &out, const std::optional<KeptBytes> &kept) {
  out << kept.has_value();
  if (kept)
    out << kept->left << kept->why << kept->ranges << kept->bytes << kept->present << kept->size
        << kept->sha1;
}

void take(QDataStream &in, std::optional<KeptBytes> &kept) {
  bool there = false;
  in >> there;
  if (!there)
    return;
  kept.emplace();
  in >> kept->left >> kept->why >> kept->ranges >> kept->bytes >> kept->present >> kept->size >> kept->sha1;
}

} // namespace

QByteArray encode(const Payload &payload) {
  QByteArray blob;
  QDataStream out(&blob, QIODevice::WriteOnly);
  out.setVersion(QDataStream::Qt_6_4);
  out << Format;
  put(out, payload.before);
  put(out, payload.after);
  out << static_cast<quint32>(payload.splices.size());
  for (const json::Splice &splice : payload.splices)
    out << static_cast<qint64>(splice.offset) << static_cast<qint64>(splice.removed) << splice.inserted;
  return blob;
}

std::optional<Payload> decode(const QByteArray &blob) {
  QDataStream in(blob);
  in.setVersion(QDataStream::Qt_6_4);
  quint8 format = 0;
  in >> format;
  if (format != Format)
    return std::nullopt;
  Payload payload;
  take(in, payload.before);
  take(in, payload.after);
  quint32 count = 0;
  in >> count;
  for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
    qint64 offset = 0, removed = 0;
    json::Splice splice;
    in >> offset >> removed >> splice.inserted;
    splice.offset = offset;
    splice.removed = removed;
    payload.splices.push_back(std::move(splice));
  }
  if (in.status() != QDataStream::Ok)
    return std::nullopt;
  return payload;
}

} // namespace oxp::audit
