// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/elfprogram.h"

#include <QFile>

#include <cstring>

namespace oxp::test {

std::optional<ElfProgram> ElfProgram::read(const QString &path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return std::nullopt;
  QByteArray bytes = file.readAll();
  const bool isElf64 = bytes.size() > qsizetype(sizeof(Elf64_Ehdr)) && bytes.startsWith(ELFMAG) &&
                       bytes[EI_CLASS] == ELFCLASS64;
  return isElf64 ? std::optional(ElfProgram(std::move(bytes))) : std::nullopt;
}

const Elf64_Phdr *ElfProgram::segment(quint32 type) const {
  for (int i = 0; i < header()->e_phnum; ++i) {
    const auto *found = at<Elf64_Phdr>(header()->e_phoff + quint64(i) * header()->e_phentsize);
    if (found->p_type == type)
      return found;
  }
  return nullptr;
}

const Elf64_Shdr *ElfProgram::section(quint32 type) const {
  for (int i = 0; i < header()->e_shnum; ++i) {
    const auto *found = at<Elf64_Shdr>(header()->e_shoff + quint64(i) * header()->e_shentsize);
    if (found->sh_type == type)
      return found;
  }
  return nullptr;
}

bool ElfProgram::stackIsExecutable() const {
  const Elf64_Phdr *stack = segment(PT_GNU_STACK);
  return stack == nullptr || (stack->p_flags & PF_X) != 0;
}

bool ElfProgram::bindsAtStart() const {
  const Elf64_Phdr *dynamic = segment(PT_DYNAMIC);
  if (dynamic == nullptr)
    return false;
  for (auto entry = at<Elf64_Dyn>(dynamic->p_offset); entry->d_tag != DT_NULL; ++entry) {
    if (entry->d_tag == DT_BIND_NOW || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_BIND_NOW)) ||
        (entry->d_tag == DT_FLAGS_1 && (entry->d_un.d_val & DF_1_NOW)))
      return true;
  }
  return false;
}

template <typename Take>
void ElfProgram::eachSymbol(quint32 tableType, Take take) const {
  const Elf64_Shdr *table = section(tableType);
  if (table == nullptr)
    return;
  const auto *names = at<Elf64_Shdr>(header()->e_shoff + quint64(table->sh_link) * header()->e_shentsize);
  for (quint64 offset = 0; offset < table->sh_size; offset += table->sh_entsize) {
    const auto *symbol = at<Elf64_Sym>(table->sh_offset + offset);
    take(QByteArray(at<char>(names->sh_offset + symbol->st_name)), *symbol);
  }
}

QSet<QByteArray> ElfProgram::imports() const {
  QSet<QByteArray> names;
  eachSymbol(SHT_DYNSYM, [&](const QByteArray &name, const Elf64_Sym &symbol) {
    if (symbol.st_shndx == SHN_UNDEF)
      names.insert(name);
  });
  return names;
}

QByteArray ElfProgram::startOf(const QByteArray &function, qsizetype count) const {
  QByteArray start;
  eachSymbol(SHT_SYMTAB, [&](const QByteArray &name, const Elf64_Sym &symbol) {
    if (name != function || symbol.st_shndx == SHN_UNDEF)
      return;
    const auto *home = at<Elf64_Shdr>(header()->e_shoff + quint64(symbol.st_shndx) * header()->e_shentsize);
    start = m_bytes.mid(qsizetype(symbol.st_value - home->sh_addr + home->sh_offset), count);
  });
  return start;
}

} // namespace oxp::test
