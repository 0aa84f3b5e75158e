// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/runexport.h"

#include "audit/auditstore.h"
#include "audit/runjournal.h"

#include <QFileInfo>
#include <QSaveFile>

#include <functional>
#include <limits>

namespace oxp {
namespace {

constexpr int PageJobs = 2'000;

tl::unexpected<Error> failed(const QSaveFile &file) {
  const bool full = file.error() == QFileDevice::ResourceError;
  return fail(ErrorKind::File, file.errorString(), full ? "disk-full" : "file-write");
}

Result<void> begin(QSaveFile &file, const QString &path) {
  if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
    return fail(ErrorKind::File, path, "folder-missing");
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorKind::File, file.errorString(), "file-denied");
  return {};
}

Result<void> write(QSaveFile &file, const QByteArray &text) {
  return file.write(text) == text.size() ? Result<void>() : failed(file);
}

Result<qint64> exportRun(AuditStore &store, const RunExport::Wish &wish, const std::stop_token &stop,
                         const std::function<void(qint64)> &tell) {
  audit::RunJournal journal(store);
  const ResultsText text(wish.format);
  QSaveFile file(wish.path);
  if (auto begun = begin(file, wish.path); !begun)
    return fail(begun.error());
  if (auto written = write(file, text.head()); !written)
    return fail(written.error());
  qint64 jobs = 0;
  for (qint64 after = std::numeric_limits<qint64>::min();;) {
    const auto page = journal.items(wish.run, {}, after, PageJobs);
    if (!page || stop.stop_requested())
      return page ? fail(ErrorKind::Cancelled) : fail(page.error());
    if (page->empty())
      break;
    QByteArray lines;
    for (const audit::RunItem &item : *page)
      lines += text.line(item);
    if (auto written = write(file, lines); !written)
      return fail(written.error());
    after = page->back().seq;
    jobs += qint64(page->size());
    tell(jobs);
  }
  return file.commit() ? Result<qint64>(jobs) : failed(file);
}

} // namespace

RunExport::RunExport(AuditStore &store, Wish wish, QObject *parent)
    : QObject(parent) {
  m_thread = std::jthread([this, &store, wish = std::move(wish)](const std::stop_token &stop) {
    const auto tell = [this](qint64 jobs) { m_mailbox.post([this, jobs] { emit progressed(jobs); }); };
    const Result<qint64> jobs = exportRun(store, wish, stop, tell);
    m_mailbox.post([this, jobs] { emit ended(jobs); });
  });
}

RunExport::~RunExport() {
  m_thread.request_stop();
  m_thread.join();
}

} // namespace oxp
