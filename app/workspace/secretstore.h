// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace oxp {

/// What a profile may keep secret.
enum class SecretKind {
  Password,
  KeyPassphrase, ///< unlocks the key of its client certificate
};

/// Passwords and passphrases in the system's keychain, and the key that seals records. Asynchronous
/// throughout. A keychain that gives no answer in 3 s counts as none for this start: passwords are then asked
/// for and kept in memory only.
class SecretStore : public QObject {
  Q_OBJECT

public:
  enum class Availability { Unknown, Available, None };
  struct Options {
    bool useKeychain = true; ///< false: memory only
    QString service = QStringLiteral("oxpecker");
    int answerMs = 3'000;
  };
  template <typename T>
  using Handler = std::function<void(Result<T>)>;
  using MaybeSecret = std::optional<SecretString>;

  explicit SecretStore(Options options, QObject *parent = nullptr);
  ~SecretStore() override;

  Availability availability() const { return m_availability; }
  /// A secret of a profile: from memory, else from the keychain; nothing when there is none.
  void request(SecretKind kind, const QString &profileId, QObject *context, Handler<MaybeSecret> handler);
  void requestPassword(const QString &profileId, QObject *context, Handler<MaybeSecret> handler) {
    request(SecretKind::Password, profileId, context, std::move(handler));
  }
  /// Keeps it in memory, and in the keychain when `store` and there is one. The result says whether it was
  /// stored.
  void save(SecretKind kind, const QString &profileId, const SecretString &secret, bool store,
            QObject *context, Handler<bool> handler);
  void savePassword(const QString &profileId, const SecretString &password, bool store, QObject *context,
                    Handler<bool> handler) {
    save(SecretKind::Password, profileId, password, store, context, std::move(handler));
  }
  /// Whether it is in memory: no keychain has to be asked.
  bool remembers(const QString &profileId, SecretKind kind = SecretKind::Password) const;
  /// Memory only, at once.
  void remember(const QString &profileId, const SecretString &secret, SecretKind kind = SecretKind::Password);
  void forget(const QString &profileId); ///< all of a profile's, from memory and keychain
  /// 32 bytes that seal records, made at the first start. Empty when there is no keychain.
  void requestSealKey(QObject *context, Handler<QByteArray> handler);

signals:
  /// The keychain holds a secret of this profile now, or no longer.
  void storedChanged(oxp::SecretKind kind, const QString &profileId, bool stored);
  void availabilityChanged(oxp::SecretStore::Availability availability);

private:
  void read(const QString &key, QObject *context, Handler<std::optional<QByteArray>> handler);
  void write(const QString &key, const QByteArray &value, QObject *context, Handler<bool> handler);
  void setAvailability(Availability availability);

  Options m_options;
  Availability m_availability = Availability::Unknown;
  QHash<QString, SecretString> m_memory; ///< by the keys of the keychain
};

} // namespace oxp
