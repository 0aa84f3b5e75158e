// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/scriptregistry.h"

#include "redis/session.h"

namespace oxp {

using namespace Qt::StringLiterals;

namespace {

Command scriptCommand(const char *verb, const QByteArray &body, const std::vector<QByteArray> &keys,
                      const std::vector<QByteArray> &args) {
  Command command = Command::of(verb, body, qint64(keys.size()));
  for (const QByteArray &key : keys)
    command.add(key);
  for (const QByteArray &arg : args)
    command.add(arg);
  return command;
}

} // namespace

Result<Reply> runScript(WriteSession &session, const Script &script, ScriptBody body,
                        const std::vector<QByteArray> &keys, const std::vector<QByteArray> &args,
                        std::stop_token stop) {
  if (script.keyCount != int(keys.size()))
    return fail(ErrorKind::Invalid,
                u"script %1 takes %2 keys, not %3"_qs.arg(QString::fromLatin1(script.name))
                    .arg(script.keyCount)
                    .arg(keys.size()));
  const bool byHash = body == ScriptBody::Hash;
  return session.call(
      scriptCommand(byHash ? "EVALSHA" : "EVAL", byHash ? script.sha1 : script.lua, keys, args), stop);
}

Result<bool> holdsScript(WriteSession &session, const Script &script, std::stop_token stop) {
  const auto reply = session.call(Command::of("SCRIPT", "EXISTS", script.sha1), stop);
  if (!reply)
    return fail(reply.error());
  if (reply->items.size() != 1 || reply->items.front().type != Reply::Type::Integer)
    return fail(ErrorKind::Protocol, u"SCRIPT EXISTS answered something else"_qs);
  return reply->items.front().integer != 0;
}

} // namespace oxp
