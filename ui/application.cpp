// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "base/logging.h"
#include "demo/demoserver.h"
#include "ui/errortext.h"
#include "ui/flows/errornotice.h"
#include "ui/mainwindow.h"
#include "ui/passwordreader.h"
#include "ui/screenshot.h"
#include "ui/startlog.h"
#include "ui/startsecrets.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/banner.h"
#include "workspace/lineurl.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <unistd.h>

namespace oxp {
namespace {

const QString DemoWord = QStringLiteral("demo:"); ///< handed over instead of a URL

} // namespace

StartOptions readOptions(const QStringList &arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(Application::tr("Looks after BullMQ queues."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("url"),
                               Application::tr("redis://…, rediss://… or unix://… to open"),
                               QStringLiteral("[url]"));
  const auto option = [&parser](const char *name, const QString &what, const char *value = "") {
    parser.addOption({QLatin1StringView(name), what, QLatin1StringView(value)});
  };
  option("password-stdin", Application::tr("Read the URL's password from standard input"));
  option("demo", Application::tr("Open the demo: a private Redis with made-up jobs"));
  option("new-instance", Application::tr("Do not hand over to a window that is open already"));
  option("data-dir", Application::tr("Folder for settings, records and drafts"), "dir");
  option("lang", Application::tr("Language: en or zh_CN"), "language");
  option("theme", Application::tr("light or dark"), "theme");
  option("screenshot", Application::tr("Write a picture of the window and end"), "file");
  option("size", Application::tr("Size of the window, such as 1440x900"), "size");
  parser.process(arguments);
  StartOptions options;
  options.url = parser.positionalArguments().value(0);
  options.passwordStdin = parser.isSet(QStringLiteral("password-stdin"));
  options.demo = parser.isSet(QStringLiteral("demo"));
  options.newInstance = parser.isSet(QStringLiteral("new-instance"));
  options.dataDir = parser.value(QStringLiteral("data-dir"));
  options.language = parser.value(QStringLiteral("lang"));
  options.theme = parser.value(QStringLiteral("theme"));
  options.screenshot = parser.value(QStringLiteral("screenshot"));
  const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
  if (size.size() == 2)
    options.size = QSize(size[0].toInt(), size[1].toInt());
  return options;
}

Application::Application(StartOptions options)
    : m_options(std::move(options)) {}

Application::~Application() = default;

bool Application::start() {
  if (m_options.passwordStdin && m_options.url.isEmpty()) {
    QTextStream(stderr) << tr("--password-stdin needs a URL whose password it is.") << Qt::endl;
    return false;
  }
  m_folder = std::make_unique<DataFolder>(m_options.dataDir);
  const Result<DataFolder::Claim> claim = m_folder->claim();
  if (!claim) {
    QTextStream(stderr)
        << tr("The data folder %1 cannot be used: %2").arg(m_folder->path(), claim.error().detail)
        << Qt::endl;
    return false;
  }
  if (*claim == DataFolder::Claim::Taken) {
    if (m_options.newInstance) {
      QTextStream(stderr) << tr("Another Oxpecker uses the folder %1.").arg(m_folder->path()) << Qt::endl;
      return false;
    }
    withUrl([this](const QString &url) {
      m_folder->handOver(m_options.demo ? DemoWord : url, this,
                         [](bool told) { QCoreApplication::exit(told ? 0 : 1); });
    });
    return true;
  }
  setupWorkspace();
  installLanguage();
  setupWindow();
  openWhatWasAsked();
  return true;
}

void Application::setupWorkspace() {
  Workspace::Options options;
  options.dataFolder = m_folder->path();
  m_workspace = std::make_unique<Workspace>(options);
}

void Application::installLanguage() {
  QString name = m_options.language;
  if (name.isEmpty())
    name = m_workspace->settings().value(setting::Language);
  const QLocale locale = name.isEmpty() ? QLocale::system() : QLocale(name);
  QLocale::setDefault(locale);
  fonts::installSubstitutions(locale);
  for (const auto &[file, folder] :
       {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        std::pair{QStringLiteral("oxpecker"), QStringLiteral(":/i18n")}}) {
    auto *translator = new QTranslator(this);
    // English has a file of its own for the plural forms.
    if (translator->load(locale, file, QStringLiteral("_"), folder) ||
        (file == u"oxpecker" && translator->load(QStringLiteral(":/i18n/oxpecker_en.qm"))))
      QCoreApplication::installTranslator(translator);
  }
}

void Application::setupWindow() {
  ThemeSetting theme = static_cast<ThemeSetting>(m_workspace->settings().value(setting::Theme));
  if (m_options.theme == u"light")
    theme = ThemeSetting::Light;
  else if (m_options.theme == u"dark")
    theme = ThemeSetting::Dark;
  m_theme = std::make_unique<ThemeController>(theme);
  m_window = std::make_unique<MainWindow>(*m_workspace, *m_theme);
  m_window->setDemoStarter([this] { startDemo(); });
  if (m_options.size.isValid()) {
    m_window->setWindowState(Qt::WindowNoState);
    m_window->resize(m_options.size);
  }
  connect(m_folder.get(), &DataFolder::received, this, [this](const QString &url) {
    if (url == DemoWord)
      startDemo();
    else if (!url.isEmpty())
      openUrl(url);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
  });
  if (lcUi().isDebugEnabled())
    new StartLog(*m_window, this);
  m_window->show();
}

void Application::openWhatWasAsked() {
  if (m_options.demo)
    startDemo();
  if (!m_options.url.isEmpty())
    withUrl([this](const QString &url) { openUrl(url); });
  if (!m_options.demo && m_options.url.isEmpty())
    for (const QString &profile : m_workspace->lastOpen())
      m_workspace->open(profile);
  if (!m_options.screenshot.isEmpty())
    new Screenshot(*m_window, *m_workspace, m_options.screenshot, this);
}

void Application::withUrl(std::function<void(const QString &url)> go) {
  const Result<QString> read = m_options.url.isEmpty() ? QString() : urlOfLine(m_options.url);
  if (!read)
    return go(m_options.url); // whoever opens it says what is wrong
  m_options.url = *read;
  if (!m_options.passwordStdin) {
    const bool own = m_options.url.isEmpty() || hasPassword(m_options.url);
    return go(own ? m_options.url : urlWithPassword(m_options.url, m_options.password));
  }
  auto *reader = new PasswordReader(STDIN_FILENO, this);
  connect(reader, &PasswordReader::done, this, [this, reader, go](const SecretString &password) {
    reader->deleteLater();
    go(urlWithPassword(m_options.url, password));
  });
}

void Application::startDemo() {
  if (m_demo) {
    if (m_demoProfile.isEmpty())
      return; // it is on its way
    m_workspace->open(m_demoProfile);
    m_window->showProfile(m_demoProfile);
    return;
  }
  m_demo = std::make_unique<DemoServer>();
  connect(m_demo.get(), &DemoServer::ready, this,
          [this](const QString &url) { m_demoProfile = openUrl(url); });
  connect(m_demo.get(), &DemoServer::failed, this, [this](const QString &sentence) {
    QTextStream(stderr) << sentence << Qt::endl;
    Notice notice;
    notice.id = "demo";
    notice.kind = NoticeKind::Err;
    notice.what = sentence;
    m_window->tell(notice);
    m_demo.release()->deleteLater();
  });
  m_demo->start();
}

QString Application::openUrl(const QString &url) {
  const Result<QString> profile = m_workspace->openUrl(url);
  if (profile)
    return *profile;
  const Notice notice = errorNotice(profile.error(), Doing::Connecting, "url");
  QTextStream(stderr) << notice.what << Qt::endl;
  m_window->tell(notice);
  return {};
}

} // namespace oxp
