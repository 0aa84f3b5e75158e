// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/clipboardtext.h"

#include "ui/editor/analysis.h"
#include "ui/editor/pilllabel.h"
#include "json/fields.h"

namespace oxp {
namespace {

const QString &plain() {
  static const QString name = QStringLiteral("text/plain");
  return name;
}

} // namespace

ClipboardText::ClipboardText(const QByteArray &text, const json::Elisions &elisions, quint64 table)
    : m_text(text)
    , m_elisions(elisions)
    , m_table(table) {}

std::optional<QByteArray> ClipboardText::markedText(const QMimeData *source, quint64 table) {
  const auto *own = qobject_cast<const ClipboardText *>(source);
  if (own && own->m_table == table)
    return own->m_text;
  return {};
}

bool ClipboardText::hasFormat(const QString &mimeType) const {
  return mimeType == plain();
}

QStringList ClipboardText::formats() const {
  return {plain()};
}

QVariant ClipboardText::retrieveData(const QString &mimeType, QMetaType type) const {
  if (mimeType != plain())
    return {};
  const QByteArray text = expanded();
  if (type == QMetaType::fromType<QByteArray>())
    return text;
  return json::fromUtf8(text);
}

QByteArray ClipboardText::expanded() const {
  QByteArray out;
  qsizetype from = 0;
  for (const MarkPlace &mark : marksIn(m_text, 0, m_elisions)) {
    const json::Elision &value = m_elisions.at(mark.number);
    out += QByteArrayView(m_text).sliced(from, mark.offset - from);
    out += value.reason == json::Elision::Reason::Masked ? pillLabel(value).toUtf8() : value.bytes;
    from = mark.offset + json::Elisions::mark(mark.number).size();
  }
  return out + QByteArrayView(m_text).sliced(from).toByteArray();
}

} // namespace oxp
