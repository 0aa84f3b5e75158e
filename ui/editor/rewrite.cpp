// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/rewrite.h"

#include "ui/editor/editorlimits.h"
#include "ui/editor/longlines.h"
#include "ui/editor/textloader.h"

#include <algorithm>

namespace oxp {

void Rewrite::toLayout(const json::Style &style) {
  if (!scan)
    scan = std::make_shared<json::Scan>(json::scan(before, &elisions));
  if (!scan->valid()) {
    text = before;
    return;
  }
  text = json::layOut(before, *scan, style, &elisions);
  finish();
  if (changed)
    caret = json::mapOffset(*scan, *analysis.scan, caret);
}

void Rewrite::toText(const QByteArray &wanted) {
  text = mayElide ? withShortLines(json::elideLong(wanted, elisions), elisions, limits::LongestLine) : wanted;
  closed.clear();
  finish();
  if (caret > head)
    caret = std::max<qint64>(head, caret + text.size() - before.size());
  caret = std::min<qint64>(caret, text.size());
}

void Rewrite::toReplaced(const TextSearch &what, const QByteArray &with) {
  QByteArray out;
  out.reserve(before.size());
  qsizetype from = 0;
  for (auto hit = what.next(before, 0); hit.found(); hit = what.next(before, from)) {
    out.append(before.constData() + from, hit.offset - from);
    out.append(with);
    from = hit.offset + hit.length;
    ++hits;
  }
  out.append(before.constData() + from, before.size() - from);
  toText(out);
}

void Rewrite::finish() {
  changed = text != before;
  if (!changed)
    return;
  const qsizetype shorter = std::min(text.size(), before.size());
  head = std::mismatch(text.cbegin(), text.cbegin() + shorter, before.cbegin()).first - text.cbegin();
  const QByteArrayView a = text;
  const QByteArrayView b = before;
  tail = std::mismatch(a.rbegin(), a.rbegin() + (shorter - head), b.rbegin()).first - a.rbegin();
  // Never within a character: an accessible hears of whole ones.
  while (head > 0 && head < text.size() && (uchar(text[head]) & 0xC0) == 0x80)
    --head;
  while (tail > 0 && (uchar(text[text.size() - tail]) & 0xC0) == 0x80)
    --tail;
  analysis = analyse(text, elisions, base);
  filled = document && text.size() + before.size() - 2 * (head + tail) > InPlaceLimit;
  if (filled)
    document->fill(text);
}

} // namespace oxp
