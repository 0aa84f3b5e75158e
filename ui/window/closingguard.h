// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace oxp {

class Banner;
class DataPane;
class DraftKeeper;

/// Keeps what was typed when the window closes, and asks before less is kept than was typed. Says in the
/// window as long as there is text that would be lost.
class ClosingGuard : public QObject {
  Q_OBJECT

public:
  /// `window` is closed once that has become possible. All outlive this.
  ClosingGuard(DraftKeeper &drafts, DataPane *data, Banner *banner, QWidget *window);

  /// Whether the window may close now. Else it asks, or closes it later.
  bool mayClose();

private:
  void tell();
  void ask();

  DraftKeeper &m_drafts;
  DataPane *m_data;
  Banner *m_banner;
  QWidget *m_window;
  bool m_closing = false; ///< as soon as the store has answered for what was typed
  bool m_mayLose = false; ///< the person closes although typed text is in memory only
};

} // namespace oxp
