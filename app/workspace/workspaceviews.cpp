// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/refusal.h"
#include "models/format.h"
#include "models/refusaltext.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

// What of the sessions shows in the tree and in the activity list.

namespace oxp {
namespace {

/// Shorter searches for queues are over before a row could be read.
constexpr qint64 ShowDiscoveryAfterKeys = 100'000;

} // namespace

void Workspace::showProfiles() {
  std::vector<ProfileFacts> facts;
  for (const Profile &profile : m_profiles->profiles())
    facts.push_back(
        {profile.id.toUtf8(), profile.name, profile.address(), profile.environment, profile.role});
  m_tree->applyProfiles(facts);
}

QString Workspace::notFoundText(const DiscoveryStatus &discovery) {
  const QByteArray command = refusedCommand(discovery.error);
  return command.isEmpty() ? tr("queues not found") : tr("%1 refused").arg(QString::fromLatin1(command));
}

QString Workspace::stateText(const ProfileSession &session) const {
  using State = SessionStatus::State;
  switch (session.link().status().state) {
  case State::Disconnected:
    return {};
  case State::Connecting:
    return tr("connecting…");
  case State::Connected:
    if (session.queues().all().empty() && session.queues().discovery().failed &&
        !session.queues().discovery().running)
      return notFoundText(session.queues().discovery());
    return session.queues().discovery().complete || !session.queues().all().empty()
               ? tr("%n queue(s)", nullptr, int(session.queues().all().size()))
               : tr("looking for queues…");
  case State::Waiting:
    return tr("away, trying again");
  case State::NeedsPassword:
    return tr("password needed");
  case State::Refused:
    return tr("password refused");
  case State::Loading:
    return tr("server is loading");
  case State::Failed:
    return tr("cannot connect");
  }
  return {};
}

void Workspace::showStatus(ProfileSession *session) {
  using State = SessionStatus::State;
  const SessionStatus &status = session->link().status();
  ProfileStatus shown;
  shown.connected = status.connected();
  shown.failed = status.state == State::Waiting || status.state == State::Refused ||
                 status.state == State::Failed || status.state == State::NeedsPassword;
  shown.text = stateText(*session);
  const DiscoveryStatus &discovery = session->queues().discovery();
  if (status.connected() && discovery.failed && !discovery.running &&
      discovery.error.kind != ErrorKind::Cancelled) {
    shown.failed = session->queues().all().empty();
    shown.tip = m_sentence ? m_sentence(discovery.error) : QString();
  } else if (status.connected() && !discovery.missing.empty()) {
    shown.tip =
        refusalHeadline(discovery.missing) + u' ' + refusalCost(discovery.missing, RefusalPlace::Queues);
  } else if (shown.failed || status.state == State::Loading) {
    shown.tip = m_sentence ? m_sentence(status.error) : QString();
  }
  m_tree->applyStatus(session->id().toUtf8(), shown);
}

void Workspace::showDiscovery(ProfileSession *session) {
  const DiscoveryStatus &status = session->queues().discovery();
  const QString id = session->id();
  if (!status.running) {
    const auto end = status.failed ? ActivityModel::Status::Failed : ActivityModel::Status::Done;
    const bool cancelled = status.failed && status.error.kind == ErrorKind::Cancelled;
    return endDiscoveryRow(id, cancelled ? ActivityModel::Status::Cancelled : end);
  }
  if (!m_activities.contains(id)) {
    if (status.keysSeen < ShowDiscoveryAfterKeys)
      return;
    m_activities[id] = m_activity->begin(tr("Looking for queues in %1").arg(session->profile().name),
                                         tr("keys"), [session] { session->queues().cancelDiscovery(); });
  }
  m_activity->progress(m_activities[id], status.keysSeen, status.keysTotal,
                       tr("%n queue(s) found", nullptr, int(session->queues().all().size())));
}

void Workspace::endDiscoveryRow(const QString &profileId, ActivityModel::Status status) {
  const auto row = m_activities.find(profileId);
  if (row == m_activities.end())
    return;
  const ProfileSession *known = session(profileId);
  const int queues = known ? int(known->queues().all().size()) : 0;
  m_activity->end(row->second, status, tr("%n queue(s) found", nullptr, queues));
  m_activities.erase(row);
}

} // namespace oxp
