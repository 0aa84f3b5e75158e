// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/errorline.h"

#include <algorithm>

namespace oxp::redis {

namespace {

constexpr qsizetype LongestLine = 300;
/// An argument is known by its beginning. Shorter ones may stand in a line by chance.
constexpr qsizetype ShortestEcho = 8, Beginning = 12;

QByteArray onOneLine(QByteArray text) {
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < ' '; }, ' ');
  return text;
}

QByteArray cutAt(const QByteArray &line, qsizetype at) {
  return at < 0 ? line : line.left(at).trimmed() + "…";
}

QByteArray withoutArguments(QByteArray line, const Command &command) {
  const std::vector<QByteArray> &parts = command.parts();
  const bool bySha = command.verb().startsWith("EVALSHA"); // which script it was may be told
  for (size_t i = bySha ? 2 : 1; i < parts.size(); ++i) {
    if (parts[i].size() >= ShortestEcho)
      line = cutAt(line, line.indexOf(onOneLine(parts[i].left(Beginning))));
  }
  return line;
}

} // namespace

QByteArray plainErrorLine(const QByteArray &line) {
  QByteArray plain = onOneLine(line.left(LongestLine));
  const qsizetype arguments = plain.indexOf(", with args beginning with");
  return arguments < 0 ? plain : plain.left(arguments);
}

void dropEchoes(Reply &reply, std::span<const Command> commands) {
  if (reply.isError()) {
    reply.bytes = plainErrorLine(reply.bytes);
    for (const Command &command : commands)
      reply.bytes = withoutArguments(std::move(reply.bytes), command);
  }
  for (Reply &item : reply.items)
    dropEchoes(item, commands);
}

} // namespace oxp::redis
