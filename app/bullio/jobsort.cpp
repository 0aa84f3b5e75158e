// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobsort.h"

#include "bull/fieldtext.h"
#include "bullio/jobscan.h"
#include "search/pathreader.h"
#include "json/decimal.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

namespace oxp {

namespace {

using search::Field;
using search::Found;

constexpr qint64 TellEveryMs = 100;
constexpr qsizetype TextLimit = 96;    ///< bytes of a key that are kept
constexpr size_t RunLength = 1U << 15; ///< sorted between two looks at the stop token

/// Where a field of the grammar is kept; attempts are in either of two.
std::vector<QByteArray> hashFields(Field field) {
  switch (field) {
  case Field::Name:
    return {"name"};
  case Field::Error:
    return {"failedReason"};
  case Field::Attempts:
    return {"attemptsMade", "atm"};
  case Field::Progress:
    return {"progress"};
  case Field::Priority:
    return {"priority"};
  case Field::Created:
    return {"timestamp"};
  case Field::Processed:
    return {"processedOn"};
  case Field::Finished:
    return {"finishedOn"};
  case Field::Opts:
    return {"opts"};
  case Field::Result:
    return {"returnvalue"};
  case Field::Data:
    return {"data"};
  default:
    return {};
  }
}

/// A number as a double; not a number where a double cannot hold it, such as 1e400.
double quickValue(const QByteArray &token) {
  bool fits = false;
  const double value = token.toDouble(&fits);
  return fits ? value : std::numeric_limits<double>::quiet_NaN();
}

/// One job and its key. A number's value decides quickly, its token where two are too close for a double.
struct Entry {
  double number = 0;
  quint32 idBegin = 0, textBegin = 0;
  quint16 idLength = 0, textLength = 0;
  Found::Kind kind = Found::Kind::Missing;
};
static_assert(sizeof(Entry) == 24);

Found numberFound(qint64 value) {
  return {Found::Kind::Number, QByteArray::number(value)};
}

/// A moment; a job that has none shows nothing.
Found timeFound(qint64 ms) {
  return ms > 0 ? numberFound(ms) : Found{};
}

/// A name or an error is a text, whatever it looks like.
Found textFound(QByteArrayView text) {
  return text.isEmpty()
             ? Found{}
             : Found{Found::Kind::String, text.first(std::min(TextLimit, text.size())).toByteArray()};
}

/// A whole number out of the first of these fields that is there; 0 where none is, as BullMQ reads it.
qint64 firstNumber(std::span<const QByteArrayView> fields) {
  const auto there = std::find_if(fields.begin(), fields.end(), [](auto field) { return !field.isNull(); });
  return there == fields.end() ? 0 : fieldtext::number(there->toByteArray());
}

class Sorter {
public:
  Sorter(ReadSession &session, const SortRequest &request, const std::function<void(SortProgress)> &tell,
         std::stop_token stop)
      : m_session(session)
      , m_request(request)
      , m_tell(tell)
      , m_stop(std::move(stop))
      , m_reader(request.by, TextLimit, request.hidden)
      , m_readsPath(!request.by.steps.empty() || request.by.root == Field::Data ||
                    request.by.root == Field::Opts || request.by.root == Field::Result ||
                    request.by.root == Field::Progress) {}

  Result<SortedIds> run();

private:
  Result<void> read();
  Found keyOf(const ScannedJob &job);
  bool keep(const ScannedJob &job);
  std::strong_ordering compareNumbers(const Entry &a, const Entry &b) const;
  bool before(quint32 left, quint32 right) const;
  QByteArrayView text(const Entry &entry) const;
  Result<void> sort();
  void dropSeconds();
  SortedIds result() const;

