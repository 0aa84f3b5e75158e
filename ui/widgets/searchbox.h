// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/searchfield.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace oxp {

class ProgressLine;
class TextLabel;

/// The search row over the job table: field, where it looks, saved searches, progress of a running search,
/// and below it what is wrong.
class SearchBox : public QWidget {
  Q_OBJECT

public:
  explicit SearchBox(QWidget *parent = nullptr);

  SearchField *field() const { return m_field; }
  QString text() const { return m_field->text(); }
  void setText(const QString &text);

  /// `start`, `length`: the wrong part in characters (a start of -1 marks none); `message`: the whole
  /// sentence with its column and the repair; `meanwhile`: what is shown until it is right (`Showing all
  /// jobs`).
  void setError(int start, int length, const QString &message, const QString &meanwhile);
  /// Offers to put `text` in the place of the wrong part and to submit that; until the error is another.
  void setRepair(const QString &text);
  void clearError();
  /// `share` 0 to 1, less than 0 = not known; `text`: `62 % · 412 found`.
  void setRunning(double share, const QString &text);
  void setIdle();

  /// Where it looks: `in failed`. Its button opens the menu that `make` makes then.
  void setScope(const QString &text);
  void setScopeMenu(std::function<QMenu *()> make);
  void setSavedMenu(std::function<QMenu *()> make);
  /// Less room above and below.
  void setCompact(bool compact);
  /// A way from here to something else, at the end of the row.
  void addButton(QPushButton *button);
  QSize minimumSizeHint() const override;

signals:
  /// The field got the keyboard.
  void focused();
  void textEdited(const QString &text); ///< by anybody but setText()
  void submitted(const QString &text);  ///< Return
  void cancelled();                     ///< the search that runs

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void setupRow();
  void setupMenus();
  void setupMessage();
  void repair();

  SearchField *m_field = nullptr;
  QHBoxLayout *m_row = nullptr;
  ProgressLine *m_bar = nullptr;
  TextLabel *m_progress = nullptr;
  QPushButton *m_cancel = nullptr;
  QPushButton *m_scope = nullptr, *m_saved = nullptr;
  QWidget *m_errorLine = nullptr;
  TextLabel *m_error = nullptr;
  TextLabel *m_meanwhile = nullptr;
  QPushButton *m_repair = nullptr;
  QString m_repairText;
  int m_wrongStart = -1, m_wrongLength = 0;
  bool m_ownText = false;
};

} // namespace oxp
