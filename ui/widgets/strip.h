// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

#include <QFrame>

class QBoxLayout;
class QPushButton;

namespace oxp {

class IconLabel;
class TextLabel;

/// A 28 px fact about what is shown below it, with at most one link. As long as it does not wrap, what does
/// not fit is cut.
class Strip : public QFrame {
  Q_OBJECT

public:
  explicit Strip(QWidget *parent = nullptr);

  /// `mono` for what a machine wrote. An empty link hides it.
  void setContent(NoticeKind kind, const QString &text, const QString &link = {}, bool mono = false);
  /// A bold beginning before the text, and a picture instead of the kind's own.
  void setHead(const QString &head, IconId icon, Tint tint);
  QString text() const;
  /// Grows with its text, which stands below the bold beginning then: for sentences that must be read.
  void setWrapping();
  /// A cross at the end.
  void setClosable(bool closable);

signals:
  void linkActivated();
  void closeWanted();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  NoticeKind m_kind = NoticeKind::Info;
  QBoxLayout *m_words = nullptr; ///< the bold beginning, and the text
  IconLabel *m_icon = nullptr;
  TextLabel *m_head = nullptr;
  TextLabel *m_text = nullptr;
  QPushButton *m_link = nullptr;
  QPushButton *m_close = nullptr;
};

} // namespace oxp
