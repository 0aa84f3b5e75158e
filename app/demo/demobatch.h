// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/command.h"

#include <QByteArray>

#include <vector>

namespace oxp::demo {

enum class Library { BullMq6, BullMq5, Bull4 };

/// Where a job lies. Names as in the keys.
enum class Place { Wait, Active, Delayed, Prioritized, WaitingChildren, Completed, Failed };

/// A job as a producer and a worker would have left it. Times in ms since 1970.
struct Job {
  QByteArray id{};
  QByteArray name{};
  QByteArray data{}; ///< JSON text
  Place place = Place::Wait;
  qint64 added = 0;
  qint64 started = 0;
  qint64 ended = 0;
  qint64 delay = 0; ///< ms from `added`
  int priority = 0;
  int attempts = 3;      ///< allowed
  int attemptsMade = 0;  ///< done
  QByteArray progress{}; ///< JSON text
  QByteArray result{};   ///< JSON text
  QByteArray reason{};
  std::vector<QByteArray> stacks{}; ///< one an attempt, oldest first
  std::vector<QByteArray> logs{};
  QByteArray worker{};
  QByteArray scheduler{};   ///< id of the scheduler that made it
  QByteArray parentQueue{}; ///< `bull:<name>`, empty = none
  QByteArray parentId{};
  QByteArray moreOptions{}; ///< members of opts as JSON text, `"lifo":true`
};

/// Writes one queue's keys as the library would, as commands. Which keys and fields there are is described in
/// BullMQ's and Bull's own scripts (addStandardJob, moveToActive, moveToFinished, …).
class QueueBatch {
public:
  QueueBatch(Library library, QByteArray name, std::vector<Command> &out);

  QByteArray base() const { return m_base; }
  /// A queue-level key.
  QByteArray key(const QByteArray &name) const { return m_base + ':' + name; }
  QByteArray nextId();
  /// Ids start after this one.
  void startIdsAt(qint64 id) { m_lastId = id; }

  /// Before the first job: the queue is paused, so waiting jobs go where that library keeps them.
  void pause();
  /// Oldest first within a state. Without an id it takes the next one. Returns the id.
  QByteArray add(Job job);
  void addScheduler(const QByteArray &id, const QByteArray &name, const std::vector<QByteArray> &schedule,
                    const QByteArray &repeatOptions, qint64 next, const QByteArray &templateData, int runs);
  /// `childKey` is still to be done before the job can run.
  void dependsOn(const QByteArray &jobId, const QByteArray &childKey);
  void childDone(const QByteArray &jobId, const QByteArray &childKey, const QByteArray &result);
  void event(const std::vector<QByteArray> &fields);
  void set(const QByteArray &metaField, const QByteArray &value);
  /// What the library writes once the jobs are there: meta, the id counter, the markers.
  void finish();

private:
  void addHash(const Job &job);
  void addPlace(const Job &job);
  void addFinishedFields(Command &command, const Job &job) const;
  void addEvents(const Job &job);
  QByteArray options(const Job &job) const;
  void push(Command command) { m_out.push_back(std::move(command)); }

  Library m_library;
  QByteArray m_base;
  std::vector<Command> &m_out;
  qint64 m_lastId = 0;
  qint64 m_priorityCounter = 0;
  bool m_paused = false;
  bool m_waiting = false;
  double m_nextDue = 0;
};

/// A JSON string literal of plain text (UTF-8).
QByteArray quoted(const QByteArray &text);

} // namespace oxp::demo
