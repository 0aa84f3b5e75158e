// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection needs of a person: password, passphrase, a word on a certificate.
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

namespace oxp {

void Workspace::noteStoredSecret(SecretKind kind, const QString &profileId, bool stored) {
  const Profile *known = m_profiles->find(profileId);
  const auto saved = kind == SecretKind::Password ? &Profile::passwordSaved : &Profile::passphraseSaved;
  if (!known || known->*saved == stored)
    return;
  Profile profile = *known;
  profile.*saved = stored;
  m_profiles->save(profile);
}

/// Takes these secrets of the session from where they are kept, one after the other, then connects.
void Workspace::connectWith(ProfileSession *session, std::vector<SecretKind> kinds) {
  if (kinds.empty())
    return session->link().connectNow();
  const SecretKind kind = kinds.back();
  kinds.pop_back();
  m_secrets->request(kind, session->id(), session,
                     [this, session, kind, kinds](const Result<SecretStore::MaybeSecret> &secret) {
                       if (secret && *secret)
                         giveSecret(kind, session->id(), **secret);
                       connectWith(session, kinds);
                     });
}

void Workspace::giveSecret(SecretKind kind, const QString &profileId, const SecretString &secret) {
  ProfileSession *open = session(profileId);
  if (!open)
    return;
  if (kind == SecretKind::Password)
    open->link().setPassword(secret);
  else
    open->link().setKeyPassphrase(secret);
}

void Workspace::askWhatIsMissing(ProfileSession *session) {
  using State = SessionStatus::State;
  const QString id = session->id();
  const SessionStatus &status = session->link().status();
  const QByteArray &code = status.error.code;
  if (status.state == State::NeedsPassword)
    wantSecret(SecretKind::Password, session);
  else if (status.state == State::Refused && asksFirst(SecretKind::Password, id))
    emit passwordWanted(id, true);
  else if (code == "KEY-LOCKED")
    wantSecret(SecretKind::KeyPassphrase, session);
  else if (code == "KEY-PASSPHRASE" && asksFirst(SecretKind::KeyPassphrase, id))
    emit passphraseWanted(id, true);
  const auto &problem = status.error.certificate;
  if (!problem || m_toldCertificates[id] == problem->certificate.sha256)
    return;
  m_toldCertificates[id] = problem->certificate.sha256;
  emit certificateRefused(id, *problem);
}

/// The keychain may know one that nobody noted; only then the person is asked, once until it works.
void Workspace::wantSecret(SecretKind kind, ProfileSession *session) {
  const QString id = session->id();
  if (!asksFirst(kind, id))
    return;
  m_secrets->request(kind, id, session, [this, kind, id](const Result<SecretStore::MaybeSecret> &secret) {
    if (secret && *secret && !(*secret)->isEmpty())
      giveSecret(kind, id, **secret);
    else if (kind == SecretKind::Password)
      emit passwordWanted(id, false);
    else
      emit passphraseWanted(id, false);
  });
}

bool Workspace::asksFirst(SecretKind kind, const QString &profileId) {
  return m_askedSecrets.insert({kind, profileId}).second;
}

void Workspace::forgetAsking(const QString &profileId) {
  m_askedSecrets.erase({SecretKind::Password, profileId});
  m_askedSecrets.erase({SecretKind::KeyPassphrase, profileId});
  m_toldCertificates.erase(profileId);
}

void Workspace::enterSecret(SecretKind kind, const QString &profileId, const SecretString &secret,
                            bool store) {
  m_secrets->save(kind, profileId, secret, store, this, [](const Result<bool> &) {});
  m_askedSecrets.erase({kind, profileId}); // should this one be refused too, the person is asked again
  giveSecret(kind, profileId, secret);
}

void Workspace::enterPassword(const QString &profileId, const SecretString &password, bool store) {
  enterSecret(SecretKind::Password, profileId, password, store);
}

void Workspace::enterPassphrase(const QString &profileId, const SecretString &passphrase, bool store) {
  enterSecret(SecretKind::KeyPassphrase, profileId, passphrase, store);
}

} // namespace oxp
