// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/occurrences.h"

#include <QHash>

namespace oxp::json {

std::vector<quint32> occurrences(const Tree &tree, const std::vector<quint32> &keys) {
  QHash<QByteArray, quint32> seen;
  seen.reserve(qsizetype(keys.size()));
  std::vector<quint32> numbers;
  numbers.reserve(keys.size());
  for (const quint32 key : keys)
    numbers.push_back(++seen[tree.key(key)]);
  return numbers;
}

} // namespace oxp::json
