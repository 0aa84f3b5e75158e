// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "policy/rules.h"
#include "ui/widgets/notice.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <QPointer>
#include <QWidget>

namespace oxp {

/// Which job the pane shows.
struct JobContext {
  QPointer<ProfileSession> session;
  QueueInfo queue;
  QByteArray jobId;

  bool isNull() const { return !session || jobId.isEmpty(); }
  bool sameJob(const JobContext &other) const {
    return session == other.session && queue.id == other.queue.id && jobId == other.jobId;
  }
  /// Nobody once the session has gone.
  NoticeSubject subject() const {
    return session ? NoticeSubject{session->id(), queue.id, jobId} : NoticeSubject();
  }
  bool may(policy::Capability capability) const {
    return session && policy::includes(session->rules()->capabilitiesOf(session->profile().role), capability);
  }
  /// Null for no job.
  policy::SharedRules rules() const { return session ? session->rules() : nullptr; }
  /// The rules by which values of sensitive keys are masked here; null where they are not.
  policy::SharedRules masks() const {
    return session && session->rules()->masksValues(session->profile().environment) ? session->rules()
                                                                                    : nullptr;
  }
  /// Whether the person may look at them all the same.
  bool mayReveal() const {
    return session && session->rules()->mayReveal(session->profile().environment, session->profile().role);
  }
};

/// One tab of the job pane. Tabs ask for what they need when they are shown, and not before.
class JobTab : public QWidget {
  Q_OBJECT

public:
  using QWidget::QWidget;

  /// Another job is open. `detail` was just read.
  virtual void setJob(const JobContext &context, const JobDetail &detail) = 0;
  /// The same job, read again. Must not disturb what a person is doing in the tab.
  virtual void updateJob(const JobDetail &detail) = 0;
  /// No job is open.
  virtual void clearJob() = 0;
  /// The tab has come to the front: time to load what was put off.
  virtual void activated() {}

protected:
  /// Why there is no Reveal.
  static QString mayNotReveal() { return tr("Your role may not reveal masked values."); }
};

} // namespace oxp
