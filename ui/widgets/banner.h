// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>
#include <QList>

#include <functional>
#include <optional>

class QPushButton;

namespace oxp {

class IconLabel;
class NoticeText;

/// In the order of gravity.
enum class NoticeKind { Info, Ok, Warn, Err };

struct NoticeButton {
  QString text;
  std::function<void()> action;
};

/// Something that happened, as a value.
struct Notice {
  QByteArray id; ///< names it, to take it back or to replace it
  NoticeKind kind = NoticeKind::Info;
  QString what;                ///< bold: what happened
  QString detail;              ///< plain: what did not change, what to do
  QList<NoticeButton> buttons; ///< one or two
  std::optional<IconId> icon;  ///< else the kind's own
  bool closable = true;
};

/// A 36 px line that pushes the content down and shows the gravest of what is posted; among equals the
/// newest. Where the words do not fit they wrap, and where little room is left beside the buttons those go
/// below: a notice never widens its place. Accessible as `Notice`; speaks when it appears.
class Banner : public QFrame {
  Q_OBJECT

public:
  explicit Banner(QWidget *parent = nullptr);

  /// Shows a notice, or keeps it behind a graver one. One of the same id is replaced.
  void post(const Notice &notice);
  void withdraw(const QByteArray &id);
  /// The id of the notice that shows, empty when none does.
  QByteArray shownId() const { return m_shown; }
  void clear();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

signals:
  void closed(const QByteArray &id); ///< by the person

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  void setupParts();
  struct Places;
  Places placesFor(int width) const;
  void placeParts();
  void showGravest();
  void fill(const Notice &notice);
  void fillButtons(const QList<NoticeButton> &buttons);
  void closeShown();

  QList<Notice> m_notices;
  QByteArray m_shown;
  NoticeKind m_kind = NoticeKind::Info;
  IconLabel *m_icon = nullptr;
  NoticeText *m_text = nullptr;
  QList<QPushButton *> m_buttons; ///< from left to right
  QPushButton *m_close = nullptr;
};

} // namespace oxp
