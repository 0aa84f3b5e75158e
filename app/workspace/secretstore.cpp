// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/secretstore.h"

#include <QRandomGenerator>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace oxp {
namespace {

constexpr int SealKeyBytes = 32;
const QString SealKeyName = QStringLiteral("seal-key");

QString keyOf(SecretKind kind, const QString &profileId) {
  return (kind == SecretKind::Password ? u"password/"_qs : u"passphrase/"_qs) + profileId;
}

bool noKeychain(QKeychain::Error error) {
  return error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented ||
         error == QKeychain::OtherError;
}

/// Calls exactly one of the two: when the job ends, or when it did not in time; neither once `owner` has
/// gone. A locked keyring without anybody to unlock it never answers. The job belongs to itself: libsecret
/// goes on to call one that was deleted.
void runJob(QKeychain::Job *job, QPointer<QObject> owner, int answerMs,
            std::function<void(QKeychain::Job *)> ended, std::function<void()> silent) {
  auto *timer = new QTimer(job);
  timer->setSingleShot(true);
  auto over = std::make_shared<bool>(false);
  QObject::connect(timer, &QTimer::timeout, job, [over, owner, silent = std::move(silent)] {
    if (!std::exchange(*over, true) && owner)
      silent();
  });
  QObject::connect(job, &QKeychain::Job::finished, job,
                   [over, owner, ended = std::move(ended)](QKeychain::Job *done) {
                     if (!std::exchange(*over, true) && owner)
                       ended(done);
                   });
  timer->start(answerMs);
  job->start();
}

} // namespace

SecretStore::SecretStore(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options)) {
  if (!m_options.useKeychain)
    m_availability = Availability::None;
}

SecretStore::~SecretStore() = default;

void SecretStore::setAvailability(Availability availability) {
  if (m_availability == availability)
    return;
  m_availability = availability;
  emit availabilityChanged(availability);
}

void SecretStore::read(const QString &key, QObject *context, Handler<std::optional<QByteArray>> handler) {
  QPointer<QObject> alive(context);
  if (m_availability == Availability::None) {
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler)] { handler(std::optional<QByteArray>()); },
        Qt::QueuedConnection);
    return;
  }
  auto *job = new QKeychain::ReadPasswordJob(m_options.service);
  job->setKey(key);
  const auto tell = [alive, handler = std::move(handler)](std::optional<QByteArray> value) {
    if (alive)
      handler(std::move(value));
  };
  const auto ended = [this, tell](QKeychain::Job *done) {
    setAvailability(noKeychain(done->error()) ? Availability::None : Availability::Available);
    if (done->error() == QKeychain::NoError)
      return tell(static_cast<QKeychain::ReadPasswordJob *>(done)->binaryData());
    tell(std::nullopt);
  };
  const auto silent = [this, tell] {
    setAvailability(Availability::None);
    tell(std::nullopt);
  };
  runJob(job, this, m_options.answerMs, ended, silent);
}

void SecretStore::write(const QString &key, const QByteArray &value, QObject *context,
                        Handler<bool> handler) {
  QPointer<QObject> alive(context);
  if (m_availability == Availability::None) {
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler)] { handler(false); }, Qt::QueuedConnection);
    return;
  }
  auto *job = new QKeychain::WritePasswordJob(m_options.service);
  job->setKey(key);
  job->setBinaryData(value);
  const auto tell = [alive, handler = std::move(handler)](bool stored) {
    if (alive)
      handler(stored);
  };
  const auto ended = [this, tell](QKeychain::Job *done) {
    if (noKeychain(done->error()))
      setAvailability(Availability::None);
    tell(done->error() == QKeychain::NoError);
  };
  const auto silent = [this, tell] {
    setAvailability(Availability::None);
    tell(false);
  };
  runJob(job, this, m_options.answerMs, ended, silent);
}

void SecretStore::request(SecretKind kind, const QString &profileId, QObject *context,
                          Handler<MaybeSecret> handler) {
  const QString key = keyOf(kind, profileId);
  if (const auto known = m_memory.constFind(key); known != m_memory.constEnd()) {
    QMetaObject::invokeMethod(
        context, [secret = *known, handler = std::move(handler)] { handler(MaybeSecret(secret)); },
        Qt::QueuedConnection);
    return;
  }
  QPointer<QObject> alive(context);
  read(key, this, [this, key, alive, handler = std::move(handler)](Result<std::optional<QByteArray>> value) {
    MaybeSecret secret;
    if (value && *value) {
      secret = SecretString(**value);
      m_memory.insert(key, *secret);
    }
    if (alive)
      handler(secret);
  });
}

void SecretStore::save(SecretKind kind, const QString &profileId, const SecretString &secret, bool store,
                       QObject *context, Handler<bool> handler) {
  remember(profileId, secret, kind);
  QPointer<QObject> alive(context);
  const auto tell = [this, kind, profileId, alive, handler = std::move(handler)](Result<bool> stored) {
    emit storedChanged(kind, profileId, stored.value_or(false));
    if (alive)
      handler(stored);
  };
  if (store)
    write(keyOf(kind, profileId), secret.reveal(), this, tell);
  else
    QMetaObject::invokeMethod(
        this, [tell] { tell(false); }, Qt::QueuedConnection);
}

bool SecretStore::remembers(const QString &profileId, SecretKind kind) const {
  return m_memory.contains(keyOf(kind, profileId));
}

void SecretStore::remember(const QString &profileId, const SecretString &secret, SecretKind kind) {
  m_memory.insert(keyOf(kind, profileId), secret);
}

void SecretStore::forget(const QString &profileId) {
  for (const SecretKind kind : {SecretKind::Password, SecretKind::KeyPassphrase}) {
    m_memory.remove(keyOf(kind, profileId));
    emit storedChanged(kind, profileId, false);
    if (m_availability == Availability::None)
      continue;
    auto *job = new QKeychain::DeletePasswordJob(m_options.service);
    job->setKey(keyOf(kind, profileId));
    job->start();
  }
}

void SecretStore::requestSealKey(QObject *context, Handler<QByteArray> handler) {
  QPointer<QObject> alive(context);
  const auto tell = [alive, handler = std::move(handler)](const QByteArray &key) {
    if (alive)
      handler(key);
  };
  read(SealKeyName, this, [this, tell](Result<std::optional<QByteArray>> value) {
    if (value && *value && (*value)->size() == SealKeyBytes)
      return tell(**value);
    if (m_availability != Availability::Available)
      return tell({});
    QByteArray key(SealKeyBytes, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(key.data()), SealKeyBytes / 4);
    write(SealKeyName, key, this,
          [tell, key](Result<bool> stored) { tell(stored && *stored ? key : QByteArray()); });
  });
}

} // namespace oxp
