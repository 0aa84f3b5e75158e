// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace oxp {

/// A word on a tint of its colour, with an icon before it: PAUSED.
class Tag : public QWidget {
  Q_OBJECT

public:
  Tag(IconId icon, const QString &word, Tint tint, QWidget *parent = nullptr);

  void setWord(const QString &word);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  IconId m_icon;
  QString m_word;
  Tint m_tint;
};

} // namespace oxp
