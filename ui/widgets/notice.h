// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "ui/theme/icons.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace oxp {

/// In the order of gravity.
enum class NoticeKind { Info, Ok, Warn, Err };

struct NoticeButton {
  QString text;
  std::function<void()> action;
};

/// Whom a notice is about: a queue of a profile, or a job of it. Nobody: the place in which it stands.
struct NoticeSubject {
  QString profile; ///< its id
  QueueId queue;
  QByteArray jobId; ///< empty: the queue itself

  bool isNull() const { return profile.isEmpty(); }
  bool operator==(const NoticeSubject &) const = default;
};

/// Something that happened, as a value. `id` and `subject` together name it: what is said later of the same
/// thing about the same job or queue takes its place, so that an answer replaces its question.
struct Notice {
  QByteArray id; ///< what is spoken of, such as `outcome` of a write or `read`
  NoticeKind kind = NoticeKind::Info;
  QString what;                ///< bold: what happened
  QString detail;              ///< plain: what did not change, what to do
  QList<NoticeButton> buttons; ///< one or two
  std::optional<IconId> icon;  ///< else the kind's own
  bool closable = true;
  NoticeSubject subject = {};
  QDateTime at = {};   ///< when it happened; the moment of posting where nobody says it
  qint64 record = 0;   ///< of a write: its audit record
  bool passes = false; ///< good news about what is not shown: leaves by itself when it has been seen

  /// The same words about the same thing.
  bool sameWords(const Notice &other) const {
    return kind == other.kind && what == other.what && detail == other.detail;
  }
};

} // namespace oxp
