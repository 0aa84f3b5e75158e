// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"

#include "bull/fieldtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cstdlib>

namespace oxp::format {
namespace {

constexpr qsizetype LongestMessage = 1'000; // bytes
constexpr qint64 Second = 1'000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour;

struct Format {
  Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr qint64 ClockTolerance = 5 * Second; ///< clocks that differ by less are taken to agree

struct Span {
  qint64 unit;
  const char *past, *future, *ahead;
};
constexpr std::array Spans = {
    Span{Second, QT_TRANSLATE_NOOP("Format", "%1 s ago"), QT_TRANSLATE_NOOP("Format", "in %1 s"),
         QT_TRANSLATE_NOOP("Format", "%1 s ahead")},
    Span{Minute, QT_TRANSLATE_NOOP("Format", "%1 min ago"), QT_TRANSLATE_NOOP("Format", "in %1 min"),
         QT_TRANSLATE_NOOP("Format", "%1 min ahead")},
    Span{Hour, QT_TRANSLATE_NOOP("Format", "%1 h ago"), QT_TRANSLATE_NOOP("Format", "in %1 h"),
         QT_TRANSLATE_NOOP("Format", "%1 h ahead")},
    Span{Day, QT_TRANSLATE_NOOP("Format", "%1 d ago"), QT_TRANSLATE_NOOP("Format", "in %1 d"),
         QT_TRANSLATE_NOOP("Format", "%1 d ahead")},
};

const Span &spanFor(qint64 distance) {
  return distance < Minute ? Spans[0] : distance < Hour ? Spans[1] : distance < Day ? Spans[2] : Spans[3];
}

/// Two units at most: `3 min 20 s`.
QString twoUnits(const char *text, qint64 large, qint64 small) {
  return Format::tr(text).arg(large).arg(small);
}

bool isClassName(QStringView text) {
  if (text.isEmpty() || text.size() > 60 || !(text.front().isUpper() || text.front() == u'_'))
    return false;
  for (const QChar c : text)
    if (!c.isLetterOrNumber() && c != u'_' && c != u'.' && c != u'$')
      return false;
  return true;
}

/// `pair`: how two stand one after the other; it is folded over the rest.
QString folded(const QStringList &parts, const QString &pair) {
  QString all;
  for (const QString &part : parts)
    if (!part.isEmpty())
      all = all.isEmpty() ? part : pair.arg(all, part);
  return all;
}

QString firstLine(const QString &text) {
  const qsizetype end = text.indexOf(u"\\n"_qs);
  return end < 0 ? text : text.first(end);
}

} // namespace

QString listed(const QStringList &things) {
  return folded(things, Format::tr("%1, %2", "things of a kind"));
}

QString joined(const QStringList &parts) {
  return folded(parts, Format::tr("%1, %2", "what is said of one thing"));
}

QString missing() {
  return u"–"_qs;
}

QString relativeTime(qint64 ms, qint64 now) {
  if (ms <= 0)
    return missing();
  const qint64 distance = std::llabs(now - ms);
  if (distance >= 7 * Day)
    return date(ms);
  const Span &span = spanFor(distance);
  return Format::tr(ms > now ? span.future : span.past).arg(distance / span.unit);
}

QString pastTime(qint64 ms, qint64 now) {
  const qint64 distance = ms - now;
  if (distance <= 0 || distance >= 7 * Day)
    return relativeTime(ms, now);
  if (!isAhead(ms, now))
    return relativeTime(now, now);
  const Span &span = spanFor(distance);
  return Format::tr(span.ahead).arg(distance / span.unit);
}

bool isAhead(qint64 ms, qint64 now) {
  return ms - now > ClockTolerance;
}

QString date(qint64 ms) {
  return QDateTime::fromMSecsSinceEpoch(ms).toString(u"yyyy-MM-dd");
}

QString timeOfDay(const QTime &time) {
  return time.toString(u"HH:mm:ss");
}

QString exactTime(qint64 ms) {
  if (ms <= 0)
    return missing();
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
  const int offset = time.offsetFromUtc() / 60;
  const int minutes = std::abs(offset);
  return time.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_qs) + u"%1%2:%3"_qs.arg(QChar(offset < 0 ? u'-' : u'+'))
                                                             .arg(minutes / 60, 2, 10, QChar(u'0'))
                                                             .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString duration(qint64 ms) {
  if (ms < 0)
    return missing();
  if (ms < Second)
    return Format::tr("%1 ms").arg(ms);
  if (ms < Minute)
    return Format::tr("%1 s").arg(QLocale().toString(double(ms / 100) / 10, 'f', ms % Second < 100 ? 0 : 1));
  // "every 10 min", not "every 10 min 0 s".
  if (ms < Hour)
    return ms % Minute / Second == 0
               ? Format::tr("%1 min").arg(ms / Minute)
               : twoUnits(QT_TRANSLATE_NOOP("Format", "%1 min %2 s"), ms / Minute, ms % Minute / Second);
  if (ms < Day)
    return ms % Hour / Minute == 0
               ? Format::tr("%1 h").arg(ms / Hour)
               : twoUnits(QT_TRANSLATE_NOOP("Format", "%1 h %2 min"), ms / Hour, ms % Hour / Minute);
  if (ms % Day / Hour == 0)
    return Format::tr("%1 d").arg(ms / Day);
  return twoUnits(QT_TRANSLATE_NOOP("Format", "%1 d %2 h"), ms / Day, ms % Day / Hour);
}

QString sizeText(qint64 bytes) {
  if (bytes < 0)
    return missing();
  if (bytes < 1'000)
    return Format::tr("%1 B").arg(bytes);
  if (bytes < 999'950)
    return Format::tr("%1 KB").arg(QLocale().toString(double(bytes) / 1e3, 'f', 1));
  if (bytes < 999'950'000)
    return Format::tr("%1 MB").arg(QLocale().toString(double(bytes) / 1e6, 'f', 1));
  return Format::tr("%1 GB").arg(QLocale().toString(double(bytes) / 1e9, 'f', 1));
}

QString exactSize(qint64 bytes) {
  const int count =
      int(qMin<qint64>(bytes, INT_MAX)); // by itself: lupdate loops over `<` among the arguments
  return bytes < 0 ? missing() : Format::tr("%L1 byte(s)", nullptr, count).arg(bytes);
}

QString number(qint64 value) {
  return QLocale().toString(value);
}

QString compactNumber(qint64 value) {
  const bool chinese = QLocale().language() == QLocale::Chinese;
  const auto scaled = [value](double unit) {
    const double number = double(value) / unit;
    const bool tenths = number < 10 && qint64(number * 10) % 10 != 0;
    return QLocale().toString(double(qint64(number * 10)) / 10, 'f', tenths ? 1 : 0);
  };
  if (value < 10'000 && (chinese || value < 1'000))
    return number(value);
  if (chinese)
    return value < 100'000'000 ? scaled(1e4) + u" 万"_qs : scaled(1e8) + u" 亿"_qs;
  if (value < 1'000'000)
    return Format::tr("%1 k").arg(scaled(1e3));
  return value < 1'000'000'000 ? Format::tr("%1 M").arg(scaled(1e6)) : Format::tr("%1 G").arg(scaled(1e9));
}

ErrorParts errorParts(const QByteArray &reason) {
  // A class name is short and stands at the start: the rest of a long reason need not be decoded.
  const QString line =
      firstLine(safeText(fieldtext::cutUtf8(reason, 2 * LongestMessage).trimmed(), LongestMessage));
  const qsizetype colon = line.indexOf(u": "_qs);
  if (colon > 0 && isClassName(QStringView(line).first(colon)))
    return {line.first(colon), line.sliced(colon + 2)};
  return {{}, line};
}

} // namespace oxp::format
