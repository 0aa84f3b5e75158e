// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/waiting.h"
#include "workspace/longreads.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace oxp::bench {
namespace {

const QString Stall = QStringLiteral("stall ms");

QString lineCount(const QString &path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return file.errorString();
  qint64 lines = 0;
  for (QByteArray bytes = file.read(1'048'576); !bytes.isEmpty(); bytes = file.read(1'048'576))
    lines += bytes.count('\n');
  return QString::number(lines);
}

/// From the request until the file has its name; the lines are counted after that.
Result<Sample> exportAll(Stage &stage) {
  const Result<ProfileSession *> session = stage.session();
  if (!session)
    return fail(session.error());
  const QTemporaryDir folder;
  ExportRequest request;
  request.path = folder.filePath(QStringLiteral("jobs.ndjson"));
  for (const JobState state : {JobState::Waiting, JobState::Completed, JobState::Failed})
    request.parts.push_back({stage.queueInfo("big"), state, {}});
  const Cost cost(stage.server());
  Heartbeat heart;
  heart.restart();
  const auto report = await<ExportReport>([&](QObject *context, auto handler) {
    (*session)->longReads().requestExport(request, false, context, {}, handler);
  });
  Sample sample{heart.totalMs(), {}, {{Stall, heart.longestMs()}}};
  if (!report)
    return fail(report.error());
  sample.answer = lineCount(request.path);
  cost.tellInto(sample);
  return sample;
}

} // namespace

std::vector<Row> exportRows(Stage &stage) {
  const qint64 jobs = stage.sizes().search;
  Row row;
  row.title = QStringLiteral("export %1 jobs of 1 KB to NDJSON").arg(jobs);
  row.expected = QString::number(jobs);
  row.rounds = std::min(3, stage.sizes().rounds);
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [&stage] { return exportAll(stage); }},
               nodeSide(stage, QStringLiteral("Node, pipelined HGETALL"),
                        {QStringLiteral("--states"), QStringLiteral("waiting,completed,failed"),
                         QStringLiteral("--do"), QStringLiteral("exportByPipeline")}),
               limitSide(stage, QStringLiteral("bare hiredis loop, HGET of each, nothing written"),
                         {QStringLiteral("scan"), QStringLiteral("bull:big:"), QStringLiteral("data"),
                          QStringLiteral("bull:big:wait"), QStringLiteral("bull:big:completed"),
                          QStringLiteral("bull:big:failed")},
                         jobs, row.expected)};
  return {row};
}

} // namespace oxp::bench
