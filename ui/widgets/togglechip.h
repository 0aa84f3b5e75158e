// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QToolButton>

#include <optional>

namespace oxp {

/// One of a few ways to narrow a list, 24 px: its words, and how many there are of it. Its name is its words,
/// its description the count. Those of one row exclude each other by a QButtonGroup.
class ToggleChip : public QToolButton {
  Q_OBJECT

public:
  explicit ToggleChip(const QString &words, std::optional<IconId> icon = {}, Tint tint = Tint::Text2,
                      QWidget *parent = nullptr);

  void setCount(int count);
  /// Shorter words where there is little room; the name stays.
  void setShownWords(const QString &words);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString shown() const;

  QString m_words;
  std::optional<IconId> m_icon;
  Tint m_tint;
  int m_count = 0;
};

} // namespace oxp
