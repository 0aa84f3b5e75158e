// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stacktext.h"

#include "base/plaintext.h"
#include "models/format.h"

#include <QCryptographicHash>

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype ComparedBytes = 262'144; ///< with numbers taken out; what is behind them as it is

qint64 codePoints(QByteArrayView utf8) {
  return std::count_if(utf8.begin(), utf8.end(),
                       [](char c) { return (static_cast<uchar>(c) & 0xC0) != 0x80; });
}

/// A closing bracket or nothing: what Node prints behind the stack of a cause.
bool isFiller(QByteArrayView line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return c == ' ' || c == '}' || c == ']' || c == ','; });
}

bool beginsCause(QByteArrayView line) {
  const QByteArrayView words = line.first(std::min<qsizetype>(line.size(), 100)).trimmed();
  return words.startsWith("Caused by:") || words.startsWith("[cause]:");
}

class Taker {
public:
  explicit Taker(StackText &out)
      : m_out(out) {}

  void take();

private:
  void takeLine(qsizetype offset, qsizetype length);
  void takeFrame(StackFrame frame, qsizetype offset, qsizetype length);
  void takeMessage(qsizetype offset, qsizetype length);
  void shortenOwn();
  StackSection &section() { return m_out.sections.back(); }
  QByteArrayView view(qint64 offset, qint64 length) const {
    return QByteArrayView(m_out.text).sliced(offset, length);
  }

  StackText &m_out;
  QByteArray m_folder; ///< of the project, where a frame of a package tells it
  int m_frames = 0, m_messages = 0, m_long = 0;
};

void Taker::take() {
  m_out.sections.emplace_back();
  const QByteArray &text = m_out.text;
  for (qsizetype at = 0; at < text.size();) {
    const qsizetype found = text.indexOf('\n', at);
    const qsizetype end = found < 0 ? text.size() : found;
    const bool full = m_frames >= StackLimits::Frames && m_messages >= StackLimits::MessageLines;
    if (full)
      ++m_out.linesLeftOut;
    else
      takeLine(at, end - at - (end > at && text[end - 1] == '\r'));
    at = end + 1;
  }
  shortenOwn();
}

void Taker::takeLine(qsizetype offset, qsizetype length) {
  std::optional<StackFrame> frame = stackFrame(view(offset, length));
  if (frame && m_frames < StackLimits::Frames)
    return takeFrame(std::move(*frame), offset, length);
  const bool between = !section().frames.empty();
  if (!frame && between && length < StackLimits::LineBytes && isFiller(view(offset, length)))
    return;
  const bool isLong = length > StackLimits::LineBytes;
  if (frame || m_messages >= StackLimits::MessageLines || (isLong && m_long >= StackLimits::LongLines)) {
    ++m_out.linesLeftOut;
    return;
  }
  if (between || (beginsCause(view(offset, length)) && !section().message.empty()))
    m_out.sections.emplace_back();
  takeMessage(offset, length);
}

void Taker::takeFrame(StackFrame frame, qsizetype offset, qsizetype length) {
  ++m_frames;
  frame.number = int(section().frames.size());
  frame.offset = offset;
  frame.length = length;
  if (m_folder.isEmpty() && frame.origin == StackFrame::Origin::Package)
    m_folder = projectFolder(view(offset, length));
  section().frames.push_back(std::move(frame));
}

void Taker::takeMessage(qsizetype offset, qsizetype length) {
  ++m_messages;
  StackLine line;
  line.offset = offset;
  line.length = length;
  line.characters = codePoints(view(offset, length));
  line.isWhole = length <= StackLimits::LineBytes;
  QByteArrayView head = view(offset, std::min<qsizetype>(length, StackLimits::LineBytes));
  while (!line.isWhole && !head.isEmpty() && (static_cast<uchar>(head.back()) & 0xC0) == 0x80)
    head.chop(1); // not within a character
  if (!line.isWhole && !head.isEmpty())
    head.chop(1);
  line.text = format::safeText(head.toByteArray(), StackLimits::LineBytes);
  line.isWhole = line.isWhole && (!line.text.endsWith(u'…') || head.endsWith("…"));
  m_long += !line.isWhole;
  section().message.push_back(std::move(line));
}

/// Own files are told from the project's folder on, which is the same for all of them.
void Taker::shortenOwn() {
  const QString folder = QString::fromUtf8(m_folder);
  if (folder.size() < 2)
    return;
  for (StackSection &section : m_out.sections)
    for (StackFrame &frame : section.frames)
      if (frame.isOwn() && frame.place.startsWith(folder))
        frame.place.remove(0, folder.size());
}

bool isHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWordByte(char c) {
  return isHex(c) || (c >= 'g' && c <= 'z') || (c >= 'G' && c <= 'Z') || c == '_' ||
         static_cast<uchar>(c) >= 0x80;
}

/// An address, an id: hexadecimal of eight and more with a digit in it, or `0x…`.
bool isNumberLike(QByteArrayView word) {
  const bool digits = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits)
    return false;
  const bool address = word.startsWith("0x");
  const QByteArrayView hex = address ? word.sliced(2) : word;
  return (address || word.size() >= 8) && std::all_of(hex.begin(), hex.end(), isHex);
}

void appendWord(QByteArray &out, QByteArrayView word) {
  if (isNumberLike(word)) {
    out += '#';
    return;
  }
  for (const char c : word) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit)
      out += c;
    else if (!out.endsWith('#'))
      out += '#';
  }
}

} // namespace

StackText stackText(const QByteArray &trace) {
  StackText out;
  out.text = plaintext::withoutColours(trace);
  Taker(out).take();
  return out;
}

QByteArray samenessKey(const QByteArray &text) {
  const QByteArrayView compared = QByteArrayView(text).first(std::min(text.size(), ComparedBytes));
  QByteArray plain;
  plain.reserve(compared.size());
  for (qsizetype at = 0; at < compared.size();) {
    qsizetype end = at;
    while (end < compared.size() && isWordByte(compared[end]))
      ++end;
    if (end == at)
      plain += compared[at++];
    else
      appendWord(plain, compared.sliced(at, end - at));
    at = std::max(at, end);
  }
  QCryptographicHash hash(QCryptographicHash::Sha1);
  hash.addData(plain);
  hash.addData(QByteArrayView(text).sliced(compared.size()));
  return hash.result();
}

} // namespace oxp
