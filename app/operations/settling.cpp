// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/settling.h"

#include "audit/auditstore.h"

namespace oxp {
namespace {

using audit::Outcome;

constexpr std::chrono::milliseconds LookEvery{500};
// Short, as the lane has other things to do; it is asked again.
constexpr FenceOptions Fence{std::chrono::milliseconds(400), std::chrono::milliseconds(1'000)};

bool isAway(const Error &error) {
  return error.kind == ErrorKind::Disconnected || error.kind == ErrorKind::Timeout ||
         error.kind == ErrorKind::Cancelled;
}

/// One look. Without the fence the write may still be on its way, so that only "it is there" is certain.
Result<Settling::Looked> lookOnce(WriteSession &session, const SettleFacts &facts, std::stop_token stop) {
  const OperationSpec *spec = findOperation(facts.operation);
  if (!spec || !spec->settle)
    return Settling::Looked{Outcome::Unknown, true};
  const auto fence = session.awaitGone(facts.mark, stop, Fence);
  if (!fence && isAway(fence.error()))
    return fail(fence.error());
  const bool fenced = fence && *fence == FenceState::Gone;
  const auto seen = spec->settle(session, facts, stop);
  if (!seen)
    return fail(seen.error());
  return Settling::Looked{*seen, fenced || *seen == Outcome::Done};
}

} // namespace

Settling::Settling(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup)) {
  m_again.setSingleShot(true);
  m_again.setInterval(LookEvery);
  connect(&m_again, &QTimer::timeout, this, &Settling::look);
  m_timeUp.setSingleShot(true);
  m_timeUp.setInterval(m_setup.patience);
  connect(&m_timeUp, &QTimer::timeout, this, [this] { end(Outcome::Unknown); });
}

void Settling::start() {
  m_timeUp.start();
  look();
}

void Settling::look() {
  m_job = m_setup.post(
      [facts = m_setup.facts, id = m_setup.recordId, store = m_setup.audit](WriteSession &session,
                                                                            std::stop_token stop) {
        const auto looked = lookOnce(session, facts, stop);
        if (looked && looked->certain && looked->outcome != Outcome::Unknown)
          (void)store->finish(id, looked->outcome, nullptr);
        return looked;
      },
      this, [this](const Result<Looked> &looked) { take(looked); });
}

void Settling::take(const Result<Looked> &looked) {
  if (m_ended)
    return;
  if (looked && looked->certain)
    end(looked->outcome);
  else
    m_again.start();
}

void Settling::end(Outcome outcome) {
  if (m_ended)
    return;
  m_ended = true;
  m_again.stop();
  m_timeUp.stop();
  m_job.cancel();
  emit done(outcome);
  deleteLater();
}

} // namespace oxp
