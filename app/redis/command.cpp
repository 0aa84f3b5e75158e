// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/command.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <string_view>

namespace oxp {

namespace {

using namespace std::string_view_literals;

// The viewer's verbs of bullmq-protocol 4.23, sorted. What changes the connection itself (AUTH, SELECT,
// SUBSCRIBE, MULTI, …) is in that list too and left out here: the session does it, or nobody.
constexpr std::array ReadVerbs{
    "COMMAND"sv,
    "DBSIZE"sv,
    "EVALSHA_RO"sv,
    "EVAL_RO"sv,
    "EXISTS"sv,
    "GET"sv,
    "HEXISTS"sv,
    "HGET"sv,
    "HGETALL"sv,
    "HLEN"sv,
    "HMGET"sv,
    "HSCAN"sv,
    "HSTRLEN"sv,
    "INFO"sv,
    "LINDEX"sv,
    "LLEN"sv,
    "LPOS"sv,
    "LRANGE"sv,
    "PING"sv,
    "PTTL"sv,
    "SCAN"sv,
    "SCARD"sv,
    "SISMEMBER"sv,
    "SMEMBERS"sv,
    "SSCAN"sv,
    "STRLEN"sv,
    "TIME"sv,
    "TTL"sv,
    "TYPE"sv,
    "UNWATCH"sv,
    "WATCH"sv,
    "XLEN"sv,
    "XRANGE"sv,
    "XREAD"sv,
    "XREVRANGE"sv,
    "ZCARD"sv,
    "ZCOUNT"sv,
    "ZMSCORE"sv,
    "ZRANGE"sv,
    "ZRANGEBYSCORE"sv,
    "ZRANK"sv,
    "ZREVRANGE"sv,
    "ZREVRANGEBYSCORE"sv,
    "ZREVRANK"sv,
    "ZSCAN"sv,
    "ZSCORE"sv,
};
static_assert(std::is_sorted(ReadVerbs.begin(), ReadVerbs.end()));

// Verbs of which only some second words read.
constexpr std::array ReadSubcommands{
    "ACL DRYRUN"sv,    "ACL WHOAMI"sv,      "CLIENT GETNAME"sv, "CLIENT ID"sv,
    "CLIENT LIST"sv,   "CLIENT NO-EVICT"sv, "MEMORY USAGE"sv,   "OBJECT ENCODING"sv,
    "SCRIPT EXISTS"sv, "SCRIPT LOAD"sv,     "XINFO STREAM"sv,
};

constexpr std::array ConnectionVerbs{
    "ASKING"sv,    "AUTH"sv,     "HELLO"sv,        "MONITOR"sv,      "PSUBSCRIBE"sv,  "PSYNC"sv,
    "QUIT"sv,      "READONLY"sv, "READWRITE"sv,    "RESET"sv,        "SELECT"sv,      "SSUBSCRIBE"sv,
    "SUBSCRIBE"sv, "SYNC"sv,     "PUNSUBSCRIBE"sv, "SUNSUBSCRIBE"sv, "UNSUBSCRIBE"sv,
};

std::string_view view(const QByteArray &bytes) {
  return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

template <typename List>
bool holds(const List &list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void appendLength(QByteArray &out, char kind, qsizetype length) {
  out.append(kind).append(QByteArray::number(length)).append("\r\n", 2);
}

qsizetype digits(qsizetype value) {
  qsizetype count = 1;
  for (; value >= 10; value /= 10)
    ++count;
  return count;
}

} // namespace

Command::Command(std::vector<QByteArray> parts)
    : m_parts(std::move(parts)) {
  if (!m_parts.empty())
    m_verb = m_parts.front().toUpper();
}

QByteArray Command::subcommand() const {
  return m_parts.size() > 1 ? m_parts[1].toUpper() : QByteArray();
}

qsizetype Command::wireSize() const {
  qsizetype size = 3 + digits(static_cast<qsizetype>(m_parts.size()));
  for (const QByteArray &part : m_parts)
    size += 5 + digits(part.size()) + part.size();
  return size;
}

void Command::appendTo(QByteArray &out) const {
  appendLength(out, '*', static_cast<qsizetype>(m_parts.size()));
  for (const QByteArray &part : m_parts) {
    appendLength(out, '$', part.size());
    out.append(part).append("\r\n", 2);
  }
}

bool isReadOnly(const Command &command) {
  if (holds(ReadVerbs, view(command.verb())))
    return true;
  const QByteArray words = command.verb() + ' ' + command.subcommand();
  return holds(ReadSubcommands, view(words));
}

bool changesConnection(const Command &command) {
  if (holds(ConnectionVerbs, view(command.verb())))
    return true;
  return command.verb() == "CLIENT" &&
         (command.subcommand() == "REPLY" || command.subcommand() == "TRACKING");
}

} // namespace oxp
