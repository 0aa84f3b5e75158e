// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/places.h"
#include "json/splice.h"

namespace oxp::edits {

/// A text on its way through changes: valid JSON with its tokens. What is put in stands there without white
/// space; json::splicesFor() gives it the style of its neighbours in the end.
class Text {
public:
  /// Of a valid text.
  explicit Text(QByteArray bytes);

  const QByteArray &bytes() const { return m_bytes; }
  const json::Scan &scan() const { return m_scan; }
  QByteArrayView valueAt(quint32 token) const { return json::valueText(m_bytes, m_scan, token); }
  json::TokenKind kindOf(quint32 token) const { return m_scan.tokens[token].kind; }

  // --- splices for apply(); those of one change must not overlap ---
  json::Splice replaceValue(quint32 value, const QByteArray &by) const;
  json::Splice replaceKey(quint32 key, const QByteArray &name) const;
  json::Splice addMember(quint32 object, const QByteArray &name, const QByteArray &value) const;
  /// Before the element of this index; behind the last one where there is none.
  json::Splice addElement(quint32 array, qint64 index, const QByteArray &value) const;
  /// Members and elements with the commas that they leave over.
  std::vector<json::Splice> remove(const std::vector<Place> &places) const;

  /// Splices in the order of the text.
  void apply(const std::vector<json::Splice> &splices);

private:
  std::vector<json::Splice> removeFrom(quint32 container, const std::vector<quint32> &gone) const;
  json::Splice cut(qsizetype from, qsizetype to) const { return {from, to - from, {}}; }
  qsizetype beginOf(quint32 child) const { return m_scan.tokens[child].offset; }
  qsizetype endOf(quint32 child) const { return m_scan.tokens[json::skipValue(m_scan, child) - 1].end(); }

  QByteArray m_bytes;
  json::Scan m_scan;
};

} // namespace oxp::edits
