// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/exportdialog.h"
#include "ui/flows/errornotice.h"

#include <QObject>
#include <QPointer>

namespace oxp {

class ActivityModel;
class ProfileSession;

/// An export from the wish to the file: asks, runs, shows how far it is in Activity, and tells at the end
/// what was written. Several may be under way at once. GUI thread.
class ExportFlow : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of the dialog; `activity` outlives this.
  ExportFlow(ActivityModel &activity, QWidget *window);

  /// `object`: what the jobs belong to, for the dialog's head. `current`: the choice that is proposed.
  void start(ProfileSession *session, const QString &object, const std::vector<ExportChoice> &choices,
             int current);

signals:
  void told(const oxp::Notice &notice);

private:
  /// An export under way.
  struct Running {
    int row = 0; ///< of the activity list
    QString path;
    LaneHandle handle;
    bool cancelled = false; ///< by the person
    ExportProgress soFar;
  };
  void run(ProfileSession *session, const ExportAnswer &answer);
  void finish(const Running &running, const Result<ExportReport> &report);
  void finishFailed(const Running &running, const Error &error);
  static QString cancelledText(const Running &running);
  static QByteArray noticeId(const Running &running);

  ActivityModel &m_activity;
  QWidget *m_window;
  ExportAnswer m_last; ///< its format is proposed again, and its folder
};

} // namespace oxp
