// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QLabel>

namespace oxp {

/// Plain text in one of the theme's tints; follows a switch of the scheme by itself. May shorten itself to
/// the room there is; the full text is then its tool tip. Never reads its text as HTML.
class TextLabel : public QLabel {
  Q_OBJECT

public:
  explicit TextLabel(const QString &text = {}, Tint tint = Tint::Text, QWidget *parent = nullptr);

  /// Bounds what it is given (format::bounded), as whatever is told here may hold words of a server.
  void setText(const QString &text);
  void setTint(Tint tint);
  /// Qt::ElideNone (the default) keeps the label as wide as its text.
  void setElide(Qt::TextElideMode mode);

  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void changeEvent(QEvent *event) override;

private:
  void applyTint();
  QString shown() const;

  Tint m_tint;
  Qt::TextElideMode m_elide = Qt::ElideNone;
  bool m_ownTip = false; ///< the tool tip is the full text, set by us
};

/// A picture of the theme at a fixed size.
class IconLabel : public QWidget {
  Q_OBJECT

public:
  explicit IconLabel(IconId id, Tint tint, int size = NormalIcon, QWidget *parent = nullptr);
  void setIcon(IconId id, Tint tint);

  QSize sizeHint() const override { return {m_size, m_size}; }
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  IconId m_id;
  Tint m_tint;
  int m_size;
};

} // namespace oxp
