// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QString>

#include <vector>

class QThreadPool;

namespace oxp {

/// The queues that a profile had, so that the next start shows them before the server has been walked
/// through: a small file a profile in the data folder, with names, families and versions. A file that is
/// missing, damaged, of another version or of another server counts as nothing known.
class QueueCache {
public:
  /// Files kept at most; the ones longest unused go first.
  static constexpr int MostFiles = 100;

  /// `writer`: a pool of one thread, so that what is written last stays. It must live as long as this.
  QueueCache(QString folder, QThreadPool &writer)
      : m_folder(std::move(folder))
      , m_writer(writer) {}

  /// `server`: the profile's address, for a profile may be edited.
  std::vector<QueueInfo> load(const QString &profileId, const QString &server) const;
  /// Written by the pool, whole or not at all, in the order of the calls.
  void save(const QString &profileId, const QString &server, const std::vector<QueueInfo> &queues);
  void forget(const QString &profileId);

private:
  QString fileOf(const QString &profileId) const;

  QString m_folder;
  QThreadPool &m_writer;
};

} // namespace oxp
