// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operationtitle.h"

#include "models/format.h"
#include "operations/operation.h"

#include <QCoreApplication>

namespace oxp {

QString operationTitle(const QByteArray &operation) {
  const OperationSpec *spec = findOperation(operation);
  return spec ? QCoreApplication::translate("Operations",
                                            *spec->historyTitle ? spec->historyTitle : spec->title)
              : format::safeText(operation);
}

QString bulkEditTitle(const QByteArray &then) {
  const OperationSpec *spec = findOperation(then);
  return QCoreApplication::translate("Operations", spec && *spec->afterEditTitle
                                                       ? spec->afterEditTitle
                                                       : QT_TRANSLATE_NOOP("Operations", "Bulk edit"));
}

} // namespace oxp
