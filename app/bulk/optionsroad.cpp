// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/optionsroad.h"

#include "operations/optionvalue.h"

namespace oxp {

Result<void> OptionsRoad::change(SliceJob &slice) {
  const QByteArray &before = slice.request.baseline->data;
  const auto after = withOptionsOfMany(before, m_family, m_fields);
  if (!after) {
    slice.refusal = after.error();
  } else if (*after == before) {
    slice.refusal = Error{ErrorKind::WrongState, "unchanged", QStringLiteral("it is so already")};
  } else {
    slice.request.splices = json::splicesFor(before, *after).value_or(std::vector<json::Splice>());
    slice.request.newData = *after;
  }
  return {};
}

Result<void> OptionsRoad::readAnswer(const Reply &reply) const {
  const auto done = SwapRoad::readAnswer(reply);
  if (!done && done.error().kind == ErrorKind::Conflict)
    return fail(ErrorKind::Conflict, done.error().detail, QByteArrayLiteral("options-changed"));
  return done;
}

} // namespace oxp
