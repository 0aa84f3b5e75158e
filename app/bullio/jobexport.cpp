// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobexport.h"

#include "bullio/idpage.h"
#include "bullio/jobscan.h"
#include "bullio/reader.h"
#include "bullio/seenids.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

#include <fcntl.h>

namespace oxp {

namespace {

constexpr qint64 TellEveryMs = 100;
constexpr qsizetype WriteBytes = 256 * 1'024;     ///< that are written at a time
constexpr qint64 SettleBytes = 8 * 1'024 * 1'024; ///< that are sent on to the disk at a time
constexpr qint64 IdsAtOnce = 5'000;               ///< of a stretch

/// A file under a temporary name until commit(). Pieces that are full go on to the disk while the next one
/// fills: commit() would otherwise wait for all of a large file, and with it whoever closes the profile.
class ExportFile {
public:
  explicit ExportFile(const QString &path)
      : m_path(path)
      , m_file(path) {}

  Result<void> open();
  Result<void> write(const QByteArray &bytes);
  /// The name is taken here. A wish to stop that came before counts.
  Result<void> commit(const std::stop_token &stop);

private:
  void settle(qint64 upTo);
  void sync(qint64 from, qint64 bytes, unsigned how) const;
  tl::unexpected<Error> error() const;

  QString m_path;
  QSaveFile m_file;
  qint64 m_written = 0;
  qint64 m_sent = 0; ///< bytes that are on their way to the disk; all but the last piece of them are there
};

tl::unexpected<Error> ExportFile::error() const {
  const bool full = m_file.error() == QFileDevice::ResourceError;
  return fail(ErrorKind::File, m_file.errorString(), full ? "disk-full" : "file-write");
}

Result<void> ExportFile::open() {
  const QFileInfo folder(QFileInfo(m_path).absolutePath());
  if (!folder.isDir())
    return fail(ErrorKind::File, folder.filePath(), "folder-missing");
  if (m_file.open(QIODevice::WriteOnly))
    return {};
  return folder.isWritable() ? error() : fail(ErrorKind::File, m_file.errorString(), "file-denied");
}

Result<void> ExportFile::write(const QByteArray &bytes) {
  if (m_file.write(bytes) != bytes.size())
    return error();
  m_written += bytes.size();
  settle(m_written - SettleBytes);
  return {};
}

/// Sends whole pieces off, and waits for each until the one before it has come to the disk.
void ExportFile::settle(qint64 upTo) {
  for (; m_sent <= upTo; m_sent += SettleBytes) {
    sync(m_sent, SettleBytes, SYNC_FILE_RANGE_WRITE);
    if (m_sent > 0)
      sync(m_sent - SettleBytes, SettleBytes,
           SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
  }
}

/// A file system that cannot do it does all of it in commit(), which tells what went wrong, too.
void ExportFile::sync(qint64 from, qint64 bytes, unsigned how) const {
  (void)::sync_file_range(m_file.handle(), from, bytes, how);
}

Result<void> ExportFile::commit(const std::stop_token &stop) {
  if (stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  if (!m_file.commit())
    return error();
  return {};
}

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
  /// A part whose ids are known.
  struct Piece {
    const QueueInfo &queue;
    std::optional<JobState> state;
    std::vector<ExportJob> jobs;
    qint64 total = 0; ///< as far as it is known
  };

  Result<void> begin();
  Result<void> readPiece(const ExportPart &part);
  Result<void> readStretch(const ExportStretch &stretch, Piece &piece);
  Result<void> countAll();
  Result<void> exportPieces();
  Result<void> exportPiece(Piece &piece);
  void dropSeen(Piece &piece);
  void setTotal(Piece &piece, qint64 total);
  void visit(const Piece &piece, const ScannedJob &job);
  Result<void> write();
  void tellSome(bool always);

  ReadSession &m_session;
  const ExportRequest &m_request;
  const std::function<void(ExportProgress)> &m_tell;
  std::stop_token m_stop;
  ExportText m_text;
  ExportFile m_file;
  QByteArray m_buffer;
  SeenIds m_seen;
  std::vector<Piece> m_pieces;
  size_t m_listed = 0; ///< of the piece's list, the job that comes next
  qint64 m_doneBefore = 0;
  ExportProgress m_progress;
  ExportReport m_report;
  QElapsedTimer m_time, m_sinceTold;
};

Result<ExportReport> Export::run() {
  m_time.start();
  m_sinceTold.start();
  if (const auto begun = begin(); !begun)
    return fail(begun.error());
  m_text.begin(m_buffer);
  if (const auto done = exportPieces(); !done)
    return fail(done.error());
  m_text.end(m_buffer);
  if (const auto written = write(); !written)
    return fail(written.error());
  if (const auto closed = m_file.commit(m_stop); !closed)
    return fail(closed.error());
  m_report.masked = m_text.masked();
  m_report.bytes = m_progress.bytes;
  m_report.tookMs = m_time.elapsed();
  return m_report;
}

/// The ids come first: the longer nobody looks, the less do places say about who was chosen.
Result<void> Export::begin() {
  for (const ExportPart &part : m_request.parts)
    if (const auto read = readPiece(part); !read)
      return read;
  if (const auto counted = countAll(); !counted)
    return counted;
  const auto opened = m_file.open();
  if (opened)
    tellSome(true);
  return opened;
}

Result<void> Export::readPiece(const ExportPart &part) {
  Piece &piece = m_pieces.emplace_back(Piece{part.queue, part.state, {}});
  if (part.state)
    return {};
  size_t taken = 0;
  const auto takeJobs = [&](size_t end) {
    piece.jobs.insert(piece.jobs.end(), part.jobs.begin() + qptrdiff(taken),
                      part.jobs.begin() + qptrdiff(end));
    taken = end;
  };
  for (const ExportStretch &stretch : part.stretches) {
    takeJobs(stretch.before);
    if (const auto read = readStretch(stretch, piece); !read)
      return read;
  }
  takeJobs(part.jobs.size());
  return {};
}

Result<void> Export::readStretch(const ExportStretch &stretch, Piece &piece) {
  for (qint64 done = 0; done < stretch.count; done += IdsAtOnce) {
    const auto page = readIds(m_session, piece.queue.id, stretch.state, stretch.offset + done,
                              std::min(IdsAtOnce, stretch.count - done), stretch.reversed, m_stop);
    if (!page)
      return fail(page.error());
    if (page->jobs.empty())
      return {};
    for (const ListedJob &job : page->jobs)
      piece.jobs.push_back({job.id, job.state});
  }
  return {};
}

/// What there is to export, for progress and time left.
Result<void> Export::countAll() {
  std::vector<QueueInfo> queues;
  for (const Piece &piece : m_pieces)
    queues.push_back(piece.queue);
  const auto counts = reader::counts(m_session, queues, m_stop);
  if (!counts)
    return fail(counts.error());
  for (size_t i = 0; i < m_pieces.size(); ++i) {
    Piece &piece = m_pieces[i];
    setTotal(piece, piece.state ? (*counts)[i].of(*piece.state) : qint64(piece.jobs.size()));
  }
  return {};
}

void Export::setTotal(Piece &piece, qint64 total) {
  m_progress.total += total - piece.total;
  piece.total = total;
}

Result<void> Export::exportPieces() {
  for (size_t i = 0; i < m_pieces.size(); ++i) {
    if (i > 0 && m_pieces[i].queue.id != m_pieces[i - 1].queue.id)
      m_seen.clear();
    if (const auto done = exportPiece(m_pieces[i]); !done)
      return done;
  }
  return {};
}

/// A whole state may have gone before a list of some of its jobs: those need not be read again.
void Export::dropSeen(Piece &piece) {
  std::erase_if(piece.jobs, [this](const ExportJob &job) { return m_seen.has(job.id); });
  setTotal(piece, qint64(piece.jobs.size()));
}

Result<void> Export::exportPiece(Piece &piece) {
  ScanRequest request;
  request.queue = piece.queue.id;
  request.fields = ExportText::hashFields();
  request.whole = true;
  m_listed = 0;
  if (piece.state) {
    request.state = *piece.state;
  } else {
    dropSeen(piece);
    request.only.emplace();
    for (const ExportJob &job : piece.jobs)
      request.only->push_back(job.id);
  }
  JobScan scan(m_session, std::move(request), m_stop);
  Result<void> written;
  const auto look = [&](const ScannedJob &job) {
    visit(piece, job);
    if (m_buffer.size() >= WriteBytes)
      written = write();
    return written.has_value();
  };
  const auto report = scan.run(look, [&](const ScanReport &so) {
    m_progress.jobs = m_doneBefore + so.looked;
    setTotal(piece, std::max(piece.total, so.looked));
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

void Export::visit(const Piece &piece, const ScannedJob &job) {
  const JobState state = piece.state ? *piece.state : piece.jobs[m_listed++].state;
  if (!m_seen.add(job.id))
    return;
  const bool gone =
      std::all_of(job.fields.begin(), job.fields.end(), [](auto field) { return field.isNull(); });
  if (gone) {
    ++m_report.gone;
    return;
  }
  m_text.add(m_buffer, piece.queue.id, state, job.id, job.fields);
  ++m_report.jobs;
}

Result<void> Export::write() {
  if (const auto written = m_file.write(m_buffer); !written)
    return written;
  m_progress.bytes += m_buffer.size();
  m_buffer.resize(0);
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
