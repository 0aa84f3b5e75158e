// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "base/result.h"
#include "bull/job.h"

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <vector>

namespace oxp {

/// A stretch of a state's jobs in the state's own order, or in the reverse of it.
struct JobPage {
  qint64 total = 0;  ///< jobs in the state when the page was read
  qint64 offset = 0; ///< of rows[0]
  std::vector<JobRow> rows;
  /// Tells this page's jobs and their order from others; empty where the rows change without that.
  QByteArray mark = {};
  bool unchanged = false;       ///< the mark is the one that was known; then there are no rows
  RefusedCommands refused = {}; ///< kept back while the rows were read: what they bring is not in them
  bool operator==(const JobPage &) const = default;
};

/// What is asked of a PageSource.
struct PageWish {
  qint64 offset = 0;
  int count = 0;
  JobFields fields = 0;
  bool reversed = false;
  QByteArray known = {}; ///< mark of this page as it was read last: then only what is new is read
};

/// Where JobTableModel gets its rows from. GUI thread; answers come later, never from inside fetch().
class PageSource {
public:
  using Handler = std::function<void(Result<JobPage>)>;
  virtual ~PageSource() = default;
  /// Asks for `count` jobs from `offset`. The handler is called once on the GUI thread, or never when
  /// `context` has died first.
  virtual void fetch(const PageWish &wish, QObject *context, Handler handler) = 0;
  /// Which job stands there, for sources that know it without asking; else empty.
  virtual QByteArray idAt(qint64 /*position*/, bool /*reversed*/) const { return {}; }

protected:
  /// Ends a request whose profile was closed, later as all others do.
  static void refuseClosed(QObject *context, Handler handler) {
    const auto refuse = [handler = std::move(handler)] {
      handler(fail(ErrorKind::Disconnected, QStringLiteral("the profile was closed")));
    };
    QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
  }
};

} // namespace oxp
