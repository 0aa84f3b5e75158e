// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/serverwords.h"

#include <QWidget>

class QPushButton;

namespace oxp {

/// What a server says of itself in a line of 28 px: what has no room is cut, and all of it is the tool tip
/// and the description. At the right the way to the details.
class ServerLine : public QWidget {
  Q_OBJECT

public:
  explicit ServerLine(QWidget *parent = nullptr);

  void setWords(const std::vector<ServerWord> &words);
  const std::vector<ServerWord> &words() const { return m_words; }

signals:
  void detailsWanted();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  std::vector<ServerWord> m_words;
  QPushButton *m_details;
};

} // namespace oxp
