// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/runjournal.h"

#include "audit/storedesk.h"

namespace oxp::audit {

Result<qint64> RunJournal::create(const Run &run) {
  return m_desk.wait<Result<qint64>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.writing(shelf, [&] { return shelf.runs.create(run); });
  });
}

Result<void> RunJournal::add(qint64 run, const std::vector<RunItem> &items) {
  return m_desk.wait<Result<void>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.writing(shelf, [&] { return shelf.runs.add(run, items); });
  });
}

Result<qint64> RunJournal::begin(qint64 run, const Record &intent) {
  return m_desk.wait<Result<qint64>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.writing(shelf, [&] { return shelf.runs.begin(run, intent); });
  });
}

Result<void> RunJournal::setState(qint64 run, RunState state) {
  return m_desk.wait<Result<void>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.writing(shelf, [&] { return shelf.runs.setState(run, state); });
  });
}

Result<std::vector<qint64>> RunJournal::step(qint64 run, RunStep step) {
  return stepBeside(run, std::move(step)).get();
}

std::future<Result<std::vector<qint64>>> RunJournal::stepBeside(qint64 run, RunStep step) {
  return m_desk.begin<Result<std::vector<qint64>>>(
      [run, step = std::move(step)](AuditThread &thread, Shelf &shelf) {
        return thread.writing(shelf, [&] { return shelf.runs.step(run, step); });
      });
}

Result<Run> RunJournal::run(qint64 id) {
  return m_desk.wait<Result<Run>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.reading(shelf, [&] { return shelf.runs.run(id); });
  });
}

Result<Record> RunJournal::record(qint64 id) {
  return m_desk.wait<Result<Record>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.reading(shelf, [&] { return shelf.history.record(id); });
  });
}

Result<std::vector<RunItem>> RunJournal::items(qint64 run, const ItemFilter &filter, qint64 after,
                                               int limit) {
  return m_desk.wait<Result<std::vector<RunItem>>>([&](AuditThread &thread, Shelf &shelf) {
    return thread.reading(shelf, [&] { return shelf.runs.items(run, filter, after, limit); });
  });
}

void RunJournal::requestBegin(qint64 run, Record intent, QObject *context, Handler<qint64> handler) {
  m_desk.ask<Result<qint64>>(
      [run, intent = std::move(intent)](AuditThread &thread, Shelf &shelf) {
        return thread.writing(shelf, [&] { return shelf.runs.begin(run, intent); });
      },
      context, std::move(handler));
}

void RunJournal::requestDrop(qint64 run, QObject *context, Handler<void> handler) {
  m_desk.ask<Result<void>>(
      [run](AuditThread &thread, Shelf &shelf) {
        return thread.writing(shelf, [&] { return shelf.runs.drop(run); });
      },
      context, std::move(handler));
}

void RunJournal::requestRuns(QString profileId, QObject *context, Handler<std::vector<Run>> handler) {
  m_desk.ask<Result<std::vector<Run>>>(
      [profileId = std::move(profileId)](AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&] { return shelf.runs.list(profileId); });
      },
      context, std::move(handler));
}

void RunJournal::requestItems(qint64 run, ItemFilter filter, qint64 after, int limit, QObject *context,
                              Handler<std::vector<RunItem>> handler) {
  m_desk.ask<Result<std::vector<RunItem>>>(
      [run, filter = std::move(filter), after, limit](AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&] { return shelf.runs.items(run, filter, after, limit); });
      },
      context, std::move(handler));
}

void RunJournal::requestSettling(qint64 run, QObject *context, Handler<RunSettling> handler) {
  m_desk.ask<Result<RunSettling>>(
      [run](AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&] { return shelf.runs.settling(run); });
      },
      context, std::move(handler));
}

void RunJournal::requestState(qint64 run, RunState state, QObject *context, Handler<void> handler) {
  m_desk.ask<Result<void>>(
      [run, state](AuditThread &thread, Shelf &shelf) {
        return thread.writing(shelf, [&] { return shelf.runs.setState(run, state); });
      },
      context, std::move(handler));
}

} // namespace oxp::audit
