// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/followup.h"

#include <algorithm>

namespace oxp {
namespace {

bool mayFollow(const OperationSpec &spec) {
  return spec.scripted && *spec.afterEditTitle;
}

} // namespace

std::vector<const OperationSpec *> followUps() {
  std::vector<const OperationSpec *> specs;
  for (const OperationSpec &spec : operationCatalogue()) {
    if (mayFollow(spec))
      specs.push_back(&spec);
  }
  return specs;
}

Result<std::optional<OperationRequest>> followUpOf(const OperationRequest &wish) {
  const QByteArray id = wish.arguments.value(ThenArgument);
  if (id.isEmpty())
    return std::nullopt;
  const OperationSpec *spec = findOperation(id);
  if (!spec || !mayFollow(*spec))
    return fail(ErrorKind::Invalid, QStringLiteral("not an operation that may follow an edit"),
                QByteArrayLiteral("then"));
  OperationRequest then;
  then.operation = id;
  then.queue = wish.queue;
  then.reason = wish.reason;
  return then;
}

std::vector<JobState> statesFor(const OperationRequest &wish) {
  const OperationSpec *spec = findOperation(wish.operation);
  std::vector<JobState> states = spec ? spec->states : std::vector<JobState>();
  const auto then = followUpOf(wish);
  const OperationSpec *second = then && *then ? findOperation((*then)->operation) : nullptr;
  if (!second || second->states.empty())
    return states;
  if (states.empty())
    return second->states;
  std::erase_if(states, [second](JobState state) {
    return std::find(second->states.begin(), second->states.end(), state) == second->states.end();
  });
  return states;
}

} // namespace oxp
