// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/storestate.h"
#include "base/backoff.h"
#include "base/certificateproblem.h"
#include "base/result.h"
#include "models/activitymodel.h"
#include "models/queuetreemodel.h"
#include "policy/rules.h"
#include "workspace/alertcentre.h"
#include "workspace/datafolder.h"
#include "workspace/draftkeeper.h"
#include "workspace/profilestore.h"
#include "workspace/queuecache.h"
#include "workspace/secretstore.h"
#include "workspace/settings.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace oxp {

class AuditStore;
struct DiscoveryStatus;
class ProfileSession;
class ReceiptKeeper;
class ReceiptsModel;
class RecipeStore;
class ScriptRegistry;

/// What ties one window's parts together: settings, profiles and their secrets, the local store of records
/// and drafts, open sessions, and the two models that show all of them. GUI thread.
class Workspace : public QObject {
  Q_OBJECT

public:
  struct Options {
    QString dataFolder; ///< of DataFolder::path(); exists
    bool useKeychain = true;
    int pollMs = 0; ///< 0 = by setting; for tests
    Backoff::Limits backoff;
  };

  explicit Workspace(Options options, QObject *parent = nullptr);
  ~Workspace() override; ///< flushes drafts, ends lanes, then the store

  Settings &settings() { return *m_settings; }
  ProfileStore &profiles() { return *m_profiles; }
  SecretStore &secrets() { return *m_secrets; }
  DraftKeeper &drafts() { return *m_drafts; }
  /// Records and drafts; never null. Sensitive values are sealed once the keychain has answered: see ready().
  AuditStore *audit() const { return m_audit.get(); }
  const ScriptRegistry *scripts() const { return m_scripts.get(); }
  /// The rules in force; never null.
  const policy::SharedRules &rules() const { return m_rules; }

  QueueTreeModel &queueTree() { return *m_tree; }
  ActivityModel &activity() { return *m_activity; }
  AlertCentre &alerts() { return *m_alerts; }
  ReceiptsModel &receipts() { return *m_receipts; }
  ReceiptKeeper &receiptKeeper() { return *m_receiptKeeper; }
  /// Of profiles that were opened.
  RecipeStore &recipes() { return *m_recipes; }

  /// Opens a profile's session, or connects the open one again. Where a password is kept in the keychain,
  /// that is asked before connecting.
  void open(const QString &profileId);
  void close(const QString &profileId);
  ProfileSession *session(const QString &profileId) const; ///< nullptr when not open
  std::vector<ProfileSession *> sessions() const;
  /// A profile that is not stored, from a URL or another line of readConnectionLine(); opens it. Its id, or
  /// what is wrong with the line.
  Result<QString> openUrl(const QString &url);
  /// Profiles that were open at the last start.
  QStringList lastOpen() const;
  void setWindowActive(bool active);
  /// The person wants what is shown to stand still, in all profiles.
  void setLivePaused(bool paused);
  bool livePaused() const { return m_livePaused; }
  /// A pinned queue stays at the top of its profile in the tree and is followed wherever its row is. Kept for
  /// the next start; of profiles that were opened.
  bool isPinned(const QString &profileId, const QueueId &queue) const;
  void setPinned(const QString &profileId, const QueueId &queue, bool pinned);
  /// How an error of a connection reads in the tree's tool tip (ui/errortext): this layer only knows kinds.
  void setErrorSentence(std::function<QString(const Error &)> sentence);

  /// What the person answered to passwordWanted().
  void enterPassword(const QString &profileId, const SecretString &password, bool store);
  /// What the person answered to passphraseWanted().
  void enterPassphrase(const QString &profileId, const SecretString &passphrase, bool store);

signals:
  /// The keychain has answered, or did not in 3 s.
  void ready();
  void sessionOpened(oxp::ProfileSession *session);
  void sessionClosed(const QString &profileId); ///< before the object goes
  /// The profile's server wants a password and none is known, or refused the known one.
  void passwordWanted(const QString &profileId, bool refused);
  /// The key of the profile's client certificate is encrypted and nothing known unlocks it; `refused`: what
  /// was known does not.
  void passphraseWanted(const QString &profileId, bool refused);
  /// The server's certificate is not accepted. Once for each certificate, and again after open().
  void certificateRefused(const QString &profileId, const oxp::CertificateProblem &problem);
  /// The local record of changes can be written again, or cannot any more.
  void recordsStateChanged(const oxp::audit::StoreState &state);

private:
  void setupStores();
  void setupModels();
  void applySetting(const QString &key);
  void noteStoredSecret(SecretKind kind, const QString &profileId, bool stored);
  void connectWith(ProfileSession *session, std::vector<SecretKind> kinds);
  void giveSecret(SecretKind kind, const QString &profileId, const SecretString &secret);
  void enterSecret(SecretKind kind, const QString &profileId, const SecretString &secret, bool store);
  ProfileSession *addSession(const Profile &profile);
  void wire(ProfileSession *session);
  void rememberQueues(const ProfileSession &session);
  void applyStatus(ProfileSession *session);
  void askWhatIsMissing(ProfileSession *session);
  void wantSecret(SecretKind kind, ProfileSession *session);
  bool asksFirst(SecretKind kind, const QString &profileId);
  void forgetAsking(const QString &profileId);
  void rememberOpen();
  void applyPins(const QString &profileId);
  void followProfile(const QString &profileId);
  void showProfiles();
  static QString notFoundText(const DiscoveryStatus &discovery);
  QString stateText(const ProfileSession &session) const;
  void showStatus(ProfileSession *session);
  void showDiscovery(ProfileSession *session);
  void endDiscoveryRow(const QString &profileId, ActivityModel::Status status);

  Options m_options;
  policy::SharedRules m_rules = policy::builtInRules();
  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<ProfileStore> m_profiles;
  std::unique_ptr<SecretStore> m_secrets;
  std::unique_ptr<AuditStore> m_audit;
  std::unique_ptr<ScriptRegistry> m_scripts;
  std::unique_ptr<DraftKeeper> m_drafts;
  QThreadPool m_cacheWriter;
  std::unique_ptr<QueueCache> m_queueCache;
  std::unique_ptr<RecipeStore> m_recipes;
  std::unique_ptr<QueueTreeModel> m_tree;
  std::unique_ptr<ActivityModel> m_activity;
  std::unique_ptr<AlertCentre> m_alerts;
  std::unique_ptr<ReceiptsModel> m_receipts;
  std::unique_ptr<ReceiptKeeper> m_receiptKeeper;
  std::map<QString, std::unique_ptr<ProfileSession>> m_sessions;
  std::map<QString, std::vector<QueueInfo>> m_remembered; ///< as the files have them
  std::map<QString, std::vector<QueueId>> m_pins;         ///< as the settings have them
  std::map<QString, int> m_activities;                    ///< rows of running discoveries, by profile
  /// Asked for since the last time connected, by profile.
  std::set<std::pair<SecretKind, QString>> m_askedSecrets;
  std::map<QString, QByteArray> m_toldCertificates; ///< by profile: refused, and told of
  std::set<QString> m_settledProfiles;              ///< old records are looked at once a start
  std::function<QString(const Error &)> m_sentence;
  bool m_windowActive = true;
  bool m_livePaused = false;
};

} // namespace oxp
