// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oxp::audit {

/// The numbers of the newest rows that a store has held. They lie beside its folder, so that a store which
/// was emptied, removed or put back from an old copy is not taken for a new one.
struct RowNumbers {
  qint64 intent = 0;
  qint64 outcome = 0;
  bool operator==(const RowNumbers &) const = default;
};

/// A small file, written after each commit and never waited for: it may be behind the store, never ahead.
/// Used on the audit thread.
class SeenRecords {
public:
  /// `folder`: that of the store; the file is its name with `.seen` behind it.
  explicit SeenRecords(QString folder);
  ~SeenRecords();
  SeenRecords(const SeenRecords &) = delete;
  SeenRecords &operator=(const SeenRecords &) = delete;

  void setFolder(const QString &folder);
  /// Nothing where no store has been seen.
  std::optional<RowNumbers> read() const;
  void write(const RowNumbers &numbers);
  /// What was here is set aside: the next store begins anew.
  void forget();

private:
  QByteArray path() const;
  void close();

  QString m_folder;
  int m_descriptor = -1;
};

} // namespace oxp::audit
