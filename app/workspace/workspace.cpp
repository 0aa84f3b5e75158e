// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "audit/auditstore.h"
#include "base/clock.h"
#include "bullio/scriptregistry.h"
#include "models/receiptsmodel.h"
#include "workspace/lineurl.h"
#include "workspace/livewatch.h"
#include "workspace/person.h"
#include "workspace/pinstore.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/receiptkeeper.h"
#include "workspace/recipestore.h"
#include "workspace/searchstore.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"
#include "workspace/sessionsetup.h"

#include <QUuid>

#include <algorithm>

namespace oxp {
namespace {

const QString OpenKey = QStringLiteral("window/openProfiles");

} // namespace

Workspace::Workspace(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options)) {
  setupStores();
  setupModels();
}

Workspace::~Workspace() {
  m_receiptKeeper.reset();
  m_sessions.clear(); // lanes may still be writing records: they end before the store does
  m_drafts.reset();
  m_audit.reset();
}

void Workspace::setupStores() {
  const DataFolder folder(m_options.dataFolder);
  m_settings = std::make_unique<Settings>(folder.settingsFile());
  m_profiles = std::make_unique<ProfileStore>(&m_settings->store());
  m_cacheWriter.setMaxThreadCount(1);
  m_queueCache = std::make_unique<QueueCache>(folder.queuesFolder(), m_cacheWriter);
  m_recipes = std::make_unique<RecipeStore>(folder.recipesFolder());
  SecretStore::Options secrets;
  secrets.useKeychain = m_options.useKeychain;
  m_secrets = std::make_unique<SecretStore>(secrets);
  connect(m_secrets.get(), &SecretStore::storedChanged, this, &Workspace::noteStoredSecret);
  AuditStore::Options audit;
  const QString elsewhere = m_settings->value(setting::RecordsFolder);
  audit.folder = elsewhere.isEmpty() ? folder.recordsFolder() : elsewhere;
  audit.keepDays = m_settings->value(setting::RecordDays);
  audit.storeLimit = m_settings->value(setting::RecordMegabytes) * 1'000'000LL;
  audit.wholeBytesLimit = m_settings->value(setting::RecordWholeKilobytes) * 1'000LL;
  audit.sensitiveKey = [rules = m_rules](const QByteArray &key) { return rules->isSensitive(key); };
  m_audit = std::make_unique<AuditStore>(std::move(audit));
  m_audit->onStateChanged(this, [this](const audit::StoreState &state) { emit recordsStateChanged(state); });
  m_drafts = std::make_unique<DraftKeeper>();
  m_drafts->setStore(m_audit.get());
  if (Result<ScriptRegistry> scripts = ScriptRegistry::load())
    m_scripts = std::make_unique<ScriptRegistry>(std::move(*scripts));
  else
    m_scripts = std::make_unique<ScriptRegistry>(); // nothing fits any queue: all of them read-only
  m_secrets->requestSealKey(this, [this](const Result<QByteArray> &key) {
    if (key && !key->isEmpty())
      m_audit->setKey({*key});
    m_drafts->recheck();
    emit ready();
  });
}

void Workspace::setupModels() {
  m_tree = std::make_unique<QueueTreeModel>();
  m_activity = std::make_unique<ActivityModel>();
  m_alerts = std::make_unique<AlertCentre>(m_settings->store(), *m_tree, *m_activity);
  m_receipts = std::make_unique<ReceiptsModel>();
  m_receipts->setClock([this](const QString &profileId) {
    const ProfileSession *open = session(profileId);
    return open ? open->link().serverNow() : wallClockMs();
  });
  m_receiptKeeper = std::make_unique<ReceiptKeeper>(*m_receipts);
  connect(m_profiles.get(), &ProfileStore::changed, this, &Workspace::showProfiles);
  connect(m_profiles.get(), &ProfileStore::saved, this, &Workspace::followProfile);
  connect(m_profiles.get(), &ProfileStore::removed, this, [this](const QString &profileId) {
    close(profileId);
    m_alerts->forget(profileId);
    m_queueCache->forget(profileId);
    m_recipes->forget(profileId);
    m_remembered.erase(profileId);
    m_pins.erase(profileId);
    PinStore(*m_settings, profileId).forget();
    SearchStore(*m_settings, m_rules, profileId).forgetAll();
  });
  connect(m_settings.get(), &Settings::changed, this, &Workspace::applySetting);
  showProfiles();
}

