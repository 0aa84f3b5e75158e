// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace oxp {

/// One RESP2 reply as a value.
struct Reply {
  enum class Type { Nil, Integer, Status, Bytes, Array, Error };

  Type type = Type::Nil;
  qint64 integer = 0;
  QByteArray bytes;         ///< of Status, Bytes and Error
  std::vector<Reply> items; ///< of Array
  bool nilArray = false; ///< a Nil that came as an array: an EXEC that WATCH undid, never a script's answer

  bool isNil() const { return type == Type::Nil; }
  bool isError() const { return type == Type::Error; }
  bool isArray() const { return type == Type::Array; }

  /// An Integer, or Bytes that are one in decimal. Otherwise the server's error, or Protocol.
  Result<qint64> asInt() const;
  /// Bytes or a Status; NotFound for Nil.
  Result<QByteArray> asBytes() const;
  /// Like asBytes, with nothing for Nil.
  Result<std::optional<QByteArray>> asOptionalBytes() const;
  /// The items; empty for Nil (an EXEC that WATCH undid is Nil: ask isNil first).
  Result<std::vector<Reply>> asArray() const;
  /// A list of byte strings; a Nil inside becomes a null QByteArray.
  Result<std::vector<QByteArray>> asBytesList() const;
  /// The server's error of this reply as a value, nothing when it is none.
  std::optional<Error> error() const;

  static Reply nil() { return {}; }
  static Reply ofNilArray();
  static Reply ofInt(qint64 value);
  static Reply ofStatus(QByteArray text);
  static Reply ofBytes(QByteArray bytes);
  static Reply ofError(QByteArray text);
  static Reply ofArray(std::vector<Reply> items);

  bool operator==(const Reply &) const = default;
};

/// What a server's error line means: NOPERM is Denied, NOAUTH, WRONGPASS and refused passwords are Auth, all
/// else Server; `code` is the line's first word (OOM, LOADING, NOSCRIPT, …).
Error errorFromServer(const QByteArray &line);

/// Whether an error came from inside a script, which may have changed something by then (Redis 5 to 7.2).
bool isInsideScript(const Error &error);
/// Whether the server does not know the command that was sent, or keeps it from this user: it has not run.
bool refusesCommand(const Error &error);
/// Whether an error reply proves that nothing of what was sent was carried out. Redis refuses with these
/// before a command runs, and inside a script only before its first write. Anything else proves nothing.
bool provesNothingDone(const Error &error);

} // namespace oxp
