// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionreading.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace oxp::reading {

namespace {

/// The port behind a host, which is all that may stand there.
void readPort(Reading &reading, const TextRange &range) {
  if (range.length > 0)
    reading.setPort(reading.view(range).toString(), range);
}

bool readIpv6(Reading &reading, const TextRange &range) {
  const QString text = reading.view(range).toString();
  if (text.startsWith(u'[')) {
    const qsizetype close = text.indexOf(u']');
    const bool good = close > 1 && (close + 1 == text.size() || text[close + 1] == u':');
    if (!good)
      reading.problem(LineProblem::Kind::Ipv6Brackets, range);
    else
      reading.setHost(text.mid(1, close - 1));
    if (good && close + 2 < text.size())
      readPort(reading, {range.start + close + 2, text.size() - close - 2});
    return true;
  }
  if (text.count(u':') < 2)
    return false;
  if (!QHostAddress(text).isNull() && text.startsWith(u"::")) {
    reading.setHost(text);
    return true;
  }
  // Which of its groups is the port cannot be told: the last one mostly is.
  const qsizetype colon = text.lastIndexOf(u':');
  const QString mended = QHostAddress(text.left(colon)).isNull()
                             ? u'[' + text + u']'
                             : u'[' + text.left(colon) + u']' + text.mid(colon);
  const bool address = !QHostAddress(text).isNull() || !QHostAddress(text.left(colon)).isNull();
  reading.problem(LineProblem::Kind::Ipv6Brackets, range, {},
                  address ? reading.with(range, mended) : QString());
  return true;
}

bool isHostName(QStringView host) {
  static const QRegularExpression name(u"^[\\p{L}\\p{N}]([\\p{L}\\p{N}._%-]*)$"_qs);
  return name.match(host.toString()).hasMatch();
}

/// `,password=…,ssl=True`, as Azure shows it.
void readListed(Reading &reading, TextRange rest) {
  while (rest.length > 0) {
    qsizetype comma = reading.text.indexOf(u',', rest.start);
    // A key of Azure's ends with '=' and holds no comma.
    comma = comma < 0 || comma > rest.end() ? rest.end() : comma;
    const QStringView item = reading.view({rest.start, comma - rest.start});
    const qsizetype equals = item.indexOf(u'=');
    const QString key = item.left(std::max<qsizetype>(equals, 0)).trimmed().toString().toLower();
    const TextRange where{rest.start + equals + 1, comma - rest.start - equals - 1};
    const QString value = reading.view(where).toString();
    if (key == u"password")
      reading.setPassword(value, where);
    else if (key == u"user" || key == u"username")
      reading.setUser(value);
    else if (key == u"ssl" || key == u"tls")
      reading.setTls(value.compare(u"true"_qs, Qt::CaseInsensitive) == 0);
    else if (key == u"defaultdatabase")
      reading.setDatabase(value, where);
    else if (key == u"sslhost")
      reading.setTlsWord(LineField::ServerName, value);
    else if (!key.isEmpty())
      reading.leaveOut(key, LeftOut::Why::NotNeeded);
    else
      reading.secret(where);
    rest = {std::min(comma + 1, rest.end()), std::max<qsizetype>(rest.end() - comma - 1, 0)};
  }
}

/// `user:password@host:port/db`: a URL whose scheme was not copied.
bool readWithoutScheme(Reading &reading, const TextRange &range) {
  const QStringView text = reading.view(range);
  if (!text.contains(u'@') && !text.contains(u'/'))
    return false;
  constexpr qsizetype Added = 8; // redis://
  Reading url(u"redis://"_qs + text.toString());
  readUrl(url, {0, url.text.size()});
  ConnectionLine &line = url.line;
  for (TextRange &secret : line.secrets)
    secret.start += range.start - Added;
  if (line.problem) {
    line.problem->where.start += range.start - Added;
    if (!line.problem->repaired.isEmpty())
      line.problem->repaired = reading.with(range, line.problem->repaired.mid(Added));
  }
  line.form = reading.line.form;
  reading.line = line;
  return true;
}

} // namespace

void readHostAndPort(Reading &reading, const TextRange &range) {
  if (readIpv6(reading, range))
    return;
  const QStringView text = reading.view(range);
  const qsizetype colon = text.indexOf(u':');
  const QStringView host = colon < 0 ? text : text.left(colon);
  if (!isHostName(host) && !(host.isEmpty() && colon == 0))
    return reading.problem(LineProblem::Kind::NotUnderstood,
                           {range.start, std::max<qsizetype>(host.size(), 1)});
  if (!host.isEmpty())
    reading.setHost(QString::fromUtf8(QByteArray::fromPercentEncoding(host.toUtf8())));
  if (colon >= 0)
    readPort(reading, {range.start + colon + 1, text.size() - colon - 1});
}

void readAddress(Reading &reading, const TextRange &range) {
  const QStringView text = reading.view(range);
  if (text.startsWith(u"unix:"))
    return reading.setSocket(text.sliced(5).toString(), range);
  if (text.startsWith(u'/'))
    return reading.setSocket(text.toString(), range);
  qsizetype end = 0;
  while (end < text.size() && text[end] != u',' && !text[end].isSpace())
    ++end;
  const TextRange place{range.start, end};
  const TextRange behind{range.start + end + 1, std::max<qsizetype>(range.length - end - 1, 0)};
  static const QRegularExpression option(u"^\\s*[A-Za-z]+="_qs);
  const bool listed =
      option.match(reading.view({std::min(behind.start, range.end()), behind.length}).toString()).hasMatch();
  const bool isUrl = readWithoutScheme(reading, listed ? place : range);
  if (!isUrl)
    readHostAndPort(reading, place);
  if (listed)
    return readListed(reading, behind);
  if (isUrl || reading.line.problem || behind.length == 0)
    return;
  const QString port = reading.view(behind).trimmed().toString();
  if (!reading.line.says(LineField::Port) && port.toInt() > 0)
    return reading.setPort(port, behind); // `host port`, as for telnet
  reading.problem(LineProblem::Kind::NotUnderstood, behind);
}

} // namespace oxp::reading
