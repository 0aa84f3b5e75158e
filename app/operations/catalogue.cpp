// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/specs.h"

namespace oxp {

const std::vector<OperationSpec> &operationCatalogue() {
  static const std::vector<OperationSpec> catalogue = {
      updateDataSpec(),  //
      editOptionsSpec(), //
      retryJobSpec(),    //
      promoteJobSpec(),  //
      removeJobSpec(),   //
      pauseQueueSpec(),  //
      resumeQueueSpec(), //
  };
  return catalogue;
}

} // namespace oxp
