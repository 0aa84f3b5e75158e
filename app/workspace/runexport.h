// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/guimailbox.h"
#include "base/result.h"
#include "workspace/resultstext.h"

#include <QObject>
#include <QString>

#include <stop_token>
#include <thread>

namespace oxp {

class AuditStore;

/// Writes what became of each job of a run to a file, on a thread of its own, page by page. An older file of
/// the name stays until the new one is whole; when it fails or is cancelled, nothing is left. GUI thread.
class RunExport : public QObject {
  Q_OBJECT

public:
  struct Wish {
    qint64 run = 0;
    ResultsFormat format = ResultsFormat::Ndjson;
    QString path;
  };
  /// Begins at once. The store outlives this.
  RunExport(AuditStore &store, Wish wish, QObject *parent);
  /// Ends the thread, within a page.
  ~RunExport() override;

  void cancel() { m_thread.request_stop(); }

signals:
  void progressed(qint64 jobs);
  /// With the number of jobs in the file. File where it could not be written, Cancelled.
  void ended(const oxp::Result<qint64> &jobs);

private:
  GuiMailbox m_mailbox; ///< outlives the thread
  std::jthread m_thread;
};

} // namespace oxp
