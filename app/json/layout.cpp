// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/layout.h"

#include "json/pointer.h"
#include "json/shortvalues.h"

#include <algorithm>

namespace oxp::json {

namespace {

/// Text whose indentation would blow it up beyond this is indented by MostLevels at most.
constexpr qsizetype GrowthAllowed = 16;
constexpr qsizetype GrowthAlwaysFine = 1'000'000;
constexpr qsizetype MostLevels = 100;

class LayOut {
public:
  LayOut(QByteArrayView text, const Scan &scan, quint32 first, const Style &style, QByteArrayView base,
         const Elisions *elisions = nullptr)
      : m_text(text)
      , m_scan(scan)
      , m_first(first)
      , m_last(skipValue(scan, first))
      , m_style(style)
      , m_base(base)
      , m_short(text, scan, style, elisions) {}

  QByteArray run() {
    measure();
    for (quint32 i = m_first; i < m_last; ++i)
      append(i);
    return std::move(m_out);
  }

private:
  bool isPretty() const { return m_style.kind == Style::Kind::Pretty; }
  /// Whether what stands between tokens i - 1 and i breaks the line.
  bool breaksAt(quint32 i) const { return isPretty() && i > m_shortEnd; }

  void measure();
  void append(quint32 i);
  void separate(quint32 i);
  void pad(quint32 begin);
  void breakLine(qsizetype depth);
  bool fitsOnLine(quint32 begin) const;

  QByteArrayView m_text;
  const Scan &m_scan;
  quint32 m_first;
  quint32 m_last;
  const Style &m_style;
  QByteArrayView m_base;
  ShortValues m_short;
  /// Closing bracket of the container that is being written on one line. No token of a value stands at or
  /// before 0 but the outermost bracket, which so always has lines.
  quint32 m_shortEnd = 0;
  qsizetype m_mostLevels = std::numeric_limits<qsizetype>::max();
  qsizetype m_depth = 0;
  qsizetype m_lineStart = 0; ///< in m_out
  QByteArray m_indentation;
  QByteArray m_out;
};

void LayOut::measure() {
  qsizetype size = 0;
  qsizetype levels = 0;
  qsizetype depth = 0;
  for (quint32 i = m_first; i < m_last; ++i) {
    const Token &token = m_scan.tokens[i];
    depth += token.opens() ? 1 : token.closes() ? -1 : 0;
    size += token.length + m_style.comma.size() + m_style.newline.size() + m_base.size();
    size += token.kind == TokenKind::Key ? m_style.colon.size() : 0;
    levels += depth;
  }
  const qsizetype input = m_text.size();
  const qsizetype indentation = levels * m_style.indent.size();
  if (isPretty() && indentation > input * GrowthAllowed && indentation > GrowthAlwaysFine) {
    m_mostLevels = MostLevels;
    return;
  }
  m_out.reserve(isPretty() ? size + indentation : qMin(size, input + input / 2 + 16));
}

void LayOut::append(quint32 i) {
  const Token &token = m_scan.tokens[i];
  if (token.closes()) {
    --m_depth;
    const bool empty = token.partner + 1 == i;
    if (!empty && breaksAt(i))
      breakLine(m_depth);
    else if (!empty)
      pad(token.partner);
  } else if (i != m_first) {
    separate(i);
  }
  m_out.append(tokenText(m_text, token));
  if (token.kind == TokenKind::Key)
    m_out.append(m_style.colon);
  if (!token.opens())
    return;
  ++m_depth;
  if (isPretty() && i > m_shortEnd && fitsOnLine(i))
    m_shortEnd = token.partner;
}

/// The container whose bracket was written last.
bool LayOut::fitsOnLine(quint32 begin) const {
  if (m_style.lineUpTo == 0)
    return m_short.contains(begin);
  // The bracket counts with the container, and a comma may follow.
  const qsizetype before = characters(QByteArrayView(m_out).sliced(m_lineStart)) - 1;
  return m_short.contains(begin, m_style.lineUpTo - before - 1);
}

void LayOut::separate(quint32 i) {
  const Token &before = m_scan.tokens[i - 1];
  if (before.kind == TokenKind::Key)
    return;
  if (!before.opens())
    m_out.append(m_style.comma);
  if (breaksAt(i))
    breakLine(m_depth);
  else if (before.opens())
    pad(i - 1);
  else if (isPretty())
    m_out.append(' '); // the comma of this style counts on a line break
}

/// What stands inside a bracket on one line. Of a style with lines only objects have it.
void LayOut::pad(quint32 begin) {
  if (!isPretty() || m_scan.tokens[begin].kind == TokenKind::ObjectBegin)
    m_out.append(m_style.padding);
}

void LayOut::breakLine(qsizetype depth) {
  const qsizetype length = qMin(depth, m_mostLevels) * m_style.indent.size();
  while (m_indentation.size() < length)
    m_indentation.append(m_style.indent);
  m_out.append(m_style.newline);
  m_lineStart = m_out.size();
  m_out.append(m_base).append(QByteArrayView(m_indentation).first(length));
}

/// White space and punctuation between two neighbouring tokens.
QByteArrayView gapBefore(QByteArrayView text, const Scan &scan, quint32 i) {
  const quint32 from = scan.tokens[i - 1].end();
  return text.sliced(from, scan.tokens[i].offset - from);
}

/// What follows the last line break.
QByteArrayView lineTail(QByteArrayView gap) {
  return gap.sliced(gap.lastIndexOf('\n') + 1);
}

Style styleOfLines(QByteArrayView text, const Scan &scan, quint32 firstOnLine) {
  Style style = Style::pretty();
  const QByteArrayView gap = gapBefore(text, scan, firstOnLine);
  const qsizetype lineFeed = gap.indexOf('\n');
  style.newline = lineFeed > 0 && gap[lineFeed - 1] == '\r' ? "\r\n" : "\n";
  const QByteArrayView inner = lineTail(gap);
  QByteArrayView outer;
  for (quint32 i = firstOnLine - 1; i > 0; --i) {
    if (const QByteArrayView before = gapBefore(text, scan, i); before.contains('\n')) {
      outer = lineTail(before);
      break;
    }
  }
  const bool deeper = inner.startsWith(outer) && inner.size() > outer.size();
  style.indent = (deeper ? inner.sliced(outer.size()) : inner).toByteArray();
  return style;
}

} // namespace

Style Style::oneLine() {
  Style style;
  style.kind = Kind::OneLine;
  style.colon = ": ";
  style.comma = ", ";
  return style;
}

Style Style::pretty(int indent) {
  Style style;
  style.kind = Kind::Pretty;
  style.indent = QByteArray(indent, ' ');
  style.colon = ": ";
  return style;
}

Style Style::readable(qsizetype columns) {
  Style style = pretty();
  style.padding = " ";
  style.shortUpTo = ShortLine;
  style.lineUpTo = columns;
  return style;
}

namespace {

/// The first of its kind of white space in a text.
struct FirstGaps {
  std::optional<QByteArrayView> colon;
  std::optional<QByteArrayView> comma;
  std::optional<QByteArrayView> padding;
  quint32 firstOnLine = NoToken; ///< the first child that begins a line of its container

