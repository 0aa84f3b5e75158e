// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/verification.h"

#include "audit/historytable.h"

namespace oxp::audit {

Result<VerifyReport> verifyStore(const QString &folder) {
  Database database(folder);
  if (auto opened = database.open(Database::Access::ReadOnly); !opened)
    return fail(opened.error());
  const Seal noKey;
  HistoryTable history(database, noKey, {});
  // In one transaction, so that rows which are added meanwhile are in all of the answers or in none.
  return database.reading([&] { return history.verify(); });
}

} // namespace oxp::audit
