// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QButtonGroup;

namespace oxp {

/// A few views of one thing in a row of parts that exclude each other; the arrow keys go along it. For
/// assistive tools a group of radio buttons.
class Segment : public QWidget {
  Q_OBJECT

public:
  explicit Segment(QWidget *parent = nullptr);

  /// The first one added is chosen. Its words are its accessible name.
  void addPart(const QString &words);
  int current() const;
  void setCurrent(int part);

signals:
  void currentChanged(int part);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QButtonGroup *m_group;
};

} // namespace oxp
