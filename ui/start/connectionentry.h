// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connectionline.h"

#include <QWidget>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace oxp {

class ConnectionEdit;
class IconLabel;
class TextLabel;

/// The field that takes a pasted connection, with what is wrong or missing in it said below.
class ConnectionEntry : public QWidget {
  Q_OBJECT

public:
  explicit ConnectionEntry(QWidget *parent = nullptr);

  ConnectionEdit *edit() const { return m_edit; }
  const ConnectionLine &line() const;
  bool isEmpty() const;
  void setText(const QString &text);
  /// Whether `Edit as a form` is offered where something is missing: not where the form stands beside it.
  void setFormOffered(bool offered) { m_formOffered = offered; }

signals:
  void changed();
  void submitted();
  void formWanted();

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  void setupField(QVBoxLayout *column);
  void setupMessage(QVBoxLayout *column);
  void fitHeight();
  void showWords();
  void followLink();

  ConnectionEdit *m_edit;
  QWidget *m_frame = nullptr;
  QToolButton *m_eye = nullptr, *m_clear = nullptr;
  IconLabel *m_icon = nullptr;
  TextLabel *m_message = nullptr, *m_left = nullptr;
  QPushButton *m_link = nullptr;
  bool m_formOffered = true;
};

} // namespace oxp