  ReadSession &m_session;
  const SortRequest &m_request;
  const std::function<void(SortProgress)> &m_tell;
  std::stop_token m_stop;
  search::PathReader m_reader;
  bool m_readsPath;
  std::vector<Entry> m_entries;
  QByteArray m_ids, m_texts;
  std::vector<quint32> m_order;
};

/// What the job table shows in this column.
Found Sorter::keyOf(const ScannedJob &job) {
  if (m_readsPath)
    return m_reader.read(job.fields[0]);
  switch (m_request.by.root) {
  case Field::Id:
    return textFound(job.id);
  case Field::Name:
  case Field::Error:
    return textFound(job.fields[0]);
  case Field::Due:
    return m_request.state == JobState::Delayed ? timeFound(fieldtext::dueFromScore(job.score.toByteArray()))
                                                : Found{};
  case Field::Size:
    return numberFound(job.size);
  case Field::Created:
  case Field::Processed:
  case Field::Finished:
    return timeFound(firstNumber(job.fields));
  case Field::Attempts:
  case Field::Priority:
    return numberFound(firstNumber(job.fields));
  default:
    return {};
  }
}

bool Sorter::keep(const ScannedJob &job) {
  const Found key = keyOf(job);
  Entry entry;
  entry.kind = key.kind;
  entry.idBegin = quint32(m_ids.size());
  entry.idLength = quint16(std::min<qsizetype>(job.id.size(), 0xffff));
  m_ids.append(job.id.constData(), entry.idLength);
  if (key.kind == Found::Kind::Number)
    entry.number = quickValue(key.text);
  entry.textBegin = quint32(m_texts.size());
  entry.textLength = quint16(key.text.size());
  m_texts.append(key.text.constData(), entry.textLength);
  m_entries.push_back(entry);
  return true;
}

Result<void> Sorter::read() {
  ScanRequest request;
  request.queue = m_request.queue.id;
  request.state = m_request.state;
  request.fields = hashFields(m_request.by.root);
  request.size = m_request.by.root == Field::Size;
  request.scores = m_request.by.root == Field::Due && m_request.state == JobState::Delayed;
  QElapsedTimer sinceTold;
  sinceTold.start();
  JobScan scan(m_session, request, m_stop);
  const auto tell = [&](const ScanReport &so) {
    m_entries.reserve(size_t(so.total)); // once; growing by halves would hold two tables at a time
    if (!m_tell || sinceTold.elapsed() < TellEveryMs)
      return;
    sinceTold.restart();
    m_tell({so.looked, std::max(so.looked, so.total)});
  };
  const auto report = scan.run([this](const ScannedJob &job) { return keep(job); }, tell);
  return report ? Result<void>{} : fail(report.error());
}

QByteArrayView Sorter::text(const Entry &entry) const {
  return QByteArrayView(m_texts).sliced(entry.textBegin, entry.textLength);
}

/// A job that moved while it was read may have come twice; its later place counts.
void Sorter::dropSeconds() {
  const auto id = [this](const Entry &entry) {
    return QByteArrayView(m_ids).sliced(entry.idBegin, entry.idLength);
  };
  std::vector<size_t> hashes;
  hashes.reserve(m_entries.size());
  for (const Entry &entry : m_entries)
    hashes.push_back(qHash(id(entry)));
  std::sort(hashes.begin(), hashes.end());
  if (std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end())
    return; // nearly always: a set of a million ids is spared
  QSet<QByteArray> seen;
  const auto again = [&](const Entry &entry) {
    const qsizetype before = seen.size();
    return seen.insert(id(entry).toByteArray()), seen.size() == before;
  };
  const auto kept = std::remove_if(m_entries.rbegin(), m_entries.rend(), again);
  m_entries.erase(m_entries.begin(), kept.base());
}

/// Quickly where doubles tell them apart, which not-a-number never does.
std::strong_ordering Sorter::compareNumbers(const Entry &a, const Entry &b) const {
  if (a.number < b.number)
    return std::strong_ordering::less;
  if (a.number > b.number)
    return std::strong_ordering::greater;
  return json::compareNumbers(text(a), text(b));
}

bool Sorter::before(quint32 left, quint32 right) const {
  const Entry &a = m_entries[left];
  const Entry &b = m_entries[right];
  const bool aMissing = a.kind == Found::Kind::Missing, bMissing = b.kind == Found::Kind::Missing;
  if (aMissing || bMissing)
    return aMissing != bMissing ? bMissing : left < right;
  std::strong_ordering order = a.kind <=> b.kind;
  if (order == 0)
    order = a.kind == Found::Kind::Number ? compareNumbers(a, b) : search::compareNaturally(text(a), text(b));
  if (order == 0)
    return left < right;
  return m_request.descending ? order > 0 : order < 0;
}

/// Runs are sorted and then merged, so that a cancelled sort ends soon.
Result<void> Sorter::sort() {
  m_order.resize(m_entries.size());
  std::iota(m_order.begin(), m_order.end(), 0U);
  const auto less = [this](quint32 left, quint32 right) { return before(left, right); };
  const auto at = [this](size_t index) {
    return m_order.begin() + qsizetype(std::min(index, m_order.size()));
  };
  for (size_t i = 0; i < m_order.size(); i += RunLength) {
    if (m_stop.stop_requested())
      return fail(ErrorKind::Cancelled);
    std::sort(at(i), at(i + RunLength), less);
  }
  for (size_t length = RunLength; length < m_order.size(); length *= 2) {
    for (size_t i = 0; i + length < m_order.size(); i += 2 * length) {
      if (m_stop.stop_requested())
        return fail(ErrorKind::Cancelled);
      std::inplace_merge(at(i), at(i + length), at(i + 2 * length), less);
    }
  }
  return {};
}

SortedIds Sorter::result() const {
  SortedIds ids;
  ids.reserve(qint64(m_order.size()), m_ids.size());
  for (const quint32 index : m_order)
    ids.add(QByteArrayView(m_ids).sliced(m_entries[index].idBegin, m_entries[index].idLength));
  return ids;
}

Result<SortedIds> Sorter::run() {
  if (const auto done = read(); !done)
    return fail(done.error());
  dropSeconds();
  if (const auto done = sort(); !done)
    return fail(done.error());
  return result();
}

} // namespace

Result<SortedIds> sortJobs(ReadSession &session, const SortRequest &request,
                           const std::function<void(SortProgress)> &tell, std::stop_token stop) {
  return Sorter(session, request, tell, std::move(stop)).run();
}

} // namespace oxp