  void note(QByteArrayView text, const Scan &scan, quint32 i);
};

void FirstGaps::note(QByteArrayView text, const Scan &scan, quint32 i) {
  const QByteArrayView gap = gapBefore(text, scan, i);
  const Token &before = scan.tokens[i - 1];
  if (before.kind == TokenKind::Key) {
    colon = colon.value_or(gap);
    return;
  }
  if (scan.tokens[i].closes())
    return;
  const bool lines = gap.contains('\n');
  if (before.opens() && lines && firstOnLine == NoToken)
    firstOnLine = i;
  else if (before.opens())
    padding = padding.value_or(gap);
  else if (!lines)
    comma = comma.value_or(gap);
}

} // namespace

Style detectStyle(QByteArrayView text, const Scan &scan) {
  FirstGaps first;
  for (quint32 i = 1; i < scan.tokens.size() && (first.firstOnLine == NoToken || !first.colon); ++i)
    first.note(text, scan, i);
  if (first.firstOnLine != NoToken) {
    Style style = styleOfLines(text, scan, first.firstOnLine);
    style.colon = first.colon.value_or(QByteArrayView(style.colon)).toByteArray();
    return style;
  }
  const bool spaced = (first.colon && first.colon->size() > 1) || (first.comma && first.comma->size() > 1);
  if (!spaced)
    return Style::minified();
  Style style = Style::oneLine();
  style.colon = first.colon.value_or(QByteArrayView(style.colon)).toByteArray();
  style.comma = first.comma.value_or(QByteArrayView(style.comma)).toByteArray();
  style.padding = first.padding.value_or(QByteArrayView()).toByteArray();
  return style;
}

QByteArray layOut(QByteArrayView text, const Scan &scan, const Style &style, const Elisions *elisions) {
  return scan.tokens.empty() ? QByteArray() : LayOut(text, scan, 0, style, {}, elisions).run();
}

QByteArray layOutValue(QByteArrayView text, const Scan &scan, quint32 first, const Style &style,
                       QByteArrayView base) {
  return LayOut(text, scan, first, style, base).run();
}

static Result<QByteArray> layOutOrFail(QByteArrayView text, const Style &style, const Elisions *elisions) {
  const Scan tokens = scan(text, elisions);
  if (!tokens.valid())
    return fail(ErrorKind::Invalid, QStringLiteral("not valid JSON"), "json", tokens.error->offset);
  return layOut(text, tokens, style);
}

Result<QByteArray> pretty(QByteArrayView text, int indent, const Elisions *elisions) {
  return layOutOrFail(text, Style::pretty(indent), elisions);
}

Result<QByteArray> minify(QByteArrayView text, const Elisions *elisions) {
  return layOutOrFail(text, Style::minified(), elisions);
}

qsizetype mapOffset(const Scan &from, const Scan &to, qsizetype offset) {
  const quint32 at = tokenAt(from, offset);
  if (at == NoToken || to.tokens.empty())
    return 0;
  const Token &there = to.tokens[qMin(size_t(at), to.tokens.size() - 1)];
  const qsizetype inside = qMin(offset - qsizetype(from.tokens[at].offset), qsizetype(there.length));
  return there.offset + inside;
}

} // namespace oxp::json
