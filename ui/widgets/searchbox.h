// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/searchfield.h"

#include <QWidget>

class QPushButton;

namespace oxp {

class ProgressLine;
class TextLabel;

/// The search row over the job table: field, progress of a running search, and below it what is wrong.
class SearchBox : public QWidget {
  Q_OBJECT

public:
  explicit SearchBox(QWidget *parent = nullptr);

  SearchField *field() const { return m_field; }
  QString text() const { return m_field->text(); }
  void setText(const QString &text);

  /// `start`, `length`: the wrong part in characters; `message`: the whole sentence with its column and the
  /// repair; `meanwhile`: what is shown until it is right (`Showing all jobs`).
  void setError(int start, int length, const QString &message, const QString &meanwhile);
  void clearError();
  /// `share` 0 to 1, less than 0 = not known; `text`: `62 % · 412 found`.
  void setRunning(double share, const QString &text);
  void setIdle();

signals:
  void textEdited(const QString &text);
  void submitted(const QString &text); ///< Return
  void cancelled();                    ///< the search that runs

private:
  void setupRow();
  void setupMessage();

  SearchField *m_field = nullptr;
  ProgressLine *m_bar = nullptr;
  TextLabel *m_progress = nullptr;
  QPushButton *m_cancel = nullptr;
  QWidget *m_errorLine = nullptr;
  TextLabel *m_error = nullptr;
  TextLabel *m_meanwhile = nullptr;
};

} // namespace oxp