void Workspace::applySetting(const QString &key) {
  for (ProfileSession *session : sessions()) {
    if (key == QLatin1String(setting::PollSeconds.key) && m_options.pollMs <= 0)
      session->live().setPollInterval(m_settings->value(setting::PollSeconds) * 1'000);
    if (key == QLatin1String(setting::RediscoverSeconds.key))
      session->queues().setRediscoverInterval(m_settings->value(setting::RediscoverSeconds) * 1'000);
  }
}

void Workspace::open(const QString &profileId) {
  const Profile *profile = m_profiles->find(profileId);
  if (!profile)
    return;
  ProfileSession *session = this->session(profileId);
  if (!session) {
    session = addSession(*profile);
    rememberOpen();
  }
  m_toldCertificates.erase(profileId); // whoever tries again wants to hear of it again
  std::vector<SecretKind> kinds;
  if (profile->passwordSaved || m_secrets->remembers(profileId))
    kinds.push_back(SecretKind::Password);
  if (profile->passphraseSaved || m_secrets->remembers(profileId, SecretKind::KeyPassphrase))
    kinds.push_back(SecretKind::KeyPassphrase);
  connectWith(session, std::move(kinds));
}

ProfileSession *Workspace::addSession(const Profile &profile) {
  SessionSetup setup;
  setup.profile = profile;
  setup.who = personAndHost();
  setup.audit = m_audit.get();
  setup.scripts = m_scripts.get();
  setup.rules = m_rules;
  setup.review = [this] {
    return static_cast<policy::ReviewSetting>(m_settings->value(setting::ReviewBefore));
  };
  setup.knownQueues = m_remembered[profile.id] = m_queueCache->load(profile.id, profile.address());
  setup.pollMs = m_options.pollMs > 0 ? m_options.pollMs : m_settings->value(setting::PollSeconds) * 1'000;
  setup.rediscoverMs = m_settings->value(setting::RediscoverSeconds) * 1'000;
  setup.backoff = m_options.backoff;
  auto made = std::make_unique<ProfileSession>(std::move(setup));
  ProfileSession *session = made.get();
  session->live().setWindowActive(m_windowActive);
  session->live().setPaused(m_livePaused);
  m_sessions[profile.id] = std::move(made);
  wire(session);
  m_alerts->watch(*session);
  m_pins[profile.id] = PinStore(*m_settings, profile.id).load();
  applyPins(profile.id);
  m_recipes->load(profile.id);
  m_tree->applyQueues(session->id().toUtf8(), session->queues().all());
  emit sessionOpened(session);
  return session;
}

void Workspace::wire(ProfileSession *session) {
  m_receiptKeeper->addSession(session);
  const QByteArray id = session->id().toUtf8();
  connect(&session->link(), &ServerLink::statusChanged, this, [this, session] { applyStatus(session); });
  connect(&session->queues(), &QueueRegistry::discoveryChanged, this, [this, session] {
    showStatus(session);
    showDiscovery(session);
    rememberQueues(*session);
  });
  connect(&session->queues(), &QueueRegistry::queuesFound, this,
          [this, id, session](const std::vector<QueueInfo> &found) {
            m_tree->applyFound(id, found);
            showStatus(session);
          });
  connect(&session->queues(), &QueueRegistry::queuesChanged, this,
          [this, id, session] { m_tree->applyQueues(id, session->queues().all()); });
  connect(&session->counts(), &QueueCounter::countsChanged, this,
          [this, id, session](const std::vector<QueueId> &queues) {
            for (const QueueId &queue : queues)
              m_tree->applyCounts(id, queue, session->counts().of(queue));
          });
}

/// After a whole discovery; only what differs from the file is written.
void Workspace::rememberQueues(const ProfileSession &session) {
  const DiscoveryStatus &discovery = session.queues().discovery();
  std::vector<QueueInfo> &remembered = m_remembered[session.id()];
  if (discovery.running || discovery.failed || !discovery.complete || remembered == session.queues().all())
    return;
  remembered = session.queues().all();
  m_queueCache->save(session.id(), session.profile().address(), remembered);
}

void Workspace::applyStatus(ProfileSession *session) {
  using State = SessionStatus::State;
  showStatus(session);
  const State state = session->link().status().state;
  if (state == State::Connected && m_settledProfiles.insert(session->id()).second)
    session->runner().settleUnsettled();
  if (state == State::Connected)
    forgetAsking(session->id());
  else
    askWhatIsMissing(session);
}

void Workspace::close(const QString &profileId) {
  const auto found = m_sessions.find(profileId);
  if (found == m_sessions.end())
    return;
  const std::unique_ptr<ProfileSession> session = std::move(found->second);
  m_sessions.erase(found);
  m_alerts->unwatch(profileId);
  m_receiptKeeper->removeSession(profileId);
  emit sessionClosed(profileId);
  endDiscoveryRow(profileId, ActivityModel::Status::Cancelled);
  forgetAsking(profileId);
  m_tree->applyStatus(profileId.toUtf8(), {});
  m_tree->applyQueues(profileId.toUtf8(), {});
  rememberOpen();
}

/// A session is bound to its server, role and environment: when those were edited it makes way for another
/// one.
void Workspace::followProfile(const QString &profileId) {
  ProfileSession *open = session(profileId);
  if (!open || open->takeProfile(*m_profiles->find(profileId)))
    return;
  close(profileId);
  this->open(profileId);
}

ProfileSession *Workspace::session(const QString &profileId) const {
  const auto found = m_sessions.find(profileId);
  return found != m_sessions.end() ? found->second.get() : nullptr;
}

std::vector<ProfileSession *> Workspace::sessions() const {
  std::vector<ProfileSession *> all;
  for (const auto &[id, session] : m_sessions)
    all.push_back(session.get());
  return all;
}

Result<QString> Workspace::openUrl(const QString &url) {
  const Result<QString> own = urlOfLine(url);
  if (!own)
    return fail(own.error());
  Result<UrlProfile> read = profileFromUrl(*own);
  if (!read)
    return fail(lineError(*own, read.error()));
  // One that was saved under this id meanwhile is the person's and stays as it is.
  const auto taken = [this](const QString &id) {
    const Profile *known = m_profiles->find(id);
    return known && known->stored;
  };
  while (taken(read->profile.id))
    read->profile.id = QUuid::createUuidV5(QUuid(read->profile.id), u"url"_qs).toString(QUuid::WithoutBraces);
  const QString id = read->profile.id;
  if (!read->password.isEmpty())
    m_secrets->remember(id, read->password);
  m_profiles->save(read->profile);
  if (ProfileSession *known = session(id); known && !read->password.isEmpty())
    known->link().setPassword(read->password);
  open(id);
  return id;
}

QStringList Workspace::lastOpen() const {
  return m_settings->store().value(OpenKey).toStringList();
}

void Workspace::rememberOpen() {
  QStringList ids;
  for (const auto &[id, session] : m_sessions)
    if (session->profile().stored)
      ids += id;
  m_settings->store().setValue(OpenKey, ids);
}

void Workspace::setWindowActive(bool active) {
  m_windowActive = active;
  for (ProfileSession *session : sessions())
    session->live().setWindowActive(active);
}

void Workspace::setLivePaused(bool paused) {
  m_livePaused = paused;
  for (ProfileSession *session : sessions())
    session->live().setPaused(paused);
}

bool Workspace::isPinned(const QString &profileId, const QueueId &queue) const {
  const auto pins = m_pins.find(profileId);
  return pins != m_pins.end() &&
         std::find(pins->second.begin(), pins->second.end(), queue) != pins->second.end();
}

void Workspace::setPinned(const QString &profileId, const QueueId &queue, bool pinned) {
  const auto pins = m_pins.find(profileId);
  if (pins == m_pins.end() || isPinned(profileId, queue) == pinned)
    return;
  if (pinned)
    pins->second.push_back(queue);
  else
    std::erase(pins->second, queue);
  PinStore(*m_settings, profileId).save(pins->second);
  applyPins(profileId);
}

void Workspace::applyPins(const QString &profileId) {
  m_tree->applyPinned(profileId.toUtf8(), m_pins[profileId]);
  if (ProfileSession *open = session(profileId))
    open->live().setPinnedQueues(m_pins[profileId]);
}

void Workspace::setErrorSentence(std::function<QString(const Error &)> sentence) {
  m_sentence = std::move(sentence);
  for (ProfileSession *session : sessions())
    showStatus(session);
}

} // namespace oxp
