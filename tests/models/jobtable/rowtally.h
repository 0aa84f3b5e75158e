// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobrowstore.h"

#include <QString>

#include <utility>

namespace oxp::test {

/// What a JobRowStore tells, as text: "+0..2 -5..5 ~3..9".
class RowTally : public JobRowListener {
public:
  void rowsCome(int first, int last, const Change &change) override {
    change();
    add(u'+', first, last);
  }
  void rowsGo(int first, int last, const Change &change) override {
    change();
    add(u'-', first, last);
  }
  void rowsDiffer(int first, int last) override { add(u'~', first, last); }
  QString take() { return std::exchange(m_text, {}).trimmed(); }

private:
  void add(QChar what, int first, int last) {
    m_text += what + QString::number(first) + u".."_qs + QString::number(last) + u' ';
  }

  QString m_text;
};

/// The ids of loaded rows, `*` for a row that was dropped and is still its job's, `?` for one in which no job
/// was seen.
inline QString dump(const JobRowStore &rows) {
  QStringList ids;
  for (int row = 0; row < rows.size(); ++row)
    ids += rows.rowAt(row) ? QString::fromUtf8(rows.rowAt(row)->id) : rows.isKnown(row) ? u"*"_qs : u"?"_qs;
  return ids.join(u' ');
}

} // namespace oxp::test
