// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/readbatch.h"

#include <array>
#include <charconv>

namespace oxp {

namespace {

// A key that is in no command by chance, so that the place of the real one can be found.
constexpr char Mark[] = "\x01key\x01";

} // namespace

ReadShape::ReadShape(const Command &command)
    : m_bound(boundFor(command))
    , m_readOnly(oxp::isReadOnly(command)) {
  std::vector<QByteArray> parts = command.parts();
  parts.at(1) = Mark;
  QByteArray wire;
  Command(std::move(parts)).appendTo(wire);
  const QByteArray key = "$5\r\n" + QByteArray(Mark);
  const qsizetype at = wire.indexOf(key);
  m_head = wire.first(at) + '$';
  m_tail = wire.sliced(at + key.size());
}

void ReadBatch::add(const ReadShape &shape, QByteArrayView head, QByteArrayView rest) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), head.size() + rest.size());
  m_bytes.append(shape.m_head)
      .append(digits.data(), end.ptr - digits.data())
      .append("\r\n", 2)
      .append(head)
      .append(rest)
      .append(shape.m_tail);
  m_bound = m_bound.widest(shape.m_bound);
  m_readOnly = m_readOnly && shape.m_readOnly;
  ++m_count;
}

void ReadBatch::add(const Command &command) {
  command.appendTo(m_bytes);
  m_bound = m_bound.widest(boundFor(command));
  m_readOnly = m_readOnly && oxp::isReadOnly(command);
  ++m_count;
}

void ReadBatch::clear() {
  m_bytes.resize(0); // keeps the memory
  m_count = 0;
  m_bound = {};
  m_readOnly = true;
}

} // namespace oxp
