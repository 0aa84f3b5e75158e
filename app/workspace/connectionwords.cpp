// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionwords.h"

#include "models/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace oxp::connectionwords {

namespace {

struct ConnectionWords {
  Q_DECLARE_TR_FUNCTIONS(ConnectionWords)
};

QString percentCode(const QString &letter) {
  return QString::fromLatin1(letter.toUtf8().toPercentEncoding());
}

QString letterName(const QString &letter) {
  return letter.trimmed().isEmpty() ? ConnectionWords::tr("space") : letter;
}

/// Behind `Column 22: `.
QString sentence(const LineProblem &problem) {
  using Kind = LineProblem::Kind;
  const QString word = format::bounded(problem.word, 60);
  switch (problem.kind) {
  case Kind::RawCharacter:
    return ConnectionWords::tr("the password has a raw %1, which ends a URL. Write %2.")
        .arg(letterName(word), percentCode(problem.word));
  case Kind::RawPercent:
    return ConnectionWords::tr("the password has a raw %, which begins a code in a URL. Write %25.");
  case Kind::Port:
    return ConnectionWords::tr(
        "a port is a number from 1 to 65535. Behind a password stands @ and the host.");
  case Kind::Database:
    return ConnectionWords::tr("a database is a number from 0.");
  case Kind::Ipv6Brackets:
    return ConnectionWords::tr("an IPv6 address stands in brackets: [::1]:6379.");
  case Kind::Scheme:
    return ConnectionWords::tr(
               "%1:// is no address of a Redis. It begins with redis://, rediss:// or unix://.")
        .arg(word);
  case Kind::RestAddress:
    return ConnectionWords::tr(
        "this is the address for REST. Workers use the one that begins with rediss://.");
  case Kind::SocketPath:
    return ConnectionWords::tr("a socket has an absolute path: unix:///run/redis.sock.");
  case Kind::Option:
    return ConnectionWords::tr(
        "the environment is local, staging or production, the role viewer or operator.");
  case Kind::OpenQuote:
    return ConnectionWords::tr("the quotation mark is not closed.");
  case Kind::OpenBracket:
    return ConnectionWords::tr("the bracket is not closed.");
  case Kind::NoValue:
    return ConnectionWords::tr("%1 has no value behind it.").arg(word);
  case Kind::NoServer:
    return ConnectionWords::tr("no server is named in it: a host, a socket or a URL.");
  case Kind::Sentinels:
    return ConnectionWords::tr("these are sentinels. Name the primary itself, by host and port.");
  case Kind::MaskedPassword:
    return ConnectionWords::tr("the password is only a mask. Copy the password itself.");
  case Kind::TooLong:
    return ConnectionWords::tr("this is too long for a connection.");
  case Kind::NotUnderstood:
    break;
  }
  return ConnectionWords::tr(
      "this is no URL, host:port, redis-cli line, connection object or REDIS_URL=… line.");
}

QString fieldWord(LineField field) {
  switch (field) {
  case LineField::Host:
    return ConnectionWords::tr("the host");
  case LineField::Port:
    return ConnectionWords::tr("the port");
  case LineField::User:
    return ConnectionWords::tr("the user");
  case LineField::Password:
    return ConnectionWords::tr("the password");
  case LineField::Database:
    return ConnectionWords::tr("the database");
  case LineField::Tls:
    return ConnectionWords::tr("TLS");
  default:
    return ConnectionWords::tr("an option");
  }
}

QString reasonText(LeftOut::Why why, const QString &names) {
  switch (why) {
  case LeftOut::Why::WorkersOnly:
    return ConnectionWords::tr("Left out, only for workers: %1").arg(names);
  case LeftOut::Why::AlwaysChecked:
    return ConnectionWords::tr("Left out, certificates are always checked: %1").arg(names);
  case LeftOut::Why::NeedsFile:
    return ConnectionWords::tr("Left out, to be kept in a file and chosen in the form: %1").arg(names);
  case LeftOut::Why::NotNeeded:
    return ConnectionWords::tr("Left out, not needed here: %1").arg(names);
  case LeftOut::Why::NotThisServer:
    return ConnectionWords::tr("Left out, not of this server: %1").arg(names);
  case LeftOut::Why::NotKnownHere:
    break;
  }
  return ConnectionWords::tr("Not known here: %1").arg(names);
}

constexpr int MostNames = 6;

} // namespace

QString understood(LineForm form) {
  switch (form) {
  case LineForm::Url:
    return ConnectionWords::tr("Understood as a URL");
  case LineForm::Address:
    return ConnectionWords::tr("Understood as an address");
  case LineForm::RedisCli:
    return ConnectionWords::tr("Understood as a redis-cli line");
  case LineForm::Object:
    return ConnectionWords::tr("Understood as a connection object");
  case LineForm::Settings:
    return ConnectionWords::tr("Understood as settings");
  default:
    return {};
  }
}

QString problem(const QString &text, const LineProblem &problem) {
  const qsizetype start = std::min(problem.where.start, text.size());
  const QStringView before = QStringView(text).left(start);
  const qsizetype row = before.count(u'\n') + 1, column = start - before.lastIndexOf(u'\n');
  const QString place = row == 1 ? ConnectionWords::tr("Column %1").arg(column)
                                 : ConnectionWords::tr("Line %1, column %2").arg(row).arg(column);
  return ConnectionWords::tr("%1: %2", "place, problem").arg(place, sentence(problem));
}

QString repair(const LineProblem &problem) {
  using Kind = LineProblem::Kind;
  if (problem.repaired.isEmpty())
    return {};
  switch (problem.kind) {
  case Kind::RawCharacter:
  case Kind::RawPercent:
    return ConnectionWords::tr("Write %1").arg(percentCode(problem.word));
  case Kind::Ipv6Brackets:
    return ConnectionWords::tr("Put it in brackets");
  default:
    return ConnectionWords::tr("Close it");
  }
}

QStringList leftOut(const ConnectionLine &line) {
  using Why = LeftOut::Why;
  QStringList sentences;
  for (const Why why : {Why::AlwaysChecked, Why::NeedsFile, Why::NotKnownHere, Why::WorkersOnly,
                        Why::NotThisServer, Why::NotNeeded}) {
    QStringList names;
    for (const LeftOut &left : line.leftOut)
      if (left.why == why && !(why == Why::NotKnownHere && left.field && !line.says(*left.field)))
        names << format::bounded(left.name, 60);
    if (names.size() > MostNames)
      names = names.mid(0, MostNames) << QStringLiteral("…");
    if (!names.isEmpty())
      sentences << reasonText(why, format::listed(names));
  }
  return sentences;
}

QString missing(const ConnectionLine &line) {
  for (const LineField field : {LineField::Host, LineField::Port, LineField::Password, LineField::User,
                                LineField::Database, LineField::Tls})
    if (const QString name = line.missing(field); !name.isEmpty())
      return ConnectionWords::tr("Understood except %1: %2 has no value here. Fill it in the form.")
          .arg(fieldWord(field), format::bounded(name, 60));
  return {};
}

} // namespace oxp::connectionwords
