// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QDialog;

namespace oxp {

/// What all dialogs of the program have in common, those that Qt makes among them: they open no larger than
/// the screen they are on, and F1 lists the shortcuts. GUI thread.
class DialogManners : public QObject {
  Q_OBJECT

public:
  /// `help` shows the shortcuts over a dialog.
  DialogManners(std::function<void(QDialog *over)> help, QObject *parent);

  /// Makes a dialog no larger than its screen; it is not moved.
  static void fit(QDialog &dialog);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void welcome(QDialog *dialog);

  std::function<void(QDialog *)> m_help;
};

} // namespace oxp
