// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace oxp {

/// A field for a path or a value: fixed pitch, a text of any length, which is shortened in the middle while
/// the field has no focus; the whole is in its tool tip. May say in quiet words at its end how the text is
/// understood.
class ShortenedField : public QLineEdit {
  Q_OBJECT

public:
  explicit ShortenedField(QWidget *parent = nullptr);

  void setHint(const QString &hint);
  const QString &hint() const { return m_hint; }

protected:
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  QRect room() const;
  bool fits() const;
  void showWhole();
  void paintShortened();
  void paintHint();

  QString m_hint;
};

} // namespace oxp
