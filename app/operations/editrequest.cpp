// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/editrequest.h"

#include "json/diff.h"
#include "json/excerpt.h"

#include <algorithm>

namespace oxp {

json::Splice differing(const QByteArray &before, const QByteArray &after) {
  const qsizetype shorter = std::min(before.size(), after.size());
  const qsizetype head =
      std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
  const auto tail = std::mismatch(before.rbegin(), before.rbegin() + (shorter - head), after.rbegin());
  const qsizetype same = tail.first - before.rbegin();
  return {head, before.size() - head - same, after.mid(head, after.size() - head - same)};
}

std::vector<json::Change> changesOf(const OperationRequest &request) {
  if (!request.baseline || !request.changes.empty())
    return request.changes;
  return json::diff(request.baseline->data, request.newData);
}

Result<void> completeEdit(OperationRequest &request) {
  if (!request.baseline)
    return fail(ErrorKind::Invalid, QStringLiteral("an edit needs what it is based on"),
                QByteArrayLiteral("no-baseline"));
  const QByteArray &before = request.baseline->data;
  if (request.splices.empty() && !request.newData.isEmpty() && request.newData != before)
    request.splices = {differing(before, request.newData)};
  if (request.splices.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("nothing was changed"),
                QByteArrayLiteral("nothing-to-save"));
  if (request.newData.isEmpty())
    request.newData = json::apply(before, request.splices);
  else if (!json::isApplied(before, request.splices, request.newData))
    return fail(ErrorKind::Invalid, QStringLiteral("the new data are not what the splices make"),
                QByteArrayLiteral("splices-differ"));
  if (request.newData == before && request.baseline->present)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing was changed"),
                QByteArrayLiteral("nothing-to-save"));
  if (!request.scanned || !request.scanned->isOf(before))
    request.scanned = std::make_shared<json::ScannedText>(before);
  if (const auto error = json::errorAfter(*request.scanned, request.newData, request.splices))
    return fail(ErrorKind::Invalid, QStringLiteral("the new data are not JSON"),
                QByteArrayLiteral("not-json"), error->offset);
  return {};
}

} // namespace oxp
