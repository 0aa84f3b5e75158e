// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a server in a line or a tool tip.
#include "base/plaintext.h"
#include "bull/fieldtext.h"
#include "models/format.h"
#include "json/utf8.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace oxp::format {
namespace {

constexpr qsizetype TipBytes = 2'000, TipColumns = 100, TipLines = 24, LabelLines = 40;
constexpr QChar Ellipsis(u'…');

struct SafeText {
  Q_DECLARE_TR_FUNCTIONS(SafeText)
};

class Line {
public:
  explicit Line(bool keepLines)
      : m_keepLines(keepLines) {}

  void reserve(qsizetype units) { m_out.reserve(units); }

  void add(char32_t c, char32_t next) {
    if (plaintext::isCombining(c)) {
      if (m_combining++ < plaintext::MostCombining)
        m_out += QChar::fromUcs4(c);
      else if (m_combining == plaintext::MostCombining + 1)
        m_out += Ellipsis;
      return;
    }
    m_combining = 0;
    if (c == U'\n' || c == U'\t' || c == U'\r')
      addBreak(c);
    else if (isHarmless(c, next))
      m_out += QChar::fromUcs4(c);
    else
      escape(c);
    m_before = c;
  }
  void addBroken(uchar byte) {
    escape(byte);
    m_before = 0;
  }
  qsizetype size() const { return m_out.size(); }
  QString take() { return std::move(m_out); }

private:
  bool isHarmless(char32_t c, char32_t next) const {
    constexpr char32_t NoBreak = 0xA0, NarrowNoBreak = 0x202F; // they look like what they are: spaces
    return c == NoBreak || c == NarrowNoBreak || plaintext::markOf(c).isEmpty() ||
           plaintext::belongsToNeighbours(m_before, c, next);
  }
  void addBreak(char32_t c) {
    if (m_keepLines && c != U'\r')
      m_out += QChar(char16_t(c));
    else if (!m_keepLines)
      m_out += c == U'\n' ? u"\\n"_qs : c == U'\t' ? u"\\t"_qs : u"\\r"_qs;
  }
  void escape(char32_t c) {
    m_out += c < 0x100 ? u"\\x%1"_qs.arg(uint(c), 2, 16, QChar(u'0'))
                       : u"\\u%1"_qs.arg(uint(c), 4, 16, QChar(u'0'));
  }

  QString m_out;
  bool m_keepLines;
  char32_t m_before = 0;
  int m_combining = 0;
};

/// The code point at `p` and its length; length 0 for what is no UTF-8.
std::pair<char32_t, int> read(const uchar *p, const uchar *end) {
  const int length = p < end ? json::utf8Length(p, end) : 0;
  return {length ? json::utf8Decode(p, length) : 0, length};
}

QString wrapped(const QString &text) {
  QStringList lines;
  for (QStringView rest = text; lines.size() < TipLines;) {
    const qsizetype end = rest.indexOf(u'\n');
    QStringView line = end < 0 ? rest : rest.first(end);
    if (line.size() > TipColumns) {
      const qsizetype space = line.first(TipColumns).lastIndexOf(u' ');
      line = line.first(space > TipColumns / 2 ? space + 1 : TipColumns - line[TipColumns].isLowSurrogate());
    }
    lines += line.toString();
    const qsizetype taken = line.size() + (line.size() == end);
    if (taken >= rest.size())
      return lines.join(u'\n');
    rest = rest.sliced(taken);
  }
  return lines.join(u'\n') + Ellipsis;
}

/// As many lines as a label may have.
QStringView firstLines(QStringView text) {
  qsizetype end = -1;
  for (int line = 0; line < LabelLines; ++line)
    if (end = text.indexOf(u'\n', end + 1); end < 0)
      return text;
  return text.first(end);
}

bool isHarmless(QStringView text) {
  int combining = 0;
  for (const QChar c : text) {
    combining = plaintext::isCombining(c.unicode()) ? combining + 1 : 0;
    const bool direction = (c >= QChar(0x200E) && c <= QChar(0x200F)) ||
                           (c >= QChar(0x202A) && c <= QChar(0x202E)) ||
                           (c >= QChar(0x2066) && c <= QChar(0x2069)) || c == QChar(0x061C);
    if (direction || combining > plaintext::MostCombining || (c < u' ' && c != u'\n' && c != u'\t'))
      return false;
  }
  return true;
}

} // namespace

QString safeText(const QByteArray &bytes, qsizetype limit, bool keepLines) {
  Q_ASSERT(limit >= 4); // of a whole character at least
  const bool cut = bytes.size() > limit;
  const QByteArray head = plaintext::withoutColours(cut ? fieldtext::cutUtf8(bytes, limit) : bytes);
  const auto *p = reinterpret_cast<const uchar *>(head.constData());
  const uchar *const end = p + head.size();
  Line line(keepLines);
  line.reserve(head.size() + 1);
  while (p < end && line.size() < limit) { // what is escaped takes more room than bytes
    const auto [c, length] = read(p, end);
    if (length > 0)
      line.add(c, read(p + length, end).first);
    else
      line.addBroken(*p);
    p += std::max(1, length);
  }
  const QString text = line.take();
  return (cut || p < end) && !text.endsWith(Ellipsis) ? text + Ellipsis : text;
}

QString tipText(const QByteArray &bytes) {
  const QString text = wrapped(safeText(bytes, TipBytes, true));
  return text.endsWith(Ellipsis) ? text + u'\n' + SafeText::tr("%1 in all").arg(sizeText(bytes.size()))
                                 : text;
}

QString bounded(const QString &text, qsizetype limit) {
  const QStringView head = firstLines(QStringView(text).left(limit));
  const bool cut = head.size() < text.size();
  if (isHarmless(head))
    return cut ? head.toString() + Ellipsis : text;
  const QString safe = safeText(head.toUtf8(), limit, true);
  return cut && !safe.endsWith(Ellipsis) ? safe + Ellipsis : safe;
}

QString boundedTip(const QString &text) {
  return wrapped(bounded(text));
}

} // namespace oxp::format
