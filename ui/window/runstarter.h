// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/selection.h"
#include "models/runrow.h"
#include "ui/widgets/notice.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace oxp {

class BulkFlow;
class ProfileSession;

/// Begins a run that follows from another one: takes its edits back, or does
/// again what it has not done. Both go the way of every run, with its preview.
class RunStarter : public QObject {
  Q_OBJECT

public:
  /// `flow` outlives this.
  RunStarter(BulkFlow *flow, QObject *parent);

  void undo(ProfileSession *session, const RunRow &row);
  /// Over the jobs that were not done, as they are then.
  void tryRest(ProfileSession *session, const RunRow &row);

signals:
  /// It cannot be begun now.
  void told(const oxp::Notice &notice);

private:
  struct Rest;
  void read(const std::shared_ptr<Rest> &rest);
  void begin(const Rest &rest);
  void tellUnknown(ProfileSession *session, const RunRow &row);

  BulkFlow *m_flow;
  std::weak_ptr<Rest> m_reading; ///< of the journal, before the preview opens
};

} // namespace oxp
