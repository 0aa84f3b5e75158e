// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace oxp::search {

/// A path that was seen, and what stood there.
struct SeenPath {
  enum Kind : quint8 { Text = 1, Number = 2, Boolean = 4, Null = 8, Object = 16, Array = 32 };
  QString path;
  int payloads = 0; ///< that have it
  quint8 kinds = 0; ///< Kind, several where payloads differ
  bool operator==(const SeenPath &) const = default;
};

/// The field paths that were seen in a queue's payloads, for completion. Bounded.
class FieldPaths {
public:
  static constexpr int Limit = 2'000;
  /// Takes in the paths of one payload (the first 64 KB, eight levels, `[*]` for elements).
  void learn(Field root, QByteArrayView json);
  /// Paths that begin with a text (whatever its case), then those that hold it; the most often seen first.
  QStringList matching(QStringView text, int most = 50) const;
  /// The same with what is known of them.
  std::vector<SeenPath> found(QStringView text, int most = 50) const;
  qsizetype size() const { return qsizetype(m_seen.size()); }
  /// Payloads that were taken in.
  int payloads() const { return m_payloads; }

private:
  std::map<QString, SeenPath> m_seen;
  int m_payloads = 0;
};

} // namespace oxp::search
