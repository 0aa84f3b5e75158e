// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oxp {

/// A JSON object as text, of which single members are set or taken away while every other byte stays. For
/// small texts: each change scans anew. Keys are plain ASCII.
class ObjectText {
public:
  explicit ObjectText(QByteArray bytes);

  /// False for what is no JSON, or none that is an object; then nothing can be changed.
  bool isObject() const;
  /// All keys in the order of the text, without escapes.
  std::vector<QByteArray> keys() const;
  /// Raw text of the last member with this key, as JSON.parse has it; empty when there is none.
  QByteArray value(QByteArrayView key) const;
  /// How many members have this key.
  int count(QByteArrayView key) const;
  /// Replaces the member's value, or adds the member at the end.
  void set(QByteArrayView key, const QByteArray &value);
  void remove(QByteArrayView key);
  const QByteArray &bytes() const { return m_bytes; }

private:
  std::vector<quint32> members() const;
  QByteArray keyOf(quint32 member) const;
  quint32 find(QByteArrayView key) const;
  qsizetype beginOf(quint32 token) const { return m_scan.tokens[token].offset; }
  qsizetype endOf(quint32 value) const;
  void replace(qsizetype from, qsizetype to, const QByteArray &text);

  QByteArray m_bytes;
  json::Scan m_scan;
};

} // namespace oxp
