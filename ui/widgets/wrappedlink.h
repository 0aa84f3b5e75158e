// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace oxp {

/// A sentence that leads somewhere, in one line or, where that is too narrow, in two. What does not fit in
/// two is cut at the end; its tool tip and its name for assistive tools are the whole.
class WrappedLink : public QPushButton {
  Q_OBJECT

public:
  explicit WrappedLink(QWidget *parent = nullptr);

  void setSentence(const QString &sentence);
  /// Whether the whole of it can be read at this width.
  bool fits(int width) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString shown(int width) const;
};

} // namespace oxp
