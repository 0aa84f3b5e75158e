// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/reply.h"

#include "redis/errorline.h"

#include <algorithm>
#include <array>

namespace oxp {

namespace {

tl::unexpected<Error> unexpectedReply(const Reply &reply, const char *wanted) {
  if (const auto error = reply.error())
    return fail(*error);
  return fail(ErrorKind::Protocol, QStringLiteral("a reply of type %1 where %2 was expected")
                                       .arg(static_cast<int>(reply.type))
                                       .arg(QLatin1StringView(wanted)));
}

bool isText(const Reply &reply) {
  return reply.type == Reply::Type::Bytes || reply.type == Reply::Type::Status;
}

ErrorKind kindOf(const QByteArray &code, const QByteArray &line) {
  if (code == "NOPERM" || code == "DENIED")
    return ErrorKind::Denied;
  if (code == "NOAUTH" || code == "WRONGPASS" || line.startsWith("ERR invalid password"))
    return ErrorKind::Auth;
  return ErrorKind::Server;
}

} // namespace

Result<qint64> Reply::asInt() const {
  if (type == Type::Integer)
    return integer;
  if (type == Type::Bytes) {
    bool ok = false;
    if (const qint64 value = bytes.toLongLong(&ok); ok)
      return value;
  }
  return unexpectedReply(*this, "an integer");
}

Result<QByteArray> Reply::asBytes() const {
  if (isText(*this))
    return bytes;
  if (isNil())
    return fail(ErrorKind::NotFound, QStringLiteral("nil"));
  return unexpectedReply(*this, "bytes");
}

Result<std::optional<QByteArray>> Reply::asOptionalBytes() const {
  if (isNil())
    return std::nullopt;
  if (isText(*this))
    return bytes;
  return unexpectedReply(*this, "bytes");
}

Result<std::vector<Reply>> Reply::asArray() const {
  if (type == Type::Array || isNil())
    return items;
  return unexpectedReply(*this, "an array");
}

Result<std::vector<QByteArray>> Reply::asBytesList() const {
  if (type != Type::Array && !isNil())
    return unexpectedReply(*this, "an array of bytes");
  std::vector<QByteArray> list;
  list.reserve(items.size());
  for (const Reply &item : items) {
    if (!isText(item) && !item.isNil())
      return unexpectedReply(item, "bytes");
    list.push_back(item.isNil() ? QByteArray() : item.bytes);
  }
  return list;
}

std::optional<Error> Reply::error() const {
  if (!isError())
    return std::nullopt;
  return errorFromServer(bytes);
}

Reply Reply::ofNilArray() {
  Reply reply;
  reply.nilArray = true;
  return reply;
}

Reply Reply::ofInt(qint64 value) {
  Reply reply;
  reply.type = Type::Integer;
  reply.integer = value;
  return reply;
}

namespace {

Reply textReply(Reply::Type type, QByteArray bytes) {
  Reply reply;
  reply.type = type;
  reply.bytes = std::move(bytes);
  return reply;
}

} // namespace

Reply Reply::ofStatus(QByteArray text) {
  return textReply(Type::Status, std::move(text));
}
Reply Reply::ofBytes(QByteArray bytes) {
  return textReply(Type::Bytes, std::move(bytes));
}
Reply Reply::ofError(QByteArray text) {
  return textReply(Type::Error, std::move(text));
}

Reply Reply::ofArray(std::vector<Reply> items) {
  Reply reply;
  reply.type = Type::Array;
  reply.items = std::move(items);
  return reply;
}

Error errorFromServer(const QByteArray &line) {
  const QByteArray plain = redis::plainErrorLine(line);
  const qsizetype space = plain.indexOf(' ');
  const QByteArray code = space < 0 ? plain : plain.left(space);
  return Error{kindOf(code, plain), code, QString::fromUtf8(plain), -1};
}

bool isInsideScript(const Error &error) {
  return error.detail.contains(QLatin1StringView("@user_script")) ||
         error.detail.contains(QLatin1StringView(" script: ")) ||
         error.detail.contains(QLatin1StringView("Error running script"));
}

bool refusesCommand(const Error &error) {
  const bool unknown = error.kind == ErrorKind::Server &&
                       error.detail.startsWith(QLatin1StringView("ERR unknown command"), Qt::CaseInsensitive);
  return (unknown || error.code == "NOPERM") && !isInsideScript(error);
}

bool provesNothingDone(const Error &error) {
  // What denies a write is looked at before a script's first one only (Redis 6.0 to 7.2, script.c).
  constexpr std::array BeforeAnyWrite{"OOM", "READONLY", "MISCONF", "NOREPLICAS"};
  constexpr std::array BeforeTheCommand{"NOSCRIPT",  "NOAUTH",     "LOADING",     "BUSY",
                                        "EXECABORT", "MASTERDOWN", "CLUSTERDOWN", "MOVED",
                                        "ASK",       "TRYAGAIN",   "CROSSSLOT"};
  const bool ofServer = error.kind == ErrorKind::Server || error.kind == ErrorKind::Auth;
  const auto holds = [&](const auto &list) {
    return std::any_of(list.begin(), list.end(), [&](const char *code) { return error.code == code; });
  };
  return refusesCommand(error) || (ofServer && holds(BeforeAnyWrite)) ||
         (ofServer && holds(BeforeTheCommand) && !isInsideScript(error));
}

} // namespace oxp
