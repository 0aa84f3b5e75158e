// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connectionline.h"
#include "workspace/profile.h"

#include <QFrame>

class QListWidget;
class QPushButton;

namespace oxp {

class IconLabel;
class TextLabel;

/// What a pasted text was understood as, in two columns under a head with a way to the form.
class ConnectionDetails : public QFrame {
  Q_OBJECT

public:
  explicit ConnectionDetails(QWidget *parent = nullptr);

  /// `profile` is what would be connected to: where it differs from the text, it is right. Where the host is
  /// missing, who tells that has the way to the form.
  void show(const ConnectionLine &line, const Profile &profile, bool keychain);

signals:
  void formWanted();

protected:
  void resizeEvent(QResizeEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  void add(const QString &label, const QString &value, const QString &note);
  void addServer(const ConnectionLine &line, const Profile &profile);
  void addCredentials(const ConnectionLine &line, const Profile &profile, bool keychain);
  static QString howChecked(const TlsOptions &tls);
  void addTls(const Profile &profile);
  void addPlace(const QString &file);
  void fit();

  QWidget *m_head;
  IconLabel *m_mark;
  TextLabel *m_title;
  QPushButton *m_form;
  QListWidget *m_list;
};

} // namespace oxp
