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

Result<Reply> runScript(WriteSession &session, const Script &script, const std::vector<QByteArray> &keys,
                        const std::vector<QByteArray> &args, std::stop_token stop) {
  if (script.keyCount != int(keys.size()))
    return fail(ErrorKind::Invalid,
                u"script %1 takes %2 keys, not %3"_qs.arg(QString::fromLatin1(script.name))
                    .arg(script.keyCount)
                    .arg(keys.size()));
  Result<Reply> reply = session.call(scriptCommand("EVALSHA", script.sha1, keys, args), stop);
  // Told before anything of it ran, so sending the whole script cannot run it twice. EVAL also keeps it
  // loaded.
  if (!reply && (reply.error().code == "NOSCRIPT" || refusesCommand(reply.error())))
    return session.call(scriptCommand("EVAL", script.lua, keys, args), stop);
  return reply;
}

} // namespace oxp
