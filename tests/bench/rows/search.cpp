// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/seeding.h"

#include <algorithm>

namespace oxp::bench {
namespace {

constexpr qint64 FirstOfSorted = 10;

/// The ids in a state's own words, and the words that all sides are given.
struct Where {
  QByteArray queue;
  QStringList states; ///< as BullMQ names them
  qint64 jobs = 0;

  QStringList keys() const {
    QStringList keys;
    for (const QString &state : states)
      keys << QStringLiteral("bull:%1:%2")
                  .arg(QString::fromUtf8(queue), state == u"waiting" ? QStringLiteral("wait") : state);
    return keys;
  }
};

Side bareLoop(Stage &stage, const Where &where, const QString &answer) {
  const QString base = QStringLiteral("bull:%1:").arg(QString::fromUtf8(where.queue));
  return limitSide(stage, QStringLiteral("bare hiredis loop, HGET of each"),
                   QStringList{QStringLiteral("scan"), base, QStringLiteral("data")} + where.keys(),
                   where.jobs, answer);
}

/// One order among all the jobs of some states, by its number.
Row searchRow(Stage &stage, const Where &where, int getJobsRounds) {
  const qint64 wanted = where.jobs * 3 / 5;
  const QStringList words{QStringLiteral("--queue"),  QString::fromUtf8(where.queue),
                          QStringLiteral("--states"), where.states.join(u','),
                          QStringLiteral("--order"),  QString::fromUtf8(orderIdOf(wanted)),
                          QStringLiteral("--do")};
  Row row;
  row.title = QStringLiteral("find an order among %1 jobs").arg(where.jobs);
  row.expected = QString::number(wanted);
  row.rounds = std::min(3, stage.sizes().rounds);
  row.sides = {nodeSide(stage, QStringLiteral("BullMQ, getJobs in pages of 1,000"),
                        words + QStringList{QStringLiteral("findByGetJobs")}),
               nodeSide(stage, QStringLiteral("Node, pipelined HGET, parse a hit"),
                        words + QStringList{QStringLiteral("findByPipeline")}),
               bareLoop(stage, where, row.expected)};
  row.sides[0].rounds = getJobsRounds;
  return row;
}

/// The ids with the largest amounts.
QString dearest(qint64 first, qint64 count) {
  std::vector<qint64> jobs;
  for (qint64 i = first; i < first + count; ++i)
    jobs.push_back(i);
  std::partial_sort(jobs.begin(), jobs.begin() + FirstOfSorted, jobs.end(),
                    [](qint64 a, qint64 b) { return centsOf(a) > centsOf(b); });
  QStringList ids;
  for (qint64 i = 0; i < FirstOfSorted; ++i)
    ids << QString::number(jobs[size_t(i)]);
  return ids.join(u' ');
}

} // namespace

std::vector<Row> searchRows(Stage &stage) {
  const Sizes &sizes = stage.sizes();
  const QString completed = QStringLiteral("completed");
  return {searchRow(stage,
                    {"big", {QStringLiteral("waiting"), completed, QStringLiteral("failed")}, sizes.search},
                    0),
          searchRow(stage, {"million", {completed}, sizes.million}, 1)};
}

std::vector<Row> sortRows(Stage &stage) {
  const Sizes &sizes = stage.sizes();
  const Where where{"big", {QStringLiteral("failed")}, sizes.failed()};
  const QStringList words{QStringLiteral("--state"), where.states.front(), QStringLiteral("--first"),
                          QString::number(FirstOfSorted), QStringLiteral("--do")};
  Row row;
  row.title = QStringLiteral("sort %1 failed jobs by data.amount").arg(where.jobs);
  row.expected = dearest(sizes.waiting() + sizes.completed() + 1, where.jobs);
  row.rounds = std::min(3, sizes.rounds);
  row.sides = {nodeSide(stage, QStringLiteral("BullMQ, getJobs of all, then sort"),
                        words + QStringList{QStringLiteral("sortByGetJobs")}),
               nodeSide(stage, QStringLiteral("Node, pipelined HGET, then sort"),
                        words + QStringList{QStringLiteral("sortByPipeline")}),
               bareLoop(stage, where, row.expected)};
  return {row};
}

} // namespace oxp::bench
