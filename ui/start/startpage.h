// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"
#include "workspace/profiledraft.h"
#include "workspace/testconnection.h"

#include <QScrollArea>

#include <functional>
#include <optional>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace oxp {

class ConnectionDetails;
class ConnectionEntry;
struct CertificateProblem;
struct ErrorText;
class IconLabel;
class PassphraseRow;
class PrefixesModel;
class Strip;
class TextLabel;
class Workspace;

/// Where somebody begins: one field that takes what they have, what was understood of it, what the server
/// says, and a way in. The lower parts are not there until they have something to say.
class StartPage : public QScrollArea {
  Q_OBJECT

public:
  explicit StartPage(Workspace &workspace, QWidget *parent = nullptr);

  /// Offers the demo; without a starter there is no such button.
  void setDemoStarter(std::function<void()> starter);
  /// Keys and what they do, below all else.
  void addShortcut(const QString &keys, const QString &meaning);
  void focusField();

signals:
  /// A profile that was saved and is to be opened.
  void connectWanted(const QString &profileId);
  /// The form, filled with this.
  void formWanted(const oxp::Profile &profile, const oxp::SecretString &password);
  /// Likewise, at the fields of the client certificate.
  void certificateWanted(const oxp::Profile &profile, const oxp::SecretString &password);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  /// What a test is followed by.
  enum class Then { Stay, Connect };

  QWidget *makeBlock();
  void setupHead(QBoxLayout *block);
  void setupPrefixes(QBoxLayout *block);
  void setupTraits(QBoxLayout *block);
  void setupButtons(QBoxLayout *block);
  void setupShortcuts(QBoxLayout *block);
  void setupTest();

  void readEntry();
  void fillTraits();
  void showParts();
  void showGuess();
  void submit();
  void test(Then then);
  void takeReport(const ConnectionReport &report);
  void takeError(const Error &error);
  void showResult(NoticeKind kind, const QString &head, const QString &text, const QString &link = {},
                  std::function<void()> follow = {});
  void forgetResult();
  void tryTls(bool on);
  bool hasKeychain() const;
  void askPassword(bool refused);
  void askPassphrase(const ErrorText &words);
  void lookAtCertificate(const CertificateProblem &problem);
  void connectNow();
  bool isTested() const { return m_report.has_value(); }
  Profile chosenProfile() const;
  void fitPrefixes();

  Workspace &m_workspace;
  ConnectionEntry *m_entry;
  ConnectionDetails *m_details;
  Strip *m_result;
  PassphraseRow *m_passphrase;
  PrefixesModel *m_prefixes;
  QTableView *m_prefixView;
  TestConnection *m_test;
  IconLabel *m_bird = nullptr;
  QWidget *m_traits = nullptr;
  QLineEdit *m_name = nullptr;
  QComboBox *m_environment = nullptr;
  QButtonGroup *m_role = nullptr;
  TextLabel *m_guess = nullptr;
  QPushButton *m_connect = nullptr, *m_testButton = nullptr, *m_demo = nullptr;
  QBoxLayout *m_shortcuts = nullptr;
  std::function<void()> m_follow, m_demoStarter; ///< the result's link, the demo

  ProfileDraft m_draft;
  bool m_storePassword = true; ///< in the keychain, where there is one
  std::optional<ConnectionReport> m_report;
  Then m_then = Then::Stay;
  bool m_ownName = false, m_ownEnvironment = false, m_ownRole = false; ///< a person chose them
};

} // namespace oxp
