// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QString>

#include <vector>

namespace oxp {

/// The queues that a profile had, so that the next start shows them before the server has been walked
/// through: a small file a profile in the data folder, with names, families and versions. A file that is
/// missing, damaged or of another version counts as nothing known.
class QueueCache {
public:
  /// Files kept at most; the ones longest unused go first.
  static constexpr int MostFiles = 100;

  explicit QueueCache(QString folder)
      : m_folder(std::move(folder)) {}

  std::vector<QueueInfo> load(const QString &profileId) const;
  /// Written on the thread pool, whole or not at all.
  void save(const QString &profileId, const std::vector<QueueInfo> &queues) const;
  void forget(const QString &profileId) const;

private:
  QString fileOf(const QString &profileId) const;

  QString m_folder;
};

} // namespace oxp
