// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>

namespace oxp::search {

/// The field paths that were seen in a queue's payloads, for completion. Bounded.
class FieldPaths {
public:
  static constexpr int Limit = 2'000;
  /// Takes in the paths of one payload (the first 64 KB, eight levels, `[*]` for elements).
  void learn(Field root, QByteArrayView json);
  /// Paths that begin with a text (whatever its case), then those that hold it; the most often seen first.
  QStringList matching(QStringView text, int most = 50) const;
  qsizetype size() const { return qsizetype(m_seen.size()); }

private:
  std::map<QString, int> m_seen;
};

} // namespace oxp::search
