// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>

namespace oxp {

/// A part of a long text on its way to the clipboard: it is decoded when somebody takes it, and not at every
/// step of the mouse that selects it. As bytes it can be taken too.
class LongClipboard : public QMimeData {
  Q_OBJECT

public:
  LongClipboard(const QByteArray &utf8, qsizetype from, qsizetype to);
  explicit LongClipboard(const QByteArray &utf8)
      : LongClipboard(utf8, 0, utf8.size()) {}

  bool hasFormat(const QString &mimeType) const override;
  QStringList formats() const override;

protected:
  QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
  QByteArray m_text; ///< shared with the view
  qsizetype m_from, m_to;
};

} // namespace oxp
