// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/runrows.h"

#include "workspace/sessionruns.h"

#include <algorithm>

namespace oxp {
namespace {

RunStage restingStage(const audit::Run &run, const SessionRuns &runs) {
  switch (run.state) {
  case audit::RunState::Paused:
    return RunStage::Paused;
  case audit::RunState::Ended:
    return runs.undoneBy(run.id) > 0 ? RunStage::Undone : RunStage::Ended;
  case audit::RunState::Cancelled:
    return RunStage::Cancelled;
  case audit::RunState::Frozen:
  case audit::RunState::Running:
    break;
  }
  return RunStage::CutOff;
}

QByteArray operationOf(const std::vector<audit::Run> &all, qint64 id) {
  const auto run =
      std::find_if(all.begin(), all.end(), [id](const audit::Run &each) { return each.id == id; });
  return run == all.end() ? QByteArray() : run->operation;
}

} // namespace

std::vector<RunRow> runRows(const SessionRuns &runs) {
  const std::vector<qint64> underWay = runs.underWay();
  std::vector<RunRow> rows;
  for (const audit::Run &run : runs.runs()) {
    RunRow row;
    row.run = run;
    row.undoes = SessionRuns::undoes(run);
    const auto turn = std::find(underWay.begin(), underWay.end(), run.id);
    if (turn == underWay.end()) {
      row.stage = restingStage(run, runs);
    } else if (turn == underWay.begin()) {
      row.stage = RunStage::Running;
    } else {
      row.stage = RunStage::Queued;
      row.behind = operationOf(runs.runs(), *std::prev(turn));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace oxp
