// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/bulk/monitor.h"

namespace oxp::test {
namespace {

constexpr int PatienceMs = 30'000;
const QByteArray Last = "the monitor has seen enough";

/// Of `+<time> [<database> <client>] "word" "word"`. Only where words end matters here: what is escaped in
/// them stays so.
QByteArrayList wordsOf(const QByteArray &line) {
  QByteArrayList words;
  bool inWord = false;
  for (qsizetype i = line.indexOf("] \""); i >= 0 && i < line.size(); ++i) {
    if (line[i] == '"') {
      inWord = !inWord;
      if (inWord)
        words << QByteArray();
    } else if (inWord) {
      words.last() += line[i];
      if (line[i] == '\\' && i + 1 < line.size())
        words.last() += line[++i];
    }
  }
  return words;
}

/// `[<database> lua]` is a script's.
bool isFromInside(const QByteArray &line) {
  return line.left(line.indexOf(']')).endsWith(" lua");
}

} // namespace

bool Monitor::start(const QString &socketPath) {
  m_socket.connectToServer(socketPath);
  if (!m_socket.waitForConnected(PatienceMs) || m_socket.write("MONITOR\r\n") < 0)
    return false;
  while (!m_socket.canReadLine()) {
    if (!m_socket.waitForReadyRead(PatienceMs))
      return false;
  }
  return m_socket.readLine().startsWith("+OK");
}

/// Its own last words come behind all that was sent before.
std::vector<Seen> Monitor::stop() {
  QLocalSocket other;
  other.connectToServer(m_socket.fullServerName());
  if (!other.waitForConnected(PatienceMs) || other.write("ECHO \"" + Last + "\"\r\n") < 0 ||
      !other.waitForReadyRead(PatienceMs))
    return {};
  std::vector<Seen> seen;
  for (;;) {
    while (!m_socket.canReadLine()) {
      if (!m_socket.waitForReadyRead(PatienceMs))
        return {};
    }
    const QByteArray line = m_socket.readLine();
    QByteArrayList words = wordsOf(line);
    if (words.contains(Last))
      return seen;
    if (!isFromInside(line))
      seen.push_back({std::move(words)});
    else if (!seen.empty())
      seen.back().inside.push_back(std::move(words));
  }
}

} // namespace oxp::test
