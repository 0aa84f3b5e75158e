// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passwordreader.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>
#include <termios.h>
#include <unistd.h>

namespace oxp {

namespace {
constexpr qsizetype LongestPassword = 64 * 1024;
} // namespace

PasswordReader::PasswordReader(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Read, this)) {
  setEcho(false);
  connect(m_notifier, &QSocketNotifier::activated, this, &PasswordReader::readSome);
}

PasswordReader::~PasswordReader() {
  setEcho(true);
  if (!m_bytes.isEmpty())
    explicit_bzero(m_bytes.data(), size_t(m_bytes.size()));
}

void PasswordReader::readSome() {
  std::array<char, 4096> buffer;
  const ssize_t got = ::read(m_descriptor, buffer.data(), buffer.size());
  if (got < 0 && (errno == EAGAIN || errno == EINTR))
    return;
  if (got > 0)
    m_bytes.append(buffer.data(), got);
  explicit_bzero(buffer.data(), buffer.size());
  if (got <= 0 || m_bytes.contains('\n') || m_bytes.size() > LongestPassword)
    finish();
}

void PasswordReader::finish() {
  if (m_done)
    return;
  m_done = true;
  m_notifier->setEnabled(false);
  setEcho(true);
  const qsizetype end = m_bytes.indexOf('\n');
  QByteArray line = end < 0 ? m_bytes : m_bytes.left(end);
  if (line.endsWith('\r'))
    line.chop(1);
  emit done(SecretString(std::move(line)));
}

void PasswordReader::setEcho(bool on) {
  termios settings{};
  if ((on && !m_silent) || ::tcgetattr(m_descriptor, &settings) != 0)
    return; // no terminal
  if (on)
    settings.c_lflag |= tcflag_t(ECHO);
  else
    settings.c_lflag &= ~tcflag_t(ECHO);
  ::tcsetattr(m_descriptor, TCSANOW, &settings);
  m_silent = !on;
}

} // namespace oxp
