// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace oxp {

/// A stretch of the text that was read, in its characters.
struct TextRange {
  qsizetype start = 0;
  qsizetype length = 0;

  qsizetype end() const { return start + length; }
  bool operator==(const TextRange &) const = default;
};

/// What somebody's text was taken for.
enum class LineForm {
  Nothing,  ///< no text
  Unknown,  ///< none of these; `problem` says where
  Url,      ///< `redis://…`, `rediss://…`, `unix://…`
  Address,  ///< `host`, `host:port`, `[::1]:6379`, `/path`, also with `,password=…` behind it
  RedisCli, ///< `redis-cli -h … -a …`
  Object,   ///< an ioredis, BullMQ or Bull option object, or the call that it stands in
  Settings, ///< `REDIS_URL=…`, `REDIS_HOST=…`, as in .env files and compose files
};

enum class LineField {
  Host,
  Port,
  Socket,
  Database,
  User,
  Password,
  Tls,
  CaFile,
  CertificateFile,
  KeyFile,
  ServerName,
  VerifyName,
  Prefix,
  Name,
  Environment,
  Role,
};

/// Something that the text says and that is not taken over.
struct LeftOut {
  enum class Why {
    WorkersOnly,   ///< an option that only matters to workers
    NotKnownHere,  ///< `process.env.X`, `$X`: a value that this program does not have
    AlwaysChecked, ///< wants certificates not to be checked
    NeedsFile,     ///< a certificate or key that stands in the text itself
    NotNeeded,     ///< Oxpecker finds it out or does it in its own way
    NotThisServer, ///< about something else, or a second server
  };
  QString name; ///< the option's own name, or that of the unknown value; never a value
  Why why = Why::NotNeeded;
  std::optional<LineField> field = std::nullopt; ///< NotKnownHere: what is missing for it

  bool operator==(const LeftOut &) const = default;
};

/// Where and why a text is not understood. Holds no part of a password.
struct LineProblem {
  enum class Kind {
    RawCharacter,   ///< of the password, `word`; to be written as a percent code
    RawPercent,     ///< a % in the password that begins no code
    Port,           ///< no number from 1 to 65535
    Database,       ///< no number from 0
    Ipv6Brackets,   ///< an IPv6 address without brackets
    Scheme,         ///< `word` is no scheme of Redis
    RestAddress,    ///< an address of Upstash's REST service
    SocketPath,     ///< the path of a socket is not absolute
    Option,         ///< `word` is no value for the environment or the role
    OpenQuote,      ///< a quotation mark that is not closed
    OpenBracket,    ///< a bracket that is not closed
    NoValue,        ///< the option `word` has no value
    NoServer,       ///< understood, but it names no server
    Sentinels,      ///< names sentinels instead of the server
    MaskedPassword, ///< the password is only a mask, such as ••••
    NotUnderstood,  ///< none of the forms
    TooLong,        ///< nobody pastes so much
  };
  Kind kind = Kind::NotUnderstood;
  TextRange where;
  QString word;
  QString repaired; ///< the whole text, mended; empty when there is no obvious repair

  bool operator==(const LineProblem &) const = default;
};

/// A text that somebody has for their Redis, taken apart. Nothing in it is ever run.
struct ConnectionLine {
  LineForm form = LineForm::Nothing;
  Endpoint endpoint;
  Credentials credentials;
  QList<QByteArray> prefixes;
  QString name;
  std::optional<Environment> environment;
  bool environmentOfNode = false; ///< NODE_ENV and the like said it
  std::optional<Role> role;

  QList<LineField> said; ///< what the text names; all else are defaults
  QList<LeftOut> leftOut;
  std::vector<TextRange> secrets; ///< to be masked, in order; also where there is a problem
  std::optional<LineProblem> problem;

  bool says(LineField field) const { return said.contains(field); }
  /// The name of the value that is missing for a field; empty when none is.
  QString missing(LineField field) const;
  /// Whether a connection can be tried with it.
  bool isUsable() const;
};

/// Reads a URL, an address, a redis-cli line, an option object (JSON or JavaScript) or settings. Never fails
/// otherwise than by `problem`.
ConnectionLine readConnectionLine(const QString &text);

/// The text with a bullet in the place of each character of a secret.
QString maskedText(const QString &text, const std::vector<TextRange> &secrets);

} // namespace oxp
