// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

namespace oxp::json {

/// A text with its token table. Neither can change after it was made, so that whoever is handed one needs
/// neither scan it again nor take anybody's word for it. Large: share it by std::shared_ptr<const …>, and let
/// it go where a pause of 10 ms does not hurt. Any thread.
class ScannedText {
public:
  explicit ScannedText(QByteArray text)
      : m_text(std::move(text))
      , m_scan(json::scan(m_text)) {}

  const QByteArray &text() const { return m_text; }
  const Scan &scan() const { return m_scan; }
  bool valid() const { return m_scan.valid(); }
  /// Whether these are its bytes.
  bool isOf(const QByteArray &bytes) const {
    return (bytes.constData() == m_text.constData() && bytes.size() == m_text.size()) || bytes == m_text;
  }

private:
  QByteArray m_text;
  Scan m_scan;
};

} // namespace oxp::json
