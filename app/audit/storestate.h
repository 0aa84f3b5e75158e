// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace oxp::audit {

/// Why the store cannot be used as it should.
enum class StoreTrouble {
  None,
  Full,      ///< no room on the disk
  ReadOnly,  ///< the file, its folder or the whole disk takes no writes
  NoAccess,  ///< the folder cannot be made, or the file cannot be opened
  Busy,      ///< another program holds it
  Damaged,   ///< bytes in it are not what SQLite wrote there
  NotAStore, ///< the file is something else
  Newer,     ///< a newer Oxpecker wrote it
  Emptied,   ///< records that were there before are not there any more
  Other,
};

/// What the store can do now. A value; the detail is SQLite's or the system's own words.
struct StoreState {
  StoreTrouble trouble = StoreTrouble::None;
  bool writable = true; ///< until the first try has shown otherwise
  bool opened = false;  ///< the person let it be opened for reading although it is in trouble
  QString folder;
  QString detail;

  bool operator==(const StoreState &) const = default;
};

/// Of an error of the kind AuditUnavailable, by its code: SQLite's result code, or the store's own word.
StoreTrouble troubleOf(const Error &error);

/// Whether the trouble may end by itself, as when room is made on a full disk. The others need a decision.
bool passes(StoreTrouble trouble);

/// What a check of all records has found.
struct VerifyReport {
  enum class Fault {
    None,
    Changed, ///< a record is not what was written, or one before it was taken out
    Missing, ///< the newest records are not there
  };
  qint64 records = 0; ///< that were looked at, with their outcomes
  Fault fault = Fault::None;
  qint64 firstBad = 0; ///< the number of the record
};

} // namespace oxp::audit
