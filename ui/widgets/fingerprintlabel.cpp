// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fingerprintlabel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>

namespace oxp {
namespace {

constexpr qsizetype BytesALine = 16;

} // namespace

FingerprintLabel::FingerprintLabel(const QByteArray &bytes, const QByteArray &other, QWidget *parent)
    : QLabel(parent)
    , m_bytes(bytes)
    , m_other(other) {
  setTextFormat(Qt::RichText); // made here, of hexadecimal digits alone
  setFont(fonts::mono());
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setAccessibleName(QString::fromLatin1(bytes.toHex(':').toUpper()));
  write();
}

void FingerprintLabel::write() {
  const QString mark = QStringLiteral("<b style=\"background-color:%1\">%2</b>");
  const QString ground = tokens().errBg.name();
  QString text;
  for (qsizetype i = 0; i < m_bytes.size(); ++i) {
    if (i > 0)
      text += i % BytesALine == 0 ? QStringLiteral("<br>") : QStringLiteral(":");
    const QString byte = QString::fromLatin1(m_bytes.mid(i, 1).toHex().toUpper());
    const bool same = m_other.isEmpty() || (i < m_other.size() && m_other[i] == m_bytes[i]);
    text += same ? byte : mark.arg(ground, byte);
  }
  m_writing = true;
  setText(text);
  m_writing = false;
}

void FingerprintLabel::changeEvent(QEvent *event) {
  if (event->type() == QEvent::PaletteChange && !m_writing)
    write();
  QLabel::changeEvent(event);
}

} // namespace oxp
