// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/markedtext.h"

#include "base/plaintext.h"
#include "json/utf8.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr QChar HairSpace(0x200A); ///< parts one mark from the next
constexpr int MostAlike = 3;       ///< marks in a row; more are told by their number

class Maker {
public:
  explicit Maker(QByteArrayView utf8)
      : m_begin(reinterpret_cast<const uchar *>(utf8.data()))
      , m_end(m_begin + utf8.size()) {
    m_made.text.reserve(utf8.size());
    m_made.bytes.reserve(size_t(utf8.size()) + 1);
  }

  MarkedText make() {
    for (const uchar *p = m_begin; p < m_end;)
      p = take(p);
    m_made.bytes.push_back(quint32(m_end - m_begin));
    return std::move(m_made);
  }

private:
  struct Read {
    char32_t c = 0;
    int length = 1;
    bool valid = true;
  };
  Read read(const uchar *p) const {
    if (p >= m_end)
      return {0, 0, true};
    const int length = json::utf8Length(p, m_end);
    return length > 0 ? Read{json::utf8Decode(p, length), length, true} : Read{*p, 1, false};
  }

  const uchar *take(const uchar *p) {
    const Read now = read(p);
    if (!now.valid)
      return mark(p, now, u'x' + QString::number(uint(now.c), 16).toUpper()); // two digits: 80 and above
    if (plaintext::isCombining(now.c))
      return combining(p, now);
    m_combining = 0;
    const QString name = plaintext::markOf(now.c);
    if (name.isEmpty() || plaintext::belongsToNeighbours(m_before, now.c, read(p + now.length).c)) {
      m_before = now.c;
      for (const char16_t unit : QChar::fromUcs4(now.c))
        put(QChar(unit), p);
      return p + now.length;
    }
    m_before = now.c;
    return mark(p, now, name);
  }

  /// A name, and how often in a row.
  const uchar *mark(const uchar *p, const Read &one, const QString &name) {
    m_before = 0;
    const uchar *stop = p;
    int times = 0;
    for (Read next = one; stop < m_end && next.c == one.c && next.valid == one.valid; next = read(stop)) {
      stop += next.length;
      ++times;
    }
    if (times <= MostAlike)
      return putMark(name, p, p + one.length);
    return putMark(name + QChar(0xD7) + QString::number(times), p, stop);
  }

  const uchar *combining(const uchar *p, const Read &one) {
    if (m_combining++ < plaintext::MostCombining) {
      for (const char16_t unit : QChar::fromUcs4(one.c))
        put(QChar(unit), p);
      return p + one.length;
    }
    const uchar *stop = p;
    int times = 0;
    for (Read next = one; stop < m_end && next.valid && plaintext::isCombining(next.c); next = read(stop)) {
      stop += next.length;
      ++times;
    }
    return putMark(QString(QChar(0x25CC)) + QChar(0xD7) + QString::number(times), p, stop);
  }

  const uchar *putMark(const QString &name, const uchar *from, const uchar *to) {
    const int start = int(m_made.text.size());
    put(HairSpace, from);
    for (const QChar c : name)
      put(c, from);
    put(HairSpace, from);
    m_made.marks.push_back({start, int(m_made.text.size()) - start});
    return to;
  }

  void put(QChar c, const uchar *from) {
    m_made.text += c;
    m_made.bytes.push_back(quint32(from - m_begin));
  }

  const uchar *m_begin, *m_end;
  MarkedText m_made;
  char32_t m_before = 0;
  int m_combining = 0;
};

} // namespace

MarkedText MarkedText::of(QByteArrayView utf8) {
  return Maker(utf8).make();
}

int MarkedText::placeOf(qsizetype byte) const {
  const auto found = std::lower_bound(bytes.begin(), bytes.end(), quint32(std::max<qsizetype>(0, byte)));
  return found == bytes.end() ? int(text.size()) : int(found - bytes.begin());
}

qsizetype MarkedText::byteAt(int place) const {
  return bytes[size_t(std::clamp<qsizetype>(place, 0, text.size()))];
}

} // namespace oxp
