// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attemptsmodel.h"

#include <QTreeView>

namespace oxp {

/// The tree of a job's traces. Left and Right fold, Ctrl+C copies what is chosen, Return opens. A look at the
/// same job again moves nothing that a person looks at.
class AttemptsView : public QTreeView {
  Q_OBJECT

public:
  explicit AttemptsView(QWidget *parent = nullptr);

  const FailureStory &story() const { return m_model->story(); }
  void setStory(FailureStory story);
  /// The same job, seen again.
  void mergeStory(FailureStory story);
  void setFrames(AttemptsModel::Frames frames);
  /// Chooses the next row with this text and opens what it stands in. False: there is none.
  bool find(const QString &text, bool matchCase, bool backwards);
  QString currentText() const { return currentIndex().data().toString(); }

signals:
  /// A line or a trace is wanted that no row shows in full.
  void fullTextWanted(const QString &title, const QByteArray &text);
  void copyWanted(const QByteArray &text);
  void saveWanted(const QByteArray &text);

protected:
  void mouseReleaseEvent(QMouseEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void contextMenuEvent(QContextMenuEvent *event) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  void openAtFirst(int first, int last);
  void addButtons(const QModelIndex &attempt);
  QWidget *buttonsFor(const QModelIndex &note);
  void showFull(const QModelIndex &index);
  void use(const QModelIndex &index);

  AttemptsModel *m_model;
};

} // namespace oxp
