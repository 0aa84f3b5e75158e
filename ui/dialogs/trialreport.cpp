// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/trialreport.h"

#include "edits/places.h"
#include "models/format.h"
#include "ui/dialogs/changewords.h"
#include "json/fields.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

struct TrialWords {
  Q_DECLARE_TR_FUNCTIONS(TrialWords)
};

using edits::TrialJob;
using edits::TrialOutcome;
using Kind = TrialOutcome::Kind;

constexpr qsizetype LongestValue = 60, LongestPlace = 120; // bytes

/// A value in a few characters: a text without its quotes.
QString shortValue(const QByteArray &value, const json::Pointer &at, const Masks &masks) {
  const QByteArray json = masks ? maskedValue(*masks, value, at) : value;
  const bool isText = json.size() > 2 && json.startsWith('"') && json.endsWith('"');
  const qsizetype limit = 6 * LongestValue; // of what is unescaped for it
  return format::safeText(isText && json.size() < limit ? json::unescapeUtf8(json) : json, LongestValue);
}

/// As a path is written. What `text` does not hold (the change makes it) is an element where it is a number.
QString placeText(const json::Pointer &at, const json::ScannedText &text) {
  edits::Path path;
  json::Pointer around;
  for (const json::Pointer::Step &step : at.steps) {
    const quint32 token = json::find(text.text(), text.scan(), around);
    bool isNumber = false;
    const qint64 index = step.key.toLongLong(&isNumber);
    const bool inList =
        token == json::NoToken ? isNumber : text.scan().tokens[token].kind == json::TokenKind::ArrayBegin;
    path.push_back(inList ? search::Step{search::Step::Kind::Index, {}, index}
                          : search::Step{search::Step::Kind::Key, step.key, 0});
    around.steps.push_back(step);
  }
  return at.isRoot() ? TrialWords::tr("whole document")
                     : format::safeText(edits::spelled(path).toUtf8(), LongestPlace);
}

QString firstChange(const json::Change &change, const json::ScannedText &text, const Masks &masks) {
  const QString place = placeText(change.pointer, text);
  const auto value = [&](const QByteArray &json) { return shortValue(json, change.pointer, masks); };
  switch (change.kind) {
  case json::Change::Added:
    return TrialWords::tr("%1 added: %2").arg(place, value(change.after));
  case json::Change::Removed:
    return TrialWords::tr("%1 removed").arg(place);
  case json::Change::Moved:
    return TrialWords::tr("%1 moved").arg(place);
  default:
    return u"%1: %2 → %3"_s.arg(place, value(change.before), value(change.after));
  }
}

TrialRow rowOf(const TrialJob &job, const TrialOutcome &outcome, const edits::TrialSum &sum,
               const Masks &masks) {
  TrialRow row{job.id, format::safeText(job.name), outcome.kind, 0, sum.reasonOf(outcome), {}};
  if (row.reason >= 0)
    row.what = reasonText(sum.reasons[size_t(row.reason)]);
  else if (outcome.kind == Kind::Stays)
    row.what = TrialWords::tr("it looks like this already");
  if (outcome.kind != Kind::Changes)
    return row;
  const json::ScannedText before(job.data);
  const auto changes = json::diff(before, json::apply(job.data, outcome.splices), outcome.splices);
  row.changes = int(changes.size());
  row.what = changes.empty() ? QString() : firstChange(changes.front(), before, masks);
  return row;
}

} // namespace

QString reasonText(const edits::TrialSum::Reason &reason) {
  switch (reason.bar) {
  case TrialJob::Bar::Gone:
    return TrialWords::tr("it is gone");
  case TrialJob::Bar::Running:
    return TrialWords::tr("a worker holds it");
  case TrialJob::Bar::Large:
    return TrialWords::tr("its data are over 1 MB");
  case TrialJob::Bar::None:
    break;
  }
  return changewords::problem(reason.problem);
}

std::shared_ptr<const TrialReport> tryAll(const TrialJobs &jobs, const std::vector<edits::Change> &changes,
                                          const Masks &masks, std::stop_token stop) {
  QElapsedTimer timer;
  timer.start();
  auto report = std::make_shared<TrialReport>();
  report->outcomes = edits::tryOut(*jobs, changes, stop);
  report->sum = edits::sumOf(report->outcomes);
  for (size_t i = 0; i < report->outcomes.size() && !stop.stop_requested(); ++i)
    report->rows.push_back(rowOf((*jobs)[i], report->outcomes[i], report->sum, masks));
  if (report->rows.size() < jobs->size())
    return nullptr;
  report->tookMs = timer.elapsed();
  return report;
}

TrialTexts textsOf(const TrialJob &job, const TrialOutcome &outcome, const Masks &masks, int columns) {
  TrialTexts texts;
  texts.before = showPayload(job.data, true, masks, columns);
  texts.sizeBefore = job.data.size();
  if (outcome.kind == Kind::Refused) {
    texts.after.form = ShownPayload::Form::Empty;
    return texts;
  }
  const QByteArray after = json::apply(job.data, outcome.splices);
  texts.after = showPayload(after, true, masks, columns);
  texts.sizeAfter = after.size();
  if (!outcome.splices.empty())
    texts.changes = json::diff(json::ScannedText(job.data), after, outcome.splices);
  return texts;
}

} // namespace oxp
