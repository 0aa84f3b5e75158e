// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace oxp {

/// Old and new value below each other, in full, with the characters that differ marked: two long numbers look
/// alike otherwise. Paints itself; long values are cut around the first difference, before they are decoded.
class ValueCompare : public QWidget {
  Q_OBJECT

public:
  explicit ValueCompare(QWidget *parent = nullptr);

  /// JSON of both; nothing stands for "not there".
  void setValues(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  struct Line {
    QString text;
    qsizetype from = 0, to = 0; ///< the characters that differ
    bool there = true;
  };
  void paintLine(QPainter &painter, const QRect &rect, const Line &line, bool isNew) const;
  static Line cut(const std::optional<QByteArray> &json, qsizetype from, qsizetype to);

  Line m_before, m_after;
};

} // namespace oxp
