// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/receipt.h"

#include "operations/operation.h"

namespace oxp {
namespace {

/// To pause and to resume are answers to one question.
bool isOfQueuesRun(const OperationSpec *spec) {
  return spec && (spec->leaves == OperationSpec::Leaves::PausedQueue ||
                  spec->leaves == OperationSpec::Leaves::RunningQueue);
}

bool isSameAction(const Receipt &one, const Receipt &other) {
  return one.operation == other.operation ||
         (isOfQueuesRun(findOperation(one.operation)) && isOfQueuesRun(findOperation(other.operation)));
}

} // namespace

/// A save does not move its job, so there is no end of the way to wait for.
bool Receipt::isFinal() const {
  switch (where.kind) {
  case Whereabouts::Kind::Removed:
  case Whereabouts::Kind::Gone:
  case Whereabouts::Kind::OtherJob:
  case Whereabouts::Kind::NotArrived:
  case Whereabouts::Kind::NeverKnown:
    return true;
  case Whereabouts::Kind::InState:
    return !isEdit(operation) && (where.state == JobState::Completed || where.state == JobState::Failed);
  default:
    return false;
  }
}

bool Receipt::isReplacedBy(const Receipt &newer) const {
  return profile == newer.profile && queue.id == newer.queue.id && jobId == newer.jobId &&
         isSameAction(*this, newer);
}

} // namespace oxp
