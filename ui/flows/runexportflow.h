// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"
#include "ui/widgets/notice.h"

#include <QObject>

#include <memory>

class QWidget;

namespace oxp {

class ActivityModel;
class ProfileSession;

/// The results of a run as a file: asks where to, writes it beside everything else, and tells at the end what
/// was written. GUI thread.
class RunExportFlow : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of the dialog; `activity` outlives this.
  RunExportFlow(ActivityModel &activity, QWidget *window);

  void start(ProfileSession *session, const RunRow &row);

signals:
  void told(const oxp::Notice &notice);

private:
  void run(ProfileSession *session, const RunRow &row, const QString &path);

  ActivityModel &m_activity;
  QWidget *m_window;
};

} // namespace oxp
