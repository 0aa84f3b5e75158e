// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace oxp {

class TextLabel;

/// Changes one value without touching JSON: a text is typed as plain text, everything else as it stands.
class ChangeValueDialog : public QDialog {
  Q_OBJECT

public:
  /// Shown: the value stands in the field. Hidden: the field is empty until something is typed.
  enum class Value { Shown, Hidden };
  /// `token` is the value's JSON, `path` its pointer.
  ChangeValueDialog(const QByteArray &token, const QString &path, Value value, QWidget *parent = nullptr);

signals:
  /// The new JSON of the value.
  void changed(const QByteArray &token);

private:
  QByteArray newToken() const;
  void check();

  bool m_isText;
  QByteArray m_token;
  QString m_shown; ///< the token as the field first showed it
  QLineEdit *m_field;
  TextLabel *m_note;
  QPushButton *m_change;
};

} // namespace oxp
