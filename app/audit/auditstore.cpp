// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditstore.h"

#include "audit/storedesk.h"
#include "audit/verification.h"
#include "base/background.h"

#include <algorithm>

namespace oxp {

using audit::Callback;
using audit::Shelf;

namespace {

/// Drafts in memory are newer than what the disk has of the same job, and there when the disk is not.
Result<std::vector<audit::Draft>> withRemembered(Result<std::vector<audit::Draft>> stored,
                                                 std::vector<audit::Draft> remembered) {
  if (!stored && remembered.empty())
    return stored;
  const size_t kept = remembered.size();
  std::vector<audit::Draft> others = stored ? std::move(*stored) : std::vector<audit::Draft>();
  remembered.reserve(kept + others.size());
  for (audit::Draft &draft : others) {
    const auto sameJob = [&](const audit::Draft &other) {
      return other.queue == draft.queue && other.jobId == draft.jobId;
    };
    if (std::none_of(remembered.begin(), remembered.begin() + static_cast<std::ptrdiff_t>(kept), sameJob))
      remembered.push_back(std::move(draft));
  }
  return remembered;
}

} // namespace

class AuditStore::Private {
public:
  explicit Private(Options options)
      : limit(options.storeLimit)
      , desk({std::move(options.folder),
              std::move(options.key.bytes),
              {options.wholeBytesLimit, std::move(options.sensitiveKey), false},
              {options.storeLimit, options.keepDays},
              [this](const audit::StoreState &state) { tellState(state); }}) {}

  void tellState(const audit::StoreState &state) {
    desk.mailbox().post([this, state] {
      for (const auto &watcher : watchers)
        watcher(state);
    });
  }

  const qint64 limit;
  std::vector<Callback<audit::StoreState>> watchers;
  audit::StoreDesk desk;
};

AuditStore::AuditStore(Options options)
    : d(std::make_unique<Private>(std::move(options))) {}
AuditStore::~AuditStore() = default;

Result<audit::Begun> AuditStore::begin(const audit::Record &intent, const json::ScannedText *scanned) {
  return d->desk.wait<Result<audit::Begun>>([&](audit::AuditThread &thread, Shelf &shelf) {
    return thread.writing(shelf, [&] { return shelf.history.begin(intent, scanned); });
  });
}

Result<void> AuditStore::finish(qint64 id, audit::Outcome outcome, const Error *error,
                                const audit::Record *detail) {
  const QByteArray arguments = detail ? detail->arguments : QByteArray();
  return d->desk.wait<Result<void>>([&](audit::AuditThread &thread, Shelf &shelf) {
    return thread.writing(shelf, [&] { return shelf.history.finish(id, outcome, error, arguments); });
  });
}

Result<std::vector<audit::Record>> AuditStore::unsettled(const QString &profileId) {
  return d->desk.wait<Result<std::vector<audit::Record>>>([&](audit::AuditThread &thread, Shelf &shelf) {
    return thread.reading(shelf, [&] { return shelf.history.unsettled(profileId); });
  });
}

void AuditStore::requestVerify(QObject *context, Handler<audit::VerifyReport> handler) {
  // After what was asked before; the reading itself is another thread's, so that no lane waits for it.
  d->desk.ask<Result<QString>>(
      [](audit::AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&]() -> Result<QString> { return shelf.database.folder(); });
      },
      context,
      [context, handler = std::move(handler)](const Result<QString> &folder) {
        if (!folder)
          return handler(fail(folder.error()));
        runInBackground<Result<audit::VerifyReport>>(
            context, [folder = *folder] { return audit::verifyStore(folder); }, handler);
      });
}

void AuditStore::requestRecords(audit::RecordQuery query, QObject *context,
                                Handler<std::vector<audit::Record>> handler) {
  d->desk.ask<Result<std::vector<audit::Record>>>(
      [query = std::move(query)](audit::AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&] { return shelf.history.list(query); });
      },
      context, std::move(handler));
}

void AuditStore::requestRecord(qint64 id, QObject *context, Handler<audit::Record> handler) {
  d->desk.ask<Result<audit::Record>>(
      [id](audit::AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&] { return shelf.history.record(id); });
      },
      context, std::move(handler));
}

void AuditStore::requestUnsettled(QString profileId, QObject *context,
                                  Handler<std::vector<audit::Record>> handler) {
  d->desk.ask<Result<std::vector<audit::Record>>>(
      [profileId = std::move(profileId)](audit::AuditThread &thread, Shelf &shelf) {
        return thread.reading(shelf, [&] { return shelf.history.unsettled(profileId); });
      },
      context, std::move(handler));
}

