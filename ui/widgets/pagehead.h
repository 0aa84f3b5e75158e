// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace oxp {

/// The head of a page that takes the whole centre: the way back, the title, and what the page adds behind it.
class PageHead : public QWidget {
  Q_OBJECT

public:
  explicit PageHead(const QString &title, QWidget *parent = nullptr);

  QHBoxLayout *row() const { return m_row; }

signals:
  void leaveWanted();

private:
  QHBoxLayout *m_row;
};

} // namespace oxp
