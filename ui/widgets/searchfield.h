// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace oxp {

enum class FieldFont { Ui, Mono };

/// A field with a magnifier before its text and a cross to empty it; may mark a part of its text as wrong.
class SearchField : public QLineEdit {
  Q_OBJECT

public:
  explicit SearchField(FieldFont font, QWidget *parent = nullptr);

  /// A wavy line below `length` characters from `start` (0-based). A start behind the end marks the place
  /// after the last character; -1 marks nothing.
  void setWave(int start, int length);
  /// What stands in the empty field: the first of these that has room, the last one in any case.
  void setHints(const QStringList &hints);

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;

private:
  void chooseHint();
  void paintWave(QPainter *painter) const;

  QStringList m_hints;
  int m_waveStart = -1, m_waveLength = 0;
};

} // namespace oxp
