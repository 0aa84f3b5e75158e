// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/replybound.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace oxp {

namespace {

using namespace std::string_view_literals;

constexpr qint64 KiB = 1024, MiB = 1024 * KiB;
/// Where the number of items is the server's to say: fields of a hash, keys of a SCAN.
constexpr qint64 OpenItems = 262'144;
/// Ids are chosen by people.
constexpr qint64 LongestId = 4 * KiB;
/// A value may have grown since its length was asked, and the longest of all may come with shorter ones.
constexpr qint64 Growth = 16 * MiB;

enum class Shape {
  Small,   ///< a number, a status, a short text
  Value,   ///< one value
  Values,  ///< one value an argument after the key
  Pair,    ///< TIME
  Ranks,   ///< key, from, to: ids
  Texts,   ///< the same of a list, whose items may be long
  Scores,  ///< ids by score, maybe with LIMIT
  Cursor,  ///< a cursor and keys
  Pairs,   ///< a cursor and fields with values, or all of them
  Entries, ///< entries of streams
  Report,  ///< INFO, CLIENT LIST
  Script,  ///< what a script returns
};

struct Row {
  std::string_view verb;
  Shape shape;
};

constexpr std::array Rows{
    Row{"ACL"sv, Shape::Small},
    Row{"AUTH"sv, Shape::Small},
    Row{"CLIENT"sv, Shape::Report},
    Row{"DBSIZE"sv, Shape::Small},
    Row{"DEL"sv, Shape::Small},
    Row{"DISCARD"sv, Shape::Small},
    Row{"EVAL"sv, Shape::Script},
    Row{"EVALSHA"sv, Shape::Script},
    Row{"EVALSHA_RO"sv, Shape::Script},
    Row{"EVAL_RO"sv, Shape::Script},
    Row{"EXEC"sv, Shape::Script},
    Row{"EXISTS"sv, Shape::Small},
    Row{"GET"sv, Shape::Value},
    Row{"HEXISTS"sv, Shape::Small},
    Row{"HGET"sv, Shape::Value},
    Row{"HGETALL"sv, Shape::Pairs},
    Row{"HLEN"sv, Shape::Small},
    Row{"HMGET"sv, Shape::Values},
    Row{"HSCAN"sv, Shape::Pairs},
    Row{"HSET"sv, Shape::Small},
    Row{"HSTRLEN"sv, Shape::Small},
    Row{"INFO"sv, Shape::Report},
    Row{"LINDEX"sv, Shape::Value},
    Row{"LLEN"sv, Shape::Small},
    Row{"LPOS"sv, Shape::Small},
    Row{"LRANGE"sv, Shape::Texts},
    Row{"MULTI"sv, Shape::Small},
    Row{"PING"sv, Shape::Small},
    Row{"PTTL"sv, Shape::Small},
    Row{"SCAN"sv, Shape::Cursor},
    Row{"SCARD"sv, Shape::Small},
    Row{"SELECT"sv, Shape::Small},
    Row{"SISMEMBER"sv, Shape::Small},
    Row{"SSCAN"sv, Shape::Cursor},
    Row{"STRLEN"sv, Shape::Small},
    Row{"TIME"sv, Shape::Pair},
    Row{"TTL"sv, Shape::Small},
    Row{"TYPE"sv, Shape::Small},
    Row{"UNWATCH"sv, Shape::Small},
    Row{"WATCH"sv, Shape::Small},
    Row{"XADD"sv, Shape::Small},
    Row{"XINFO"sv, Shape::Entries},
    Row{"XLEN"sv, Shape::Small},
    Row{"XRANGE"sv, Shape::Entries},
    Row{"XREAD"sv, Shape::Entries},
    Row{"XREVRANGE"sv, Shape::Entries},
    Row{"ZCARD"sv, Shape::Small},
    Row{"ZCOUNT"sv, Shape::Small},
    Row{"ZMSCORE"sv, Shape::Values},
    Row{"ZRANGE"sv, Shape::Ranks},
    Row{"ZRANGEBYSCORE"sv, Shape::Scores},
    Row{"ZRANK"sv, Shape::Small},
    Row{"ZREVRANGE"sv, Shape::Ranks},
    Row{"ZREVRANGEBYSCORE"sv, Shape::Scores},
    Row{"ZREVRANK"sv, Shape::Small},
    Row{"ZSCAN"sv, Shape::Cursor},
    Row{"ZSCORE"sv, Shape::Small},
};
static_assert(std::ranges::is_sorted(Rows, {}, &Row::verb));

qint64 number(const Command &command, size_t at, qint64 otherwise) {
  bool ok = false;
  const qint64 value = at < command.parts().size() ? command.parts()[at].toLongLong(&ok) : 0;
  return ok ? value : otherwise;
}

/// The number behind a word such as COUNT.
std::optional<qint64> after(const Command &command, const char *word, size_t skip = 1) {
  const auto &parts = command.parts();
  for (size_t i = 1; i + skip < parts.size(); ++i) {
    if (parts[i].compare(word, Qt::CaseInsensitive) == 0)
      return std::clamp<qint64>(number(command, i + skip, OpenItems), 0, OpenItems);
  }
  return std::nullopt;
}

qint64 each(const Command &command) {
  const QByteArray &last = command.parts().back();
  return last.compare("WITHSCORES", Qt::CaseInsensitive) == 0 ? 2 : 1;
}

/// Of a range by ranks, which may count from the end.
qint64 ranksOf(const Command &command) {
  const qint64 from = number(command, 2, 0), to = number(command, 3, -1);
  const bool sameEnd = (from < 0) == (to < 0);
  return sameEnd ? std::clamp<qint64>(to - from + 1, 0, OpenItems) : OpenItems;
}

ReplyBound ids(qint64 count) {
  return {Growth + count * LongestId, count};
}

/// Small encodings come as a whole, whatever COUNT says.
qint64 scanned(const Command &command) {
  return 65'536 + 20 * after(command, "COUNT").value_or(10);
}

ReplyBound boundOf(Shape shape, const Command &command, qint64 value) {
  const auto parts = static_cast<qint64>(command.parts().size());
  switch (shape) {
  case Shape::Small:
    return {64 * KiB, 0};
  case Shape::Value:
    return {value, 0};
  case Shape::Values:
    return {value, parts - 2};
  case Shape::Pair:
    return {64 * KiB, 2};
  case Shape::Ranks:
    return ids(each(command) * ranksOf(command));
  case Shape::Texts:
    return {value, ranksOf(command)};
  case Shape::Scores:
    return ids(each(command) * after(command, "LIMIT", 2).value_or(OpenItems));
  case Shape::Cursor:
    return ids(scanned(command));
  case Shape::Pairs:
    return {value, OpenItems};
  case Shape::Entries: // COUNT is of each stream
    return {value, OpenItems};
  case Shape::Report:
    return {64 * MiB, 0};
  case Shape::Script:
    return {Growth, 4 * KiB + parts};
  }
  return {Growth, 65'536};
}

} // namespace

ReplyBound boundFor(const Command &command, qint64 valueBytes) {
  const QByteArray &verb = command.verb();
  const std::string_view word(verb.constData(), static_cast<size_t>(verb.size()));
  const auto row = std::ranges::lower_bound(Rows, word, {}, &Row::verb);
  if (row == Rows.end() || row->verb != word)
    return {Growth, 65'536};
  return boundOf(row->shape, command, Growth + (valueBytes > 0 ? valueBytes : LongestValue));
}

qint64 bytesTogether(std::span<const Command> commands, qint64 valueBytes) {
  qint64 bytes = valueBytes > 0 ? Growth + valueBytes : 2 * LongestValue;
  for (const Command &command : commands)
    bytes = std::max(bytes, boundFor(command, valueBytes).bytes);
  return bytes;
}

} // namespace oxp
