// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/runrows.h"

#include "workspace/sessionruns.h"

#include <algorithm>
#include <set>

namespace oxp {
namespace {

/// Those that a later run has taken back.
std::set<qint64> undoneOf(const std::vector<audit::Run> &runs) {
  std::set<qint64> undone;
  for (const audit::Run &run : runs)
    if (run.state == audit::RunState::Ended)
      undone.insert(SessionRuns::undoes(run));
  return undone;
}

RunStage restingStage(const audit::Run &run, bool undone) {
  switch (run.state) {
  case audit::RunState::Paused:
    return RunStage::Paused;
  case audit::RunState::Ended:
    return undone ? RunStage::Undone : RunStage::Ended;
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
  const std::set<qint64> undone = undoneOf(runs.runs());
  std::vector<RunRow> rows;
  for (const audit::Run &run : runs.runs()) {
    RunRow row;
    row.run = run;
    row.undoes = SessionRuns::undoes(run);
    row.then = SessionRuns::thenOf(run);
    const auto turn = std::find(underWay.begin(), underWay.end(), run.id);
    if (turn == underWay.end()) {
      row.stage = restingStage(run, undone.contains(run.id));
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
