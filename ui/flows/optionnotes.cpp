// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/optionnotes.h"

#include "operations/joboption.h"

#include <QCoreApplication>

namespace oxp {
namespace {

struct OptionNotes {
  Q_DECLARE_TR_FUNCTIONS(OptionNotes)
};

} // namespace

QStringList optionNotes(const JobDetail &facts) {
  const JobState state = facts.row.state;
  if (state == JobState::Active && facts.locked)
    return {OptionNotes::tr(
        "The job is running: the worker goes on with the old options. A retry will use the new ones.")};
  if (state == JobState::Completed)
    return {OptionNotes::tr("The job is completed: no worker reads its options, unless it is retried.")};
  if (isHandedOn(facts.opts, state))
    return {
        OptionNotes::tr("This is the next job of a scheduler: all later runs get the options that it has.")};
  return {};
}

} // namespace oxp
