// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <concepts>
#include <initializer_list>
#include <vector>

namespace oxp {

/// One Redis command as bytes: verb and arguments. `Command::of("HGET", key, field)`.
class Command {
public:
  explicit Command(std::vector<QByteArray> parts);

  /// Arguments may be QByteArray, literals, or integers (written in decimal).
  template <typename... Args>
  static Command of(const Args &...args) {
    return Command(std::vector<QByteArray>{bytes(args)...});
  }

  template <typename T>
  Command &add(const T &argument) {
    m_parts.push_back(bytes(argument));
    return *this;
  }

  /// First word in upper case, such as "HGET" or "CLIENT".
  const QByteArray &verb() const { return m_verb; }
  /// Verb (as given) and arguments.
  const std::vector<QByteArray> &parts() const { return m_parts; }
  /// Second word in upper case ("LIST" of CLIENT LIST), empty when there is none.
  QByteArray subcommand() const;

  /// Bytes that appendTo() adds.
  qsizetype wireSize() const;
  /// Appends the RESP form: an array of bulk strings.
  void appendTo(QByteArray &out) const;

  bool operator==(const Command &other) const { return m_parts == other.m_parts; }

private:
  static QByteArray bytes(const QByteArray &value) { return value; }
  static QByteArray bytes(const char *value) { return QByteArray(value); }
  template <std::integral T>
  static QByteArray bytes(T value) {
    return QByteArray::number(value);
  }

  QByteArray m_verb;
  std::vector<QByteArray> m_parts;
};

/// True for what a viewer may send: the read verbs of the viewer ACL that bullmq-protocol 4.23 lists, WATCH
/// and UNWATCH and read-only scripts among them. Everything else counts as a write, MULTI and EXEC too: an
/// unknown verb is never let through.
bool isReadOnly(const Command &command);

/// True for verbs that would change the connection under its Session (AUTH, SELECT, HELLO, RESET, SUBSCRIBE,
/// MONITOR, CLIENT REPLY, …). No session sends them for a caller.
bool changesConnection(const Command &command);

} // namespace oxp
