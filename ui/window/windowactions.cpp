// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowactions.h"

#include "ui/window/actionfacts.h"
#include "ui/window/editactions.h"
#include "ui/window/fileactions.h"
#include "ui/window/jobactions.h"
#include "ui/window/operationactions.h"
#include "ui/window/viewactions.h"
#include "ui/window/windowparts.h"

namespace oxp {

QList<ActionSpec> windowActions() {
  return fileActions() + editActions() + viewActions() + jobActions() + toolActions() + helpActions() +
         operationActions();
}

void updateActions(const WindowParts &parts) {
  parts.actions->update(ActionFacts(parts));
}

} // namespace oxp
