// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

/// Fills a private server fast: hashes as BullMQ 6 leaves them, written in pipelines.
namespace oxp::bench {

/// Some 1 KB of JSON (or more): `orderId` and `amount` are unique, the same number gives the same text.
QByteArray orderOf(qint64 number, qsizetype size = 1'000);
/// `ORD-00001234`
QByteArray orderIdOf(qint64 number);
/// Cents: no two of the first ten million orders cost the same.
qint64 centsOf(qint64 number);
/// Failed jobs of Seeder::failures() fail with one of so many errors, with numbers of their own in the
/// message.
inline constexpr int FailureKinds = 20;
int failureKindOf(qint64 job);
/// A deep text of this size whose first line holds the ten digits `number`.
QByteArray largePayload(qsizetype size, qint64 number);

class Seeder {
public:
  explicit Seeder(const QString &socketPath);
  ~Seeder();

  void queue(const QByteArray &name);
  /// Jobs `first` to `first + count - 1` of a state: waiting, completed, failed or delayed.
  void jobs(const QByteArray &queue, const QByteArray &state, qint64 first, qint64 count,
            qsizetype size = 1'000);
  /// Failed jobs 1 to `count`, of all kinds.
  void failures(const QByteArray &queue, qint64 count);
  void job(const QByteArray &queue, const QByteArray &id, const QByteArray &data);
  void command(const std::vector<QByteArray> &words);
  /// Sends what is left; false when the server refused anything.
  bool finish();

private:
  struct Link;
  void drain();

  std::unique_ptr<Link> m_link;
  int m_pending = 0;
  bool m_refused = false;
};

} // namespace oxp::bench
