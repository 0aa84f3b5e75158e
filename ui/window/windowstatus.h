// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QStatusBar;

namespace oxp {

class ActionSet;
class EnvironmentBand;
class LiveStatus;
class ProfileSession;
class StatusPiece;
class WindowCentre;
class Workspace;

/// The band above and the status bar below: which profile somebody is at, how it is connected, what may be
/// done there, and how fresh what is shown is.
class WindowStatus : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  WindowStatus(Workspace &workspace, const ActionSet &actions, WindowCentre *centre, EnvironmentBand *band,
               QStatusBar *bar);

  /// Of this session; null = of no connection.
  void update(const ProfileSession *session);
  /// Whether events tell of what is shown.
  void updateLive();
  /// Makes all that is shown stand still, or go on.
  void pauseLive(bool paused);
  /// Said where the person looks: a list that stands still looks like one in which nothing happens.
  void tellPaused();

signals:
  /// Standing still has begun or ended.
  void pauseChanged();

private:
  void updateBand(const ProfileSession *session);
  void updateCertificate(const ProfileSession *session);
  void updateConnection(const ProfileSession *session);
  void noteRead();

  Workspace &m_workspace;
  WindowCentre *m_centre;
  EnvironmentBand *m_band;
  StatusPiece *m_connection, *m_certificate, *m_role;
  LiveStatus *m_live;
};

} // namespace oxp
