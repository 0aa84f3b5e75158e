// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/waiting.h"

namespace oxp::bench {
namespace {

constexpr int SettleMs = 3'000;
constexpr int BoardPollMs = 5'000; ///< bull-board's own default

Sample perSecond(const Cost &cost, double ms) {
  Sample sample;
  sample.value = cost.commands() * 1e3 / ms;
  sample.more[QStringLiteral("KB")] = cost.kilobytes() * 1e3 / ms;
  return sample;
}

/// Commands a second while nobody does anything.
Result<Sample> windowRests(Stage &stage) {
  const Cost cost(stage.server());
  Heartbeat heart;
  heart.restart();
  rest(stage.sizes().idleMs);
  Sample sample = perSecond(cost, heart.totalMs());
  sample.more[QStringLiteral("stall ms")] = heart.longestMs();
  return sample;
}

Result<Sample> boardPolls(Stage &stage) {
  Board *board = stage.board();
  if (!board)
    return fail(ErrorKind::Disconnected, QStringLiteral("bull-board did not start"));
  const Cost cost(stage.server());
  QElapsedTimer time;
  time.start();
  const int polls = std::max(1, stage.sizes().idleMs / BoardPollMs);
  for (int i = 0; i < polls; ++i) {
    const Board::Answer said =
        board->get(QStringLiteral("/api/queues?activeQueue=big&status=failed&page=1&jobsPerPage=10"));
    if (said.status != 200)
      return fail(ErrorKind::Server, QStringLiteral("HTTP %1").arg(said.status));
    rest(int((i + 1) * qint64(BoardPollMs) - time.elapsed()));
  }
  return perSecond(cost, msOf(time));
}

} // namespace

std::vector<Row> idleRows(Stage &stage) {
  Row row;
  row.title = QStringLiteral("an open queue page among %1 queues").arg(stage.sizes().queues);
  row.unit = QStringLiteral("commands/s");
  row.rounds = std::min(3, stage.sizes().rounds);
  row.prepare = [&stage]() -> Result<void> {
    test::Person *person = stage.window();
    if (!person || !person->chooseRow({QStringLiteral("Bench"), QStringLiteral("big")}) ||
        !person->chooseState(QStringLiteral("failed")))
      return fail(ErrorKind::Timeout, QStringLiteral("the window did not open the queue"));
    rest(SettleMs);
    return {};
  };
  row.finish = [&stage] { stage.closeWindow(); };
  row.sides = {
      {QStringLiteral("Oxpecker"), Kind::Ours, [&stage] { return windowRests(stage); }},
      {QStringLiteral("bull-board, one tab, every 5 s"), Kind::Peer, [&stage] { return boardPolls(stage); }}};
  return {row};
}

} // namespace oxp::bench
