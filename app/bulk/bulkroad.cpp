// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkroad.h"

#include "bulk/bulkwork.h"
#include "bulk/editroad.h"
#include "bulk/optionsroad.h"
#include "bulk/scriptedroad.h"
#include "bulk/undoroad.h"
#include "edits/codec.h"
#include "operations/optionvalue.h"

namespace oxp {
namespace {

Result<std::unique_ptr<BulkRoad>> optionsRoad(const BulkSetup &setup, const Script &script) {
  Arguments fields = setup.wish.arguments;
  fields.remove(SensitiveArgument);
  if (auto fits = checkFieldsOfMany(setup.wish.queue.family, fields); !fits)
    return fail(fits.error());
  return std::make_unique<OptionsRoad>(std::move(fields), setup.rules, setup.wish.queue.family, script);
}

Result<std::unique_ptr<BulkRoad>> editRoad(const BulkSetup &setup) {
  const OperationRequest &wish = setup.wish;
  const Script *script = setup.scripts->own("compareAndSet");
  if (!script)
    return fail(ErrorKind::Unsupported, QStringLiteral("the script compareAndSet is missing"),
                QByteArrayLiteral("no-script"));
  if (const qint64 undone = wish.arguments.value(UndoesArgument).toLongLong(); undone > 0)
    return std::make_unique<UndoRoad>(undone, *setup.audit, setup.rules, wish.queue.family, *script);
  if (!isDataEdit(wish.operation))
    return optionsRoad(setup, *script);
  auto changes = edits::fromJson(wish.arguments.value(ChangesArgument));
  if (!changes || changes->empty())
    return fail(ErrorKind::Invalid, QStringLiteral("no changes that can be read"),
                QByteArrayLiteral("changes"));
  return std::make_unique<EditRoad>(std::move(*changes), setup.rules, wish.queue.family, *script);
}

} // namespace

bool goesToMany(const OperationSpec &spec) {
  return spec.scripted || spec.edits;
}

Result<std::unique_ptr<BulkRoad>> roadFor(const BulkSetup &setup, const ScriptBundle &bundle) {
  const OperationSpec *spec = findOperation(setup.wish.operation);
  if (!spec || !goesToMany(*spec))
    return fail(ErrorKind::Invalid, QStringLiteral("not an operation for many jobs"),
                QByteArrayLiteral("operation"));
  if (spec->edits)
    return editRoad(setup);
  auto script = scriptOf(*spec->scripted, *setup.scripts, bundle);
  if (!script)
    return fail(script.error());
  return std::make_unique<ScriptedRoad>(*spec->scripted, *setup.scripts, bundle, std::move(*script));
}

} // namespace oxp
