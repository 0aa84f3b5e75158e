// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/storestate.h"

#include <utility>

namespace oxp::audit {

StoreTrouble troubleOf(const Error &error) {
  static const std::pair<const char *, StoreTrouble> words[] = {
      {"emptied", StoreTrouble::Emptied}, {"newer", StoreTrouble::Newer},
      {"other", StoreTrouble::NotAStore}, {"damaged", StoreTrouble::Damaged},
      {"folder", StoreTrouble::NoAccess}, {"file", StoreTrouble::NoAccess},
  };
  for (const auto &[word, trouble] : words) {
    if (error.code == word)
      return trouble;
  }
  // SQLite's primary result code is the low byte of the extended one.
  switch (error.code.toInt() & 0xff) {
  case 5: // SQLITE_BUSY
  case 6: // SQLITE_LOCKED
    return StoreTrouble::Busy;
  case 8: // SQLITE_READONLY
    return StoreTrouble::ReadOnly;
  case 11: // SQLITE_CORRUPT
    return StoreTrouble::Damaged;
  case 13: // SQLITE_FULL
    return StoreTrouble::Full;
  case 14: // SQLITE_CANTOPEN
    return StoreTrouble::NoAccess;
  case 26: // SQLITE_NOTADB
    return StoreTrouble::NotAStore;
  default:
    return StoreTrouble::Other;
  }
}

bool passes(StoreTrouble trouble) {
  switch (trouble) {
  case StoreTrouble::Full:
  case StoreTrouble::ReadOnly:
  case StoreTrouble::NoAccess:
  case StoreTrouble::Busy:
  case StoreTrouble::Other:
    return true;
  case StoreTrouble::None:
  case StoreTrouble::Damaged:
  case StoreTrouble::NotAStore:
  case StoreTrouble::Newer:
  case StoreTrouble::Emptied:
    return false;
  }
  return false;
}

} // namespace oxp::audit
