// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/seenrecords.h"

#include "base/logging.h"

#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace oxp::audit {

SeenRecords::SeenRecords(QString folder)
    : m_folder(std::move(folder)) {}

SeenRecords::~SeenRecords() {
  close();
}

void SeenRecords::setFolder(const QString &folder) {
  close();
  m_folder = folder;
}

QByteArray SeenRecords::path() const {
  return QFile::encodeName(m_folder) + ".seen";
}

void SeenRecords::close() {
  if (m_descriptor >= 0)
    ::close(std::exchange(m_descriptor, -1));
}

std::optional<RowNumbers> SeenRecords::read() const {
  QFile file(QFile::decodeName(path()));
  if (!file.open(QIODevice::ReadOnly))
    return std::nullopt;
  const QList<QByteArray> words = file.read(64).simplified().split(' ');
  if (words.size() != 2)
    return std::nullopt;
  return RowNumbers{words[0].toLongLong(), words[1].toLongLong()};
}

void SeenRecords::write(const RowNumbers &numbers) {
  if (m_descriptor < 0)
    m_descriptor = ::open(path().constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  // Always as long, so that one write replaces all of it.
  char line[64];
  const int size =
      std::snprintf(line, sizeof line, "%020lld %020lld\n", static_cast<long long>(numbers.intent),
                    static_cast<long long>(numbers.outcome));
  if (m_descriptor < 0 || ::fchmod(m_descriptor, 0600) != 0 ||
      ::pwrite(m_descriptor, line, static_cast<size_t>(size), 0) != size) {
    qCWarning(lcAudit, "the numbers of the newest records are not remembered: %s",
              qPrintable(qt_error_string()));
    close();
  }
}

void SeenRecords::forget() {
  close();
  ::unlink(path().constData());
}

} // namespace oxp::audit
