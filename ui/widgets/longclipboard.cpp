// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/longclipboard.h"

#include "json/fields.h"

namespace oxp {
namespace {
const QString PlainText = QStringLiteral("text/plain");
const QString Bytes = QStringLiteral("application/octet-stream");
} // namespace

LongClipboard::LongClipboard(const QByteArray &utf8, qsizetype from, qsizetype to)
    : m_text(utf8)
    , m_from(from)
    , m_to(to) {}

bool LongClipboard::hasFormat(const QString &mimeType) const {
  return formats().contains(mimeType);
}

QStringList LongClipboard::formats() const {
  return {PlainText, Bytes};
}

QVariant LongClipboard::retrieveData(const QString &mimeType, QMetaType) const {
  const QByteArrayView part = QByteArrayView(m_text).sliced(m_from, m_to - m_from);
  if (mimeType == Bytes)
    return part.toByteArray();
  return mimeType == PlainText ? QVariant(json::fromUtf8(part)) : QVariant();
}

} // namespace oxp
