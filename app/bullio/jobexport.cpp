// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobexport.h"

#include "bullio/jobscan.h"
#include "bullio/reader.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace oxp {

namespace {

constexpr qint64 TellEveryMs = 100;
constexpr qsizetype WriteBytes = 1'024 * 1'024; ///< that are written at a time

/// Which ids were seen, at some 30 bytes each: by two hashes with seeds of their own, so that 2^128 values
/// tell ids apart.
class SeenIds {
public:
  /// False when the id was there already.
  bool add(const QByteArray &id) {
    const qsizetype before = m_hashes.size();
    m_hashes.insert({qHash(id, m_first), qHash(id, m_second)});
    return m_hashes.size() > before;
  }
  void clear() { m_hashes.clear(); }

private:
  size_t m_first = QRandomGenerator::system()->generate64();
  size_t m_second = QRandomGenerator::system()->generate64();
  QSet<std::pair<size_t, size_t>> m_hashes;
};

class Export {
public:
  Export(ReadSession &session, const ExportRequest &request, const std::function<void(ExportProgress)> &tell,
         std::stop_token stop)
      : m_session(session)
      , m_request(request)
      , m_tell(tell)
      , m_stop(std::move(stop))
      , m_text(request.format, request.hides)
      , m_file(request.path) {}

  Result<ExportReport> run();

private:
  Result<void> open();
  Result<void> countAll();
  Result<void> exportPart(const ExportPart &part, qint64 expected);
  void visit(const ExportPart &part, const ScannedJob &job);
  Result<void> write();
  Result<void> close();
  tl::unexpected<Error> fileError() const;
  void tellSome(bool always);

  ReadSession &m_session;
  const ExportRequest &m_request;
  const std::function<void(ExportProgress)> &m_tell;
  std::stop_token m_stop;
  ExportText m_text;
  QSaveFile m_file;
  QByteArray m_buffer;
  SeenIds m_seen;
  size_t m_listed = 0;          ///< of the part's list, the job that comes next
  std::vector<qint64> m_totals; ///< by part
  qint64 m_doneBefore = 0;
  ExportProgress m_progress;
  ExportReport m_report;
  QElapsedTimer m_time, m_sinceTold;
};

tl::unexpected<Error> Export::fileError() const {
  const bool full = m_file.error() == QFileDevice::ResourceError;
  return fail(ErrorKind::File, m_file.errorString(), full ? "disk-full" : "file-write");
}

Result<void> Export::open() {
  const QFileInfo folder(QFileInfo(m_request.path).absolutePath());
  if (!folder.isDir())
    return fail(ErrorKind::File, folder.filePath(), "folder-missing");
  if (m_file.open(QIODevice::WriteOnly))
    return {};
  return folder.isWritable() ? fileError() : fail(ErrorKind::File, m_file.errorString(), "file-denied");
}

/// What there is to export, for progress and time left.
Result<void> Export::countAll() {
  std::vector<QueueInfo> queues;
  for (const ExportPart &part : m_request.parts)
    queues.push_back(part.queue);
  const auto counts = reader::counts(m_session, queues, m_stop);
  if (!counts)
    return fail(counts.error());
  for (size_t i = 0; i < m_request.parts.size(); ++i) {
    const ExportPart &part = m_request.parts[i];
    m_totals.push_back(part.state ? (*counts)[i].of(*part.state) : qint64(part.jobs.size()));
    m_progress.total += m_totals.back();
  }
  return {};
}

Result<ExportReport> Export::run() {
  m_time.start();
  m_sinceTold.start();
  if (const auto counted = countAll(); !counted)
    return fail(counted.error());
  if (const auto opened = open(); !opened)
    return fail(opened.error());
  tellSome(true);
  m_text.begin(m_buffer);
  for (size_t i = 0; i < m_request.parts.size(); ++i) {
    if (i > 0 && m_request.parts[i].queue.id != m_request.parts[i - 1].queue.id)
      m_seen.clear();
    if (const auto done = exportPart(m_request.parts[i], m_totals[i]); !done)
      return fail(done.error());
  }
  m_text.end(m_buffer);
  if (const auto closed = close(); !closed)
    return fail(closed.error());
  m_report.masked = m_text.masked();
  m_report.bytes = m_progress.bytes;
  m_report.tookMs = m_time.elapsed();
  return m_report;
}

Result<void> Export::exportPart(const ExportPart &part, qint64 expected) {
  ScanRequest request;
  request.queue = part.queue.id;
  request.fields = ExportText::hashFields();
  request.whole = true;
  m_listed = 0;
  if (part.state) {
    request.state = *part.state;
  } else {
    request.only.emplace();
    for (const ExportJob &job : part.jobs)
      request.only->push_back(job.id);
  }
  JobScan scan(m_session, std::move(request), m_stop);
  Result<void> written;
  const auto look = [&](const ScannedJob &job) {
    visit(part, job);
    if (m_buffer.size() >= WriteBytes)
      written = write();
    return written.has_value();
  };
  const auto report = scan.run(look, [&](const ScanReport &so) {
    m_progress.jobs = m_doneBefore + so.looked;
    m_progress.total += std::max(expected, so.looked) - expected;
    expected = std::max(expected, so.looked);
    tellSome(false);
  });
  if (!written)
    return written;
  if (!report)
    return fail(report.error());
  m_doneBefore += report->looked;
  m_report.lostTrack = m_report.lostTrack || report->lostTrack;
  return {};
}

void Export::visit(const ExportPart &part, const ScannedJob &job) {
  const JobState state = part.state ? *part.state : part.jobs[m_listed++].state;
  if (!m_seen.add(job.id))
    return;
  const bool gone =
      std::all_of(job.fields.begin(), job.fields.end(), [](auto field) { return field.isNull(); });
  if (gone) {
    ++m_report.gone;
    return;
  }
  m_text.add(m_buffer, part.queue.id, state, job.id, job.fields);
  ++m_report.jobs;
}

Result<void> Export::write() {
  if (m_file.write(m_buffer) != m_buffer.size())
    return fileError();
  m_progress.bytes += m_buffer.size();
  m_buffer.resize(0);
  return {};
}

/// The name is taken here. A wish to stop that came before counts.
Result<void> Export::close() {
  if (const auto written = write(); !written)
    return written;
  if (m_stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  if (!m_file.commit())
    return fileError();
  return {};
}

void Export::tellSome(bool always) {
  if (!m_tell || (!always && m_sinceTold.elapsed() < TellEveryMs))
    return;
  m_sinceTold.restart();
  m_tell(m_progress);
}

} // namespace

Result<ExportReport> exportJobs(ReadSession &session, const ExportRequest &request,
                                const std::function<void(ExportProgress)> &tell, std::stop_token stop) {
  return Export(session, request, tell, std::move(stop)).run();
}

} // namespace oxp
