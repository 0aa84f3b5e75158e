// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/elisions.h"

#include <QMimeData>

#include <optional>

namespace oxp {

/// Text from the editor on its way to the clipboard. Elided values are put back only when somebody reads it
/// (selecting makes one at every step of the mouse): a long value in full, a mask as the mask.
class ClipboardText : public QMimeData {
  Q_OBJECT

public:
  /// `table` tells this document's marks from those of others.
  ClipboardText(const QByteArray &text, const json::Elisions &elisions, quint64 table);

  /// The text with its marks, when it comes from the same document of this process.
  static std::optional<QByteArray> markedText(const QMimeData *source, quint64 table);

  bool hasFormat(const QString &mimeType) const override;
  QStringList formats() const override;

protected:
  QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
  QByteArray expanded() const;

  QByteArray m_text;
  json::Elisions m_elisions;
  quint64 m_table;
};

} // namespace oxp
