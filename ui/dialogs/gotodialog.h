// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace oxp {

/// Asks for one short text, such as the id of a job. Opened with open().
class GoToDialog : public QDialog {
  Q_OBJECT

public:
  GoToDialog(const QString &title, const QString &label, QWidget *parent = nullptr);

signals:
  /// As it was typed: an id may begin or end with spaces.
  void entered(const QString &text);

private:
  QLineEdit *m_field;
};

} // namespace oxp
