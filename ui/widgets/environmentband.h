// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"

#include <QWidget>

namespace oxp {

/// The 24 px band that says where one is: over every window, and in every dialog that writes.
class EnvironmentBand : public QWidget {
  Q_OBJECT

public:
  explicit EnvironmentBand(QWidget *parent = nullptr);

  /// `profile` is the profile's name, `address` where it lives (`redis-eu-1:6380 / db 0`), may be empty.
  void setEnvironment(Environment environment, const QString &profile, const QString &address = {});
  /// At the right end, such as `writes ask first`.
  void setNote(const QString &note);
  QString text() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  /// PRODUCTION, STAGING, LOCAL, in the window's language.
  static QString word(Environment environment);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  void describe();

  Environment m_environment = Environment::Local;
  QString m_profile, m_address, m_note;
};

} // namespace oxp
