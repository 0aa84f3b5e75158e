// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

#include <functional>

namespace oxp {

class Banner;
class QueuePage;

/// Puts a notice where its subject is shown: in the pane of the open job, on the page of the open queue, else
/// over everything. Where something else is shown it names its subject first, and offers to show it. GUI
/// thread.
class NoticeDesk {
public:
  using Show = std::function<void(const NoticeSubject &)>;
  /// `profileName` gives a profile's name by its id; `show` opens a job or a queue. All outlive this.
  NoticeDesk(Banner *window, QueuePage *page, std::function<QString(const QString &)> profileName, Show show);

  /// One of the same id and subject is taken back, wherever it stands.
  void post(Notice notice);
  /// The answer of a write whose outcome was not known. It takes its question's place; where a newer write to
  /// the same job has been told of meanwhile, it stands beside that.
  void answer(Notice notice);
  void withdraw(const QByteArray &id, const NoticeSubject &subject);

private:
  Banner *placeFor(const NoticeSubject &subject) const;
  bool isOpenJob(const NoticeSubject &subject) const;
  bool isOpenQueue(const NoticeSubject &subject) const;
  void name(Notice &notice) const;
  QString queueWords(const NoticeSubject &subject) const;
  QList<Banner *> places() const;

  Banner *m_window;
  QueuePage *m_page;
  std::function<QString(const QString &)> m_profileName;
  Show m_show;
};

} // namespace oxp
