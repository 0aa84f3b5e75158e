// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

#include <elf.h>
#include <optional>

namespace oxp::test {

/// What a built 64-bit program says of itself: its segments, its dynamic section and its symbols.
class ElfProgram {
public:
  /// Nothing where the file cannot be read or is no 64-bit ELF file.
  static std::optional<ElfProgram> read(const QString &path);

  /// May be loaded at any address.
  bool isPositionIndependent() const { return header()->e_type == ET_DYN; }
  bool hasSegment(quint32 type) const { return segment(type) != nullptr; }
  bool stackIsExecutable() const;
  /// All symbols are bound before main() runs, so that their table can be closed.
  bool bindsAtStart() const;
  /// Names that other libraries are asked for.
  QSet<QByteArray> imports() const;
  /// The first `count` bytes of a function of the program, by its symbol; empty where there is none.
  QByteArray startOf(const QByteArray &function, qsizetype count) const;

private:
  explicit ElfProgram(QByteArray bytes)
      : m_bytes(std::move(bytes)) {}
  template <typename T>
  const T *at(quint64 offset) const {
    return reinterpret_cast<const T *>(m_bytes.constData() + offset);
  }
  const Elf64_Ehdr *header() const { return at<Elf64_Ehdr>(0); }
  const Elf64_Phdr *segment(quint32 type) const;
  const Elf64_Shdr *section(quint32 type) const;
  /// Calls `take(name, symbol)` for each symbol of the table of this type.
  template <typename Take>
  void eachSymbol(quint32 tableType, Take take) const;

  QByteArray m_bytes;
};

} // namespace oxp::test
