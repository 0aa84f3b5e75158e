// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkroad.h"

#include "bulk/editroad.h"
#include "bulk/scriptedroad.h"
#include "edits/codec.h"

namespace oxp {
namespace {

Result<std::unique_ptr<BulkRoad>> editRoad(const OperationRequest &wish, const ScriptRegistry &scripts) {
  auto changes = edits::fromJson(wish.arguments.value(ChangesArgument));
  if (!changes || changes->empty())
    return fail(ErrorKind::Invalid, QStringLiteral("no changes that can be read"),
                QByteArrayLiteral("changes"));
  const Script *script = scripts.own("compareAndSet");
  if (!script)
    return fail(ErrorKind::Unsupported, QStringLiteral("the script compareAndSet is missing"),
                QByteArrayLiteral("no-script"));
  return std::make_unique<EditRoad>(std::move(*changes), wish.queue.family, *script);
}

} // namespace

bool goesToMany(const OperationSpec &spec) {
  return spec.scripted || spec.edits;
}

Result<std::unique_ptr<BulkRoad>> roadFor(const OperationRequest &wish, const ScriptRegistry &scripts,
                                          const ScriptBundle &bundle) {
  const OperationSpec *spec = findOperation(wish.operation);
  if (!spec || !goesToMany(*spec))
    return fail(ErrorKind::Invalid, QStringLiteral("not an operation for many jobs"),
                QByteArrayLiteral("operation"));
  if (spec->edits)
    return editRoad(wish, scripts);
  auto script = scriptOf(*spec->scripted, scripts, bundle);
  if (!script)
    return fail(script.error());
  return std::make_unique<ScriptedRoad>(*spec->scripted, scripts, bundle, std::move(*script));
}

} // namespace oxp
