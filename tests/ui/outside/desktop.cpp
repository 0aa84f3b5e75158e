// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outside/desktop.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace oxp::test {
namespace {

constexpr int StartMs = 30'000, EndMs = 5'000;

/// The processes that have us for a parent, orphans among them.
QList<pid_t> children() {
  QList<pid_t> pids;
  for (const QString &task :
       QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    QFile file(QStringLiteral("/proc/self/task/%1/children").arg(task));
    if (file.open(QIODevice::ReadOnly))
      for (const QByteArray &pid : file.readAll().split(' '))
        if (pid.trimmed().toInt() > 0)
          pids << pid.trimmed().toInt();
  }
  return pids;
}

} // namespace

/// What the bus starts for us loses its parent when that ends: it becomes ours, so that we can end it.
Desktop::Desktop() {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

Desktop::~Desktop() {
  for (QProcess *process : {&m_program, &m_bus, &m_screen}) {
    process->terminate();
    if (process->state() != QProcess::NotRunning && !process->waitForFinished(EndMs)) {
      process->kill();
      process->waitForFinished(EndMs);
    }
  }
  for (QList<pid_t> left = children(); !left.isEmpty(); left = children())
    for (const pid_t pid : left) {
      ::kill(pid, SIGKILL);
      ::waitpid(pid, nullptr, 0);
    }
}

void Desktop::endWithUs(QProcess &process) {
  process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

bool Desktop::startScreen(const QSize &screen) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return false;
  m_screen.setChildProcessModifier([end = ends[1]] {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::fcntl(end, F_SETFD, 0);
  });
  m_screen.start(QStringLiteral("Xvfb"),
                 {QStringLiteral("-displayfd"), QString::number(ends[1]), QStringLiteral("-screen"),
                  QStringLiteral("0"), QStringLiteral("%1x%2x24").arg(screen.width()).arg(screen.height()),
                  QStringLiteral("-nolisten"), QStringLiteral("tcp")});
  ::close(ends[1]);
  QFile number;
  const bool started = m_screen.waitForStarted(StartMs) && number.open(ends[0], QIODevice::ReadOnly);
  m_display = started ? u':' + QString::fromLatin1(number.readLine()).trimmed() : QString();
  ::close(ends[0]);
  return m_display.size() > 1;
}

/// A bus that starts nothing by itself but the one for assistive tools: no keyring, which would ask, and no
/// portal.
QString Desktop::busConfiguration() const {
  const QString services = m_folder.filePath(QStringLiteral("services"));
  const QString name = QStringLiteral("/org.a11y.Bus.service");
  const QString path = m_folder.filePath(QStringLiteral("session.conf"));
  QFile file(path);
  if (!QDir().mkpath(services) ||
      !QFile::copy(QStringLiteral("/usr/share/dbus-1/services") + name, services + name) ||
      !file.open(QIODevice::WriteOnly))
    return {};
  file.write(
      "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><servicedir>" + services.toUtf8() +
      "</servicedir><policy context=\"default\"><allow send_destination=\"*\"/><allow receive_sender=\"*\"/>"
      "<allow own=\"*\"/></policy></busconfig>\n");
  return path;
}

bool Desktop::startBus() {
  endWithUs(m_bus);
  QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
  own.insert(QStringLiteral("DISPLAY"), m_display);
  m_bus.setProcessEnvironment(own);
  m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + busConfiguration(),
                                              QStringLiteral("--nofork"), QStringLiteral("--print-address")});
  if (!m_bus.waitForStarted(StartMs) ||
      !QTest::qWaitFor([this] { return m_bus.canReadLine() || m_bus.state() == QProcess::NotRunning; },
                       StartMs))
    return false;
  m_busAddress = QString::fromLatin1(m_bus.readLine()).trimmed();
  return !m_busAddress.isEmpty();
}

QProcessEnvironment Desktop::environment() const {
  QProcessEnvironment made = QProcessEnvironment::systemEnvironment();
  made.insert(QStringLiteral("DISPLAY"), m_display);
  made.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_busAddress);
  made.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
  made.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
  made.remove(QStringLiteral("WAYLAND_DISPLAY"));
  return made;
}

bool Desktop::start(const QSize &screen, const QString &program, const QStringList &arguments) {
  if (!startScreen(screen))
    m_error = QStringLiteral("Xvfb is needed for this test: ") + m_screen.errorString();
  else if (!startBus())
    m_error = QStringLiteral("dbus-daemon is needed for this test: ") + m_bus.errorString();
  if (!m_error.isEmpty())
    return false;
  endWithUs(m_program);
  m_program.setProcessEnvironment(environment());
  m_program.start(program, arguments);
  if (!m_program.waitForStarted(StartMs))
    m_error = m_program.errorString();
  return m_error.isEmpty();
}

} // namespace oxp::test
