// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "ui/theme/theme.h"
#include "workspace/datafolder.h"
#include "workspace/workspace.h"

#include <QCommandLineParser>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace oxp {

class DemoServer;
class MainWindow;

/// What was asked for on the command line.
struct StartOptions {
  QString url;                ///< opens a profile that is not stored
  SecretString password;      ///< of the URL, where it has none itself
  bool passwordStdin = false; ///< the URL's password is the first line of standard input
  bool demo = false;
  bool newInstance = false;
  QString dataDir;
  QString language;   ///< `en`, `zh_CN`; empty = by setting, else by locale
  QString theme;      ///< `light`, `dark`; empty = by setting
  QString screenshot; ///< writes the window to this file and ends
  QSize size;         ///< of the window; empty = as it was
};

/// Reads the command line; ends the program for --help, --version and mistakes.
StartOptions readOptions(const QStringList &arguments);

/// The program: one data folder, one workspace, one window, and the demo when it is wanted.
class Application : public QObject {
  Q_OBJECT

public:
  explicit Application(StartOptions options);
  ~Application() override;

  /// Takes the data folder and shows the window. False: another process has it and was told, or it cannot be
  /// used.
  bool start();

private:
  void installLanguage();
  void setupWorkspace();
  void setupWindow();
  void openWhatWasAsked();
  /// Calls `go` with the URL and its password, at once or when that has been read.
  void withUrl(std::function<void(const QString &url)> go);
  void startDemo();
  /// The id of the profile; empty when the URL is wrong.
  QString openUrl(const QString &url);

  StartOptions m_options;
  std::unique_ptr<DataFolder> m_folder;
  std::unique_ptr<Workspace> m_workspace;
  std::unique_ptr<ThemeController> m_theme;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<DemoServer> m_demo;
  QString m_demoProfile;
};

} // namespace oxp
