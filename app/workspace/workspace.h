// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activitymodel.h"
#include "models/queuetreemodel.h"
#include "workspace/datafolder.h"
#include "workspace/draftkeeper.h"
#include "workspace/profilesession.h"
#include "workspace/profilestore.h"
#include "workspace/secretstore.h"
#include "workspace/settings.h"

#include <QObject>

#include <map>
#include <memory>

namespace oxp {

class AuditStore;
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
  /// Records and drafts. Never null after ready(); null before it (at most 3 s, while the keychain is asked).
  AuditStore *audit() const { return m_audit.get(); }
  bool isReady() const { return m_audit != nullptr; }
  const ScriptRegistry *scripts() const { return m_scripts.get(); }

  QueueTreeModel &queueTree() { return *m_tree; }
  ActivityModel &activity() { return *m_activity; }

  /// Opens a profile's session (asking the keychain for its password first) or gives the open one. The
  /// session appears with sessionOpened(), at once or a little later.
  void open(const QString &profileId);
  void close(const QString &profileId);
  ProfileSession *session(const QString &profileId) const; ///< nullptr when not open
  std::vector<ProfileSession *> sessions() const;
  /// A profile that is not stored, from a URL; opens it. Its id, or what is wrong with the URL.
  Result<QString> openUrl(const QString &url);
  /// Profiles that were open at the last start.
  QStringList lastOpen() const;
  void setWindowActive(bool active);
  /// Where one session's sentence comes from: set by ui/ (errortext); the workspace only knows kinds.
  void setErrorSentence(std::function<QString(const Error &)> sentence);

signals:
  /// The local store stands; sessions wait for this.
  void ready();
  void sessionOpened(oxp::ProfileSession *session);
  void sessionClosed(const QString &profileId); ///< before the object goes
  /// The profile's server wants a password and none is known, or refused the known one.
  void passwordWanted(const QString &profileId, bool refused);
  /// Writes whose end was unknown at the last start have been looked at.
  void settledRecords(const QString &profileId, int settled, int stillUnknown);

private:
  void setupStores();
  void setupModels();
  void openStore(const QByteArray &key);
  void openNow(const QString &profileId, const SecretString &password, bool known);
  void wire(ProfileSession *session);
  void showProfiles();
  void showStatus(ProfileSession *session);
  void showActivity(ProfileSession *session);
  void settleRecords(ProfileSession *session);
  void rememberOpen();

  Options m_options;
  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<ProfileStore> m_profiles;
  std::unique_ptr<SecretStore> m_secrets;
  std::unique_ptr<AuditStore> m_audit;
  std::unique_ptr<ScriptRegistry> m_scripts;
  std::unique_ptr<DraftKeeper> m_drafts;
  std::unique_ptr<QueueTreeModel> m_tree;
  std::unique_ptr<ActivityModel> m_activity;
  std::map<QString, std::unique_ptr<ProfileSession>> m_sessions;
  std::map<QString, int> m_activities;
  std::set<QString> m_opening;
  std::function<QString(const Error &)> m_sentence;
  bool m_windowActive = true;
};

} // namespace oxp
