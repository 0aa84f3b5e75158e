// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/profileform.h"
#include "workspace/testconnection.h"

#include <QDialog>

class QHBoxLayout;
class QListWidget;
class QPushButton;

namespace oxp {

class Banner;
struct CertificateProblem;
class ConnectionEntry;
class Workspace;

/// The profiles: a list at the left, the chosen one's form at the right. Nothing is stored before `Save
/// profile` or `Connect`; passwords go to the keychain only.
class ConnectionsDialog : public QDialog {
  Q_OBJECT

public:
  ConnectionsDialog(Workspace &workspace, QWidget *parent = nullptr);

  void select(const QString &profileId);
  void addProfile();
  /// A new profile of which this much is known.
  void fill(const Profile &profile, const SecretString &password);
  /// The keyboard to the client certificate.
  void focusCertificate();

signals:
  void connectWanted(const QString &profileId);

private:
  void setupList();
  void setupLayout();
  void setupButtons(QHBoxLayout *footer);
  void setupTest();
  void rebuildList(const QString &current);
  void showProfile(int row);
  void duplicateProfile();
  void removeProfile();
  void test();
  void startTest(const Profile &profile, const SecretString &password);
  void tellTestFailed(const Error &error);
  void lookAtCertificate(const CertificateProblem &problem);
  void showKnownSecrets();
  /// Stores what the form holds; false when a field is wrong (it is marked then).
  bool saveProfile();
  void updateButtons();
  void takePasted();

  Workspace &m_workspace;
  QListWidget *m_list;
  ConnectionEntry *m_entry;
  ProfileForm *m_form;
  Banner *m_result;
  TestConnection *m_test;
  QPushButton *m_testButton = nullptr, *m_save = nullptr, *m_connect = nullptr, *m_remove = nullptr;
  Profile m_current;
};

} // namespace oxp
