// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace oxp {

class IconLabel;
class NoticeText;
class TextLabel;

/// One notice as a line of 36 px or more. Where the words do not fit they wrap, and where little room is left
/// beside the buttons those go below: it never widens its place. Accessible as `Notice`, its text is its
/// description too. What passes (Notice::passes) says so after it has shown for PassingMs, and not while the
/// pointer or the keyboard is at it.
class NoticeLine : public QFrame {
  Q_OBJECT

public:
  static constexpr int PassingMs = 8'000;

  explicit NoticeLine(QWidget *parent = nullptr);

  void setNotice(const Notice &notice);
  const Notice &notice() const { return m_notice; }
  /// The button that shows the other notices, or hides them again; empty = there is none.
  void setOthers(const QString &text, const QString &accessibleName);
  /// When it happened, for a line among others.
  void showTime(bool shown);
  /// Tells assistive tools of it.
  void announce();
  /// What the Tab key stops at, from left to right; the cross is always there, shown or not.
  QList<QWidget *> stops() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

signals:
  void closeWanted();
  void passed();
  void othersWanted();

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void showEvent(QShowEvent *event) override;
  void hideEvent(QHideEvent *event) override;

private:
  struct Places;
  void setupParts();
  Places placesFor(int width) const;
  void placeParts();
  void placeAgain();
  void fillButtons();
  void followPassing();
  void endPassing();

  Notice m_notice;
  QTimer m_passing;
  IconLabel *m_icon = nullptr;
  NoticeText *m_text = nullptr;
  TextLabel *m_time = nullptr;
  QList<QPushButton *> m_buttons; ///< from left to right
  QPushButton *m_others = nullptr;
  QPushButton *m_close = nullptr;
};

} // namespace oxp