void AuditStore::saveDraft(audit::Draft draft, QObject *context, Handler<audit::DraftPlace> handler,
                           json::Elisions elisions) {
  d->desk.ask<Result<audit::DraftPlace>>(
      [draft = std::move(draft), elisions = std::move(elisions)](audit::AuditThread &thread,
                                                                 Shelf &shelf) mutable {
        draft.text = elisions.expand(draft.text);
        auto saved = thread.writing(shelf, [&] { return shelf.drafts.save(draft); });
        if (!saved)
          shelf.drafts.remember(draft);
        return saved;
      },
      context, std::move(handler));
}

void AuditStore::dropDraft(QString profileId, QueueId queue, QByteArray jobId, QObject *context,
                           Handler<void> handler) {
  d->desk.ask<Result<void>>(
      [profileId = std::move(profileId), queue = std::move(queue),
       jobId = std::move(jobId)](audit::AuditThread &thread, Shelf &shelf) {
        shelf.drafts.forget(profileId, queue, jobId);
        return thread.writing(shelf, [&] { return shelf.drafts.drop(profileId, queue, jobId); });
      },
      context, std::move(handler));
}

void AuditStore::requestDraft(QString profileId, QueueId queue, QByteArray jobId, QObject *context,
                              Handler<std::optional<audit::Draft>> handler) {
  d->desk.ask<Result<std::optional<audit::Draft>>>(
      [profileId = std::move(profileId), queue = std::move(queue),
       jobId = std::move(jobId)](audit::AuditThread &thread, Shelf &shelf) {
        if (auto kept = shelf.drafts.remembered(profileId, queue, jobId))
          return Result<std::optional<audit::Draft>>(std::move(kept));
        return thread.reading(shelf, [&] { return shelf.drafts.find(profileId, queue, jobId); });
      },
      context, std::move(handler));
}

void AuditStore::requestDrafts(QString profileId, QObject *context,
                               Handler<std::vector<audit::Draft>> handler) {
  d->desk.ask<Result<std::vector<audit::Draft>>>(
      [profileId = std::move(profileId)](audit::AuditThread &thread, Shelf &shelf) {
        auto stored = thread.reading(shelf, [&] { return shelf.drafts.list(profileId); });
        return withRemembered(std::move(stored), shelf.drafts.remembered(profileId));
      },
      context, std::move(handler));
}

void AuditStore::requestMemoryDrafts(QObject *context, Handler<std::vector<audit::Draft>> handler) {
  d->desk.ask<Result<std::vector<audit::Draft>>>(
      [](audit::AuditThread &, Shelf &shelf) {
        return Result<std::vector<audit::Draft>>(shelf.drafts.remembered());
      },
      context, std::move(handler));
}

audit::StoreDesk &AuditStore::desk() {
  return d->desk;
}

bool AuditStore::available() const {
  return d->desk.thread().available();
}
qint64 AuditStore::limit() const {
  return d->limit;
}
bool AuditStore::seals() const {
  return d->desk.thread().seals();
}
void AuditStore::setKey(SealKey key) {
  d->desk.thread().setKey(std::move(key.bytes));
}

audit::StoreState AuditStore::state() const {
  return d->desk.thread().state();
}

void AuditStore::onStateChanged(QObject *context, std::function<void(const audit::StoreState &)> handler) {
  d->watchers.push_back({context, context != nullptr, std::move(handler)});
}

void AuditStore::openForReading(QObject *context, Handler<void> handler) {
  d->desk.ask<Result<void>>(
      [](audit::AuditThread &thread, Shelf &shelf) { return thread.openForReading(shelf); }, context,
      std::move(handler));
}

void AuditStore::setAside(QObject *context, Handler<QString> handler) {
  d->desk.ask<Result<QString>>(
      [](audit::AuditThread &thread, Shelf &shelf) { return thread.setAside(shelf); }, context,
      std::move(handler));
}

void AuditStore::useFolder(QString folder, QObject *context, Handler<void> handler) {
  d->desk.ask<Result<void>>(
      [folder = std::move(folder)](audit::AuditThread &thread, Shelf &shelf) {
        return thread.useFolder(shelf, folder);
      },
      context, std::move(handler));
}

} // namespace oxp
