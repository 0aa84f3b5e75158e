// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportchoices.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/views/joblistpanel.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <climits>

namespace oxp {
namespace {

/// The window's words, whichever of its parts says them.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(oxp::MainWindow)
};

int asInt(qint64 count) {
  return int(std::min<qint64>(count, INT_MAX));
}

QString jobCount(qint64 jobs) {
  return Words::tr("%Ln job(s)", nullptr, asInt(jobs));
}

/// `orders-failed-2026-11-22`, whatever stands in a queue's name.
QString fileName(const QueueInfo &queue, const QString &what) {
  static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_.-]+"));
  QString name = QString::fromUtf8(queue.id.name).left(80).replace(odd, u"-"_qs);
  if (name.startsWith(u'.'))
    name.front() = u'-';
  return name + u'-' + what + u'-' + QDate::currentDate().toString(Qt::ISODate);
}

/// The hits of each queue beside each other, in their order.
std::vector<ExportPart> partsOf(const std::vector<SearchHit> &hits) {
  std::vector<ExportPart> parts;
  QHash<QueueId, size_t> places;
  for (const SearchHit &hit : hits) {
    auto place = places.constFind(hit.queue.id);
    if (place == places.cend()) {
      place = places.insert(hit.queue.id, parts.size());
      parts.push_back({hit.queue, {}, {}});
    }
    parts[*place].jobs.push_back({hit.row.id, hit.row.state});
  }
  return parts;
}

/// Where nobody has looked at all rows of a whole state, the state is exported: no place in it can move away
/// then. Its jobs that were read follow, for they may have left it by the time.
std::vector<ExportPart> partsOf(const ChosenRows &rows, const QueueInfo &queue) {
  ExportPart part{queue, {}, {}};
  for (const ChosenRows::Job &job : rows.jobs)
    part.jobs.push_back({job.id, job.state});
  if (rows.everything)
    return {{queue, rows.state, {}}, std::move(part)};
  for (const ChosenRows::Stretch &stretch : rows.stretches)
    part.stretches.push_back({rows.state, stretch.position, stretch.count, rows.reversed, stretch.before});
  return {std::move(part)};
}

ExportChoice selectionChoice(const JobListPanel &list, const QueueInfo &queue) {
  ExportChoice choice;
  choice.fileName = fileName(queue, u"selection"_qs);
  choice.text = Words::tr("Selection: %1").arg(jobCount(list.selection().count()));
  if (list.isSearching()) {
    choice.parts = partsOf(list.selection().hits());
    return choice;
  }
  const ChosenRows rows = list.selection().rows();
  choice.parts = partsOf(rows, queue);
  if (const qint64 unread = rows.unread(); unread > 0)
    choice.remark = Words::tr("%Ln row(s) of the selection have not been read yet: they are taken as they "
                              "stand when the export begins.",
                              nullptr, asInt(unread));
  return choice;
}

ExportChoice stateChoice(const QueueInfo &queue, std::optional<JobState> state,
                         const std::optional<QueueCounts> &counts) {
  ExportChoice choice;
  choice.fileName = fileName(queue, state ? QString::fromLatin1(stateWord(*state)) : u"jobs"_qs);
  qint64 jobs = 0;
  for (const JobState each : ShownStates) {
    if (state && *state != each)
      continue;
    choice.parts.push_back({queue, each, {}});
    jobs += counts ? counts->of(each) : 0;
  }
  const QString what = state ? Words::tr("This state: %1").arg(stateTitle(*state)) : Words::tr("All states");
  choice.text = counts ? format::joined({what, jobCount(jobs)}) : what;
  if (counts && jobs == 0)
    choice.parts.clear();
  return choice;
}

ExportChoice searchChoice(const JobListPanel &list, const QueueInfo &queue) {
  ExportChoice choice;
  const std::vector<SearchHit> hits = list.selection().found();
  choice.text = Words::tr("Search result: %1").arg(jobCount(qint64(hits.size())));
  choice.fileName = fileName(queue, u"search"_qs);
  choice.parts = partsOf(hits);
  if (list.isSearchRunning())
    choice.remark = Words::tr("The search is still running: this is what it has found so far.");
  return choice;
}

} // namespace

ExportChoices exportChoices(const JobListPanel &list, const QueueInfo &queue, std::optional<JobState> state,
                            const std::optional<QueueCounts> &counts) {
  ExportChoices choices;
  const qint64 selected = list.selection().count();
  if (selected > 0)
    choices.all.push_back(selectionChoice(list, queue));
  if (list.isSearching())
    choices.all.push_back(searchChoice(list, queue));
  const int found = int(choices.all.size()) - 1;
  choices.all.push_back(stateChoice(queue, state, counts));
  choices.proposed = selected > 1 ? 0 : list.isSearching() ? found : int(choices.all.size()) - 1;
  return choices;
}

} // namespace oxp
