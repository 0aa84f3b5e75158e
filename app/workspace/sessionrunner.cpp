// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionrunner.h"

#include "operations/operationrunner.h"
#include "workspace/laneset.h"
#include "workspace/queueregistry.h"

namespace oxp {

SessionRunner::SessionRunner(Setup setup, LaneSet &lanes, const QueueRegistry &queues, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_lanes(lanes)
    , m_queues(queues) {
  connect(&lanes, &LaneSet::leaving, this, [this] { m_runner.reset(); });
  connect(&lanes, &LaneSet::made, this, &SessionRunner::makeRunner);
  makeRunner();
}

SessionRunner::~SessionRunner() = default;

void SessionRunner::makeRunner() {
  OperationRunner::Setup setup;
  setup.profileId = m_setup.profileId;
  setup.profileName = m_setup.profileName;
  setup.who = m_setup.who;
  setup.environment = m_setup.environment;
  setup.role = m_setup.role;
  setup.commandLane = &m_lanes.command();
  setup.audit = m_setup.audit;
  setup.scripts = m_setup.scripts;
  setup.rules = m_setup.rules;
  setup.rate = m_setup.rate;
  setup.review = m_setup.review;
  m_runner = std::make_unique<OperationRunner>(std::move(setup));
  connect(m_runner.get(), &OperationRunner::finished, this, &SessionRunner::finished);
  connect(m_runner.get(), &OperationRunner::unsettled, this, &SessionRunner::unsettled);
  connect(m_runner.get(), &OperationRunner::settled, this, &SessionRunner::settled);
}

policy::Decision SessionRunner::decide(const OperationRequest &request, bool locked) const {
  return m_runner->decide(request, locked);
}

bool SessionRunner::isBusyElsewhere(const QueueId &queue, const QByteArray &jobId) const {
  return m_runner->isBusyElsewhere(queue, jobId);
}

void SessionRunner::settleUnsettled() {
  m_runner->settleUnsettled();
}

Result<OperationRequest> SessionRunner::revertRequest(const policy::Rules &rules, const audit::Record &record,
                                                      const JobSnapshot &now, const QueueInfo &queue) {
  return OperationRunner::revertRequest(rules, record, now, queue);
}

LaneHandle SessionRunner::run(OperationRequest request, QObject *context, Handler handler) {
  // A queue's scripts are chosen by what is there now; the page may have been opened on what was remembered.
  if (const std::optional<QueueInfo> known = m_queues.find(request.queue.id))
    request.queue = *known;
  const bool confirmed = m_queues.isConfirmed(request.queue.id);
  if (m_lanes.isOpen() && confirmed)
    return m_runner->run(std::move(request), context, std::move(handler));
  const auto refuse = [handler = std::move(handler), confirmed] {
    handler(fail(confirmed ? LaneSet::notConnected()
                           : Error{ErrorKind::Disconnected, {}, u"the queue has not been looked at yet"_qs}),
            {});
  };
  QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
  return {};
}

} // namespace oxp
