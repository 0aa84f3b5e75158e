// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace oxp {

class Banner;
class CertificateFlow;
class ConnectionAsking;
class ConnectionsDialog;
class Navigator;
struct Profile;
class ProfileSession;
struct SessionStatus;
class WindowCentre;
class Workspace;

/// A profile that is not connected: why, what may be done about it, and the ways to a connection.
class ConnectionPlace : public QObject {
  Q_OBJECT

public:
  /// Who has a part in it: all outlive the place.
  struct Parts {
    Workspace &workspace;
    WindowCentre *centre;
    Banner *banner; ///< over everything
    Navigator *navigator;
    CertificateFlow *certificates;
    ConnectionAsking *asking;
  };
  /// `window` is the parent of dialogs.
  ConnectionPlace(const Parts &parts, QWidget *window);

  /// A lost connection is said where the person looks: what is shown is old, and typed text is safe.
  void tell(const ProfileSession &session);
  /// The current profile's connection once more; asks for what it lacks.
  void reconnect();
  /// The dialog, at a profile.
  void openConnections(const QString &profileId);
  /// The dialog, at a new profile.
  ConnectionsDialog *addConnection();

private:
  void connectStart();
  void fill(const QString &profileId);
  void fillUnopened(const Profile &profile);
  void fillUnconnected(const Profile &profile, const SessionStatus &status);
  ConnectionsDialog *makeDialog();

  Parts m_parts;
  QWidget *m_window;
};

} // namespace oxp
