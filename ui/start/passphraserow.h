// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QWidget>

class QLineEdit;

namespace oxp {

class TextLabel;

/// Takes what unlocks the key of a client certificate. Not shown until it is asked for; keeps what was typed
/// until clear().
class PassphraseRow : public QWidget {
  Q_OBJECT

public:
  explicit PassphraseRow(QWidget *parent = nullptr);

  /// Shows the field, with the keyboard in it; what stands there is replaced by the next key.
  void ask(bool keychain);
  SecretString passphrase() const;
  /// Forgets what was typed, and is not shown any more.
  void clear();

signals:
  void edited();
  void submitted();

private:
  QLineEdit *m_field;
  TextLabel *m_note;
};

} // namespace oxp
