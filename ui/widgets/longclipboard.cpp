// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/longclipboard.h"

namespace oxp {
namespace {
const QString PlainText = QStringLiteral("text/plain");
}

LongClipboard::LongClipboard(const QByteArray &utf8, qsizetype from, qsizetype to)
    : m_text(utf8)
    , m_from(from)
    , m_to(to) {}

bool LongClipboard::hasFormat(const QString &mimeType) const {
  return mimeType == PlainText;
}

QStringList LongClipboard::formats() const {
  return {PlainText};
}

QVariant LongClipboard::retrieveData(const QString &mimeType, QMetaType) const {
  if (mimeType != PlainText)
    return {};
  return QString::fromUtf8(QByteArrayView(m_text).sliced(m_from, m_to - m_from));
}

} // namespace oxp
