// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagesource.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace oxp::test {

inline JobRow job(const QByteArray &id, const QByteArray &name = "send") {
  JobRow row;
  row.id = id;
  row.name = name;
  row.state = JobState::Waiting;
  row.created = 1'700'000'000'000;
  return row;
}

/// A state's jobs that a test changes at will. Answers on the event loop's next turn.
class FakeSource : public PageSource {
public:
  void fetch(const PageWish &wish, QObject *context, Handler handler) override {
    calls.push_back(wish);
    const auto answer = [this, wish, handler] {
      if (failing)
        return handler(fail(failsWith));
      JobPage made = page(wish.offset, wish.count, wish.reversed);
      made.mark = mark;
      made.unchanged = !mark.isEmpty() && mark == wish.known;
      if (made.unchanged)
        made.rows.clear();
      handler(made);
    };
    if (holding)
      held.emplace_back(answer);
    else
      QTimer::singleShot(0, context, answer);
  }

  JobPage page(qint64 offset, int count, bool reversed = false) const {
    JobPage made{total(), offset, {}};
    for (qint64 i = offset; i < std::min(offset + count, total()); ++i)
      made.rows.push_back(row(reversed ? total() - 1 - i : i));
    return made;
  }

  qint64 total() const { return rowAt ? size : qint64(rows.size()); }
  JobRow row(qint64 i) const { return rowAt ? rowAt(i) : rows[size_t(i)]; }

  std::vector<JobRow> rows;
  std::function<JobRow(qint64)> rowAt; ///< for states that no memory holds
  qint64 size = 0;
  bool holding = false; ///< keeps its answers for the test to give
  std::vector<std::function<void()>> held;
  bool failing = false;
  ErrorKind failsWith = ErrorKind::Disconnected;
  QByteArray mark; ///< of every page
  std::vector<PageWish> calls;
};

inline std::vector<JobRow> jobs(int first, int count) {
  std::vector<JobRow> rows;
  for (int i = first; i < first + count; ++i)
    rows.push_back(job(QByteArray::number(i)));
  return rows;
}

} // namespace oxp::test
