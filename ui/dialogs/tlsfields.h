// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "redis/endpoint.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLineEdit;

namespace oxp {

class TextLabel;

/// The switch for TLS in a profile's form, and the fields that come with it. A passphrase field that was not
/// touched means "as it was".
class TlsFields : public QWidget {
  Q_OBJECT

public:
  explicit TlsFields(int labelWidth, QWidget *parent = nullptr);

  void setTls(const std::optional<TlsOptions> &tls);
  std::optional<TlsOptions> tls() const;
  /// A passphrase is kept somewhere.
  void setPassphraseKnown(bool known);
  bool passphraseTouched() const { return m_passphraseTouched; }
  SecretString passphrase() const;
  /// Where TLS is on.
  void focusCertificate();
  /// Marks the key as wrong, or as right again.
  void setKeyInvalid(bool invalid);

signals:
  void edited();

private:
  QLineEdit *field(const QString &name, const QString &placeholder);
  void addFile(QFormLayout *form, const QString &name, QLineEdit *edit, const QString &chooserName);
  void setupNames(QFormLayout *form);
  void setupPin(QFormLayout *form);
  void chooseFile(QLineEdit *into, const QString &title);
  void showPin();
  void updateRows();

  const int m_labelWidth;
  QFormLayout *m_form;
  QCheckBox *m_on;
  QLineEdit *m_caFile, *m_certificateFile, *m_keyFile, *m_passphrase, *m_serverName, *m_verifyName;
  TextLabel *m_pinText = nullptr;
  QWidget *m_pinRow = nullptr;
  std::optional<CertificatePin> m_pin;
  bool m_passphraseTouched = false;
};

} // namespace oxp
