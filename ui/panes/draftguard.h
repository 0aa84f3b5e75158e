// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace oxp {

class DraftKeeper;
class JsonEditor;

/// Sees to it that what is typed in an editor is kept: EveryMs after the first key that is not kept yet,
/// whether typing goes on or not. Of a large text, which takes its time to be copied and written, a draft is
/// begun when the last one is on the disk and three times as long as that took has gone by; so it is never
/// older than four times that. GUI thread; what costs happens on the store's.
class DraftGuard : public QObject {
  Q_OBJECT

public:
  static constexpr int EveryMs = 200;
  static constexpr qint64 LargeText = 1'000'000; ///< bytes
  /// The job and the version that the text is based on, without the text; nothing = there is none to keep.
  using Describe = std::function<std::optional<audit::Draft>()>;

  DraftGuard(JsonEditor *editor, DraftKeeper &keeper, Describe describe, QObject *parent = nullptr);

  /// The person changed the text.
  void touch();
  /// Keeps it now, whether or not another draft is being written. Cheap when nothing was typed since.
  void flush();
  /// Forgets what is not kept yet: it was saved, or given up.
  void stop();
  /// Whether something was typed that is not handed to the store yet.
  bool isBehind() const { return m_behind; }

private:
  void due();
  void noteWritten();
  int interval() const;

  JsonEditor *m_editor;
  DraftKeeper &m_keeper;
  Describe m_describe;
  QTimer m_timer;
  bool m_behind = false;
  bool m_due = false; ///< as soon as the one that is being written is
  std::optional<audit::Draft> m_writing;
  QElapsedTimer m_since;
  qint64 m_cost = 0; ///< ms that the last one took
};

} // namespace oxp
