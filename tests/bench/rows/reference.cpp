// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

namespace oxp::bench {
namespace {

/// Thousands of requests a second, fifty in a pipeline, by redis-benchmark.
Row rateRow(Stage &stage, const QString &title, int clients, const QStringList &words) {
  const auto run = [&stage, clients, words]() -> Result<Sample> {
    QProcess program;
    program.start(QStringLiteral("redis-benchmark"),
                  QStringList{QStringLiteral("-s"), stage.server().socketPath(), QStringLiteral("-c"),
                              QString::number(clients), QStringLiteral("-P"), QStringLiteral("50"),
                              QStringLiteral("-n"), QString::number(stage.sizes().references),
                              QStringLiteral("--csv")} +
                      words);
    program.waitForFinished(-1);
    // "test","rps","avg_latency_ms",…
    const QByteArray line = program.readAllStandardOutput().trimmed().split('\n').last();
    const double rate = line.split(',').value(1).replace('"', "").toDouble();
    if (rate <= 0)
      return fail(ErrorKind::Invalid, QString::fromUtf8(program.readAllStandardError()));
    return Sample{rate / 1e3, {}, {}};
  };
  Row row;
  row.title = title;
  row.unit = QStringLiteral("k/s");
  row.moreIsBetter = true;
  row.rounds = std::min(3, stage.sizes().rounds);
  row.sides = {{QStringLiteral("redis-benchmark, %1 clients").arg(clients), Kind::Limit, run}};
  if (clients == 1)
    row.sides.front().who = QStringLiteral("redis-benchmark, 1 client");
  return row;
}

} // namespace

std::vector<Row> referenceRows(Stage &stage) {
  const QString key = QStringLiteral("bench:reference"), field = QStringLiteral("data");
  const QString text(1'000, u'x');
  std::vector<Row> rows;
  for (const int clients : {1, 50}) {
    rows.push_back(
        rateRow(stage, QStringLiteral("HSET 1 KB"), clients, {QStringLiteral("HSET"), key, field, text}));
    rows.push_back(
        rateRow(stage, QStringLiteral("HGET 1 KB"), clients, {QStringLiteral("HGET"), key, field}));
    rows.push_back(rateRow(stage, QStringLiteral("GET"), clients,
                           {QStringLiteral("GET"), key + QStringLiteral(":none")}));
  }
  return rows;
}

} // namespace oxp::bench
