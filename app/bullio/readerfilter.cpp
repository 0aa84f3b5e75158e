// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/idpage.h"
#include "bullio/jobrows.h"
#include "bullio/reader.h"

#include <algorithm>
#include <iterator>

namespace oxp::reader {

namespace {

constexpr qint64 Slice = 500;

bool oldestFirst(JobState state) {
  return state == JobState::Waiting || state == JobState::Active || state == JobState::WaitingChildren;
}

bool holds(const QByteArray &utf8, const QString &text) {
  return QString::fromUtf8(utf8).contains(text, Qt::CaseInsensitive);
}

} // namespace

Result<std::vector<JobRow>> filterScan(ReadSession &session, const QueueInfo &queue, JobState state,
                                       int newest, const FilterTell &tell, std::stop_token stop) {
  constexpr JobFields Fields = JobField::Name | JobField::Error;
  std::vector<JobRow> all;
  const auto first = readIds(session, queue.id, state, 0, 1, false, stop);
  if (!first)
    return fail(first.error());
  const qint64 begin = oldestFirst(state) ? std::max<qint64>(0, first->total - newest) : 0;
  const qint64 toRead = std::min<qint64>(first->total - begin, newest);
  for (qint64 done = 0; done < toRead; done += Slice) {
    if (stop.stop_requested())
      return fail(ErrorKind::Cancelled);
    const auto ids =
        readIds(session, queue.id, state, begin + done, std::min(Slice, toRead - done), false, stop);
    if (!ids)
      return fail(ids.error());
    auto slice = readRows(session, queue.id, ids->jobs, Fields, stop);
    if (!slice)
      return slice;
    if (tell)
      tell(*slice, std::min(done + Slice, toRead), toRead);
    std::move(slice->begin(), slice->end(), std::back_inserter(all));
  }
  return all;
}

bool matchesFilter(const JobRow &row, const QString &text) {
  return text.isEmpty() || holds(row.id, text) || holds(row.name, text) || holds(row.error, text);
}

} // namespace oxp::reader
