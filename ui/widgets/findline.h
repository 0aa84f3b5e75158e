// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace oxp {

class TextLabel;

/// The line in which a text is sought, below whatever is searched: the field, the case, both directions, what
/// became of it. Esc and its cross close it.
class FindLine : public QWidget {
  Q_OBJECT

public:
  explicit FindLine(QWidget *parent = nullptr);

  QString text() const;
  bool matchCase() const;
  /// Takes the focus, with `selected` as the text to find where it is short enough for that.
  void begin(const QString &selected);
  /// Says what became of it.
  void tell(const QString &words, bool found);
  /// How a search that found nothing, or went over an end, is told; nothing where it just found.
  static QString resultWords(bool found, bool wrapped);

signals:
  void wanted(bool backwards);
  void closed();

protected:
  void keyPressEvent(QKeyEvent *event) override;

private:
  QLineEdit *m_field;
  QToolButton *m_case;
  TextLabel *m_note;
};

} // namespace oxp
