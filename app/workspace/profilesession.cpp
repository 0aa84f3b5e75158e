// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilesession.h"

#include "bullio/scriptregistry.h"
#include "workspace/jobrequests.h"
#include "workspace/jobwatch.h"
#include "workspace/laneset.h"
#include "workspace/livewatch.h"
#include "workspace/longreads.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"
#include "workspace/sessionruns.h"
#include "workspace/sessionsetup.h"
#include "workspace/surveyrequests.h"

#include <algorithm>

namespace oxp {
namespace {

LaneSet::Setup lanesOf(const SessionSetup &setup) {
  const Profile &profile = setup.profile;
  return {
      profile.endpoint(), {profile.user, setup.password, setup.keyPassphrase}, profile.role, setup.backoff};
}

SessionRunner::Setup runnerOf(const SessionSetup &setup) {
  const Profile &profile = setup.profile;
  SessionRunner::Setup made;
  made.profileId = profile.id;
  made.profileName = profile.name;
  made.who = setup.who;
  made.environment = profile.environment;
  made.role = profile.role;
  made.audit = setup.audit;
  made.scripts = setup.scripts;
  made.rules = setup.rules;
  made.review = setup.review;
  return made;
}

} // namespace

ProfileSession::ProfileSession(SessionSetup setup, QObject *parent)
    : QObject(parent)
    , m_profile(std::make_unique<Profile>(setup.profile))
    , m_rules(setup.rules) {
  setupParts(std::move(setup));
  wireParts();
}

ProfileSession::~ProfileSession() {
  // Lanes hand out what is left while they stop: nobody may hear of it any more.
  for (QObject *part : parts())
    part->disconnect();
}

void ProfileSession::setupParts(SessionSetup setup) {
  m_lanes = std::make_unique<LaneSet>(lanesOf(setup));
  m_link = std::make_unique<ServerLink>(*m_lanes, setup.passwordKnown);
  m_queues = std::make_unique<QueueRegistry>(
      *m_lanes, *m_link,
      QueueRegistry::Setup{setup.profile.prefixes, std::move(setup.knownQueues), setup.rediscoverMs});
  m_counts = std::make_unique<QueueCounter>(*m_lanes, *m_link, *m_queues, setup.pollMs);
  m_openJob = std::make_unique<JobWatch>(*m_lanes, *m_link, std::min(setup.pulseMs, setup.pollMs));
  m_live = std::make_unique<LiveWatch>(LiveWatch::Parts{*m_lanes, *m_link, *m_queues, *m_counts, *m_openJob},
                                       setup.pollMs);
  SessionRunner::Setup writes = runnerOf(setup);
  writes.rate = std::make_shared<RateLimit>(usualRate(m_profile->environment));
  m_runner = std::make_unique<SessionRunner>(writes, *m_lanes, *m_queues);
  m_runs = std::make_unique<SessionRuns>(writes, *m_lanes, *m_queues);
  m_jobs = std::make_unique<JobRequests>(*m_lanes, *m_queues, *m_runner);
  const Script *slice = setup.scripts ? setup.scripts->own("searchSlice") : nullptr;
  m_longReads = std::make_unique<LongReads>(*m_lanes, *m_profile, m_rules, slice);
  m_surveys = std::make_unique<SurveyRequests>(*m_lanes);
}

/// Before anybody else listens: the parts hear of it first.
void ProfileSession::wireParts() {
  connect(m_link.get(), &ServerLink::statusChanged, this, [this](const SessionStatus &status) {
    if (!status.connected())
      m_live->update();
  });
  connect(m_link.get(), &ServerLink::lost, this, &ProfileSession::giveUp);
  connect(m_link.get(), &ServerLink::connected, this, [this] {
    // Who heard of the new status before this may have asked already: that is of no connection, and nobody
    // takes its answer.
    m_counts->giveUp();
    m_openJob->giveUp();
    m_queues->look();
    m_live->update();
    emit refreshed();
  });
  connect(m_runner.get(), &SessionRunner::finished, m_counts.get(), &QueueCounter::noteRun);
}

void ProfileSession::giveUp() {
  m_counts->giveUp();
  m_openJob->giveUp();
  m_queues->giveUp();
}

std::vector<QObject *> ProfileSession::parts() {
  return {this,         m_lanes.get(),  m_link.get(), m_queues.get(), m_counts.get(), m_openJob.get(),
          m_live.get(), m_runner.get(), m_runs.get()};
}

void ProfileSession::forget(QObject *listener) {
  for (QObject *part : parts())
    part->disconnect(listener);
}

QString ProfileSession::id() const {
  return m_profile->id;
}

bool ProfileSession::isConnected() const {
  return m_link->isConnected();
}

bool ProfileSession::takeProfile(const Profile &profile) {
  Profile same = profile;
  same.name = m_profile->name;
  same.prefixes = m_profile->prefixes;
  same.passwordSaved = m_profile->passwordSaved;
  same.passphraseSaved = m_profile->passphraseSaved;
  same.stored = m_profile->stored;
  same.tls = m_profile->tls;
  if (!(same == *m_profile))
    return false;
  const bool otherPrefixes = m_profile->prefixes != profile.prefixes;
  const bool otherTls = m_profile->tls != profile.tls;
  *m_profile = profile;
  m_runner->setProfileName(profile.name);
  m_queues->setPrefixes(profile.prefixes);
  if (otherTls)
    m_link->connectAnew(profile.endpoint()); // which looks for queues too
  else if (otherPrefixes)
    m_queues->lookAnew();
  return true;
}

void ProfileSession::refresh() {
  if (!isConnected())
    return;
  m_queues->look();
  m_counts->countAll();
  m_openJob->pollNow();
  emit refreshed();
}

} // namespace oxp
