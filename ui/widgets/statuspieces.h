// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QPushButton;

namespace oxp {

class IconLabel;
class ProgressLine;
class TextLabel;

/// A piece of the status bar: icon, word, second text. The accessible name says what it is (`Connection`,
/// `Role`), the description what it says.
class StatusPiece : public QWidget {
  Q_OBJECT

public:
  explicit StatusPiece(const QString &name, QWidget *parent = nullptr);

  void setContent(IconId icon, Tint tint, const QString &text, const QString &detail = {});

private:
  IconLabel *m_icon = nullptr;
  TextLabel *m_text = nullptr;
  TextLabel *m_detail = nullptr;
};

/// The work that is under way, at the right end of the status bar. Hidden while idle.
class ActivityPiece : public QWidget {
  Q_OBJECT

public:
  explicit ActivityPiece(QWidget *parent = nullptr);

  /// `share` 0 to 1, less than 0 = not known; `detail`: `2,310/s · 8 s left`.
  void setRunning(const QString &text, double share, const QString &detail, bool cancellable);
  void setIdle();

signals:
  void cancelled();
  void clicked(); ///< anywhere else: show the activity list

protected:
  void mouseReleaseEvent(QMouseEvent *event) override;

private:
  TextLabel *m_text = nullptr;
  ProgressLine *m_bar = nullptr;
  TextLabel *m_detail = nullptr;
  QPushButton *m_cancel = nullptr;
};

} // namespace oxp
