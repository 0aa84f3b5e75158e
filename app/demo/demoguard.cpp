// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoguard.h"

#include <QFile>
#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace oxp {

namespace {

constexpr qsizetype KeptOutput = 4096;

/// $1 = the folder, the rest = the server and its arguments. The launcher ends at once, so that the window
/// has no child to wait for. The guard (the outer subshell) waits for the server; the inner one reads from
/// the window's pipe, whose end means that the window is gone. A terminal's signals are for the window: the
/// guard outlasts them. The server keeps nothing on disk, so it can be killed without a loss.
constexpr char Script[] = R"sh(
folder=$1
shift
exec 3<&0
(
  trap '' HUP INT QUIT TERM PIPE
  umask 077
  "$@" </dev/null 3<&- &
  server=$!
  exec >/dev/null 2>&1
  ( while read -r _; do :; done; kill -KILL "$server" ) <&3 &
  watch=$!
  exec 3<&-
  wait "$server"
  kill -KILL "$watch"
  rm -rf -- "$folder"
) &
)sh";

struct Pipe {
  int read = -1;
  int write = -1;

  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) == 0)
      read = ends[0], write = ends[1];
  }
  ~Pipe() {
    for (const int end : {read, write})
      if (end >= 0)
        ::close(end);
  }
  Pipe(const Pipe &) = delete;
  Pipe &operator=(const Pipe &) = delete;
  bool isOpen() const { return read >= 0; }
};

tl::unexpected<Error> systemError(int number) {
  return fail(ErrorKind::Unsupported, QString::fromLocal8Bit(std::strerror(number)));
}

/// How the launcher is started: in a session of its own, with no signal blocked.
class SpawnSettings {
public:
  SpawnSettings(int input, int output) {
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(const SpawnSettings &) = delete;
  SpawnSettings &operator=(const SpawnSettings &) = delete;

  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
};

} // namespace

DemoGuard::DemoGuard(QObject *parent)
    : QObject(parent) {}

DemoGuard::~DemoGuard() {
  delete m_notifier;
  for (const int end : {m_hold, m_report})
    if (end >= 0)
      ::close(end);
  reap();
}

Result<void> DemoGuard::start(const QString &folder, const QStringList &command) {
  Pipe hold;
  Pipe report;
  if (!hold.isOpen() || !report.isOpen())
    return systemError(errno);
  if (auto spawned = spawn(folder, command, hold.read, report.write); !spawned)
    return spawned;
  m_hold = std::exchange(hold.write, -1);
  m_report = std::exchange(report.read, -1);
  ::fcntl(m_report, F_SETFL, O_NONBLOCK);
  m_notifier = new QSocketNotifier(m_report, QSocketNotifier::Read, this);
  connect(m_notifier, &QSocketNotifier::activated, this, &DemoGuard::listen);
  return {};
}

Result<void> DemoGuard::spawn(const QString &folder, const QStringList &command, int input, int output) {
  std::vector<QByteArray> words{"sh", "-c", Script, "oxpecker-demo", QFile::encodeName(folder)};
  for (const QString &word : command)
    words.push_back(QFile::encodeName(word));
  std::vector<char *> arguments;
  for (QByteArray &word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const SpawnSettings settings(input, output);
  const int error =
      posix_spawn(&m_launcher, "/bin/sh", &settings.files, &settings.attributes, arguments.data(), environ);
  if (error == 0)
    return {};
  m_launcher = -1;
  return systemError(error);
}

void DemoGuard::listen() {
  reap();
  char buffer[1024];
  const ssize_t got = ::read(m_report, buffer, sizeof buffer);
  if (got > 0) {
    m_said = (m_said + QByteArray(buffer, got)).right(KeptOutput);
    return;
  }
  if (got < 0 && (errno == EAGAIN || errno == EINTR))
    return;
  m_notifier->setEnabled(false);
  const QByteArray text = m_said.trimmed();
  emit ended(QString::fromLocal8Bit(text.mid(text.lastIndexOf('\n') + 1)));
}

/// The launcher has ended long before anybody comes here, unless the demo is closed in its first moment.
void DemoGuard::reap() {
  if (m_launcher > 0 && ::waitpid(m_launcher, nullptr, WNOHANG) == m_launcher)
    m_launcher = -1;
}

} // namespace oxp
