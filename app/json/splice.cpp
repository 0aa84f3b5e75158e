// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/splice.h"

namespace oxp::json {

QByteArray apply(QByteArrayView text, const std::vector<Splice> &splices) {
  qsizetype size = text.size();
  for (const Splice &splice : splices)
    size += splice.inserted.size() - splice.removed;
  QByteArray out;
  out.reserve(size);
  qsizetype from = 0;
  for (const Splice &splice : splices) {
    out.append(text.sliced(from, splice.offset - from)).append(splice.inserted);
    from = splice.offset + splice.removed;
  }
  return out.append(text.sliced(from));
}

} // namespace oxp::json
