// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/payloadpaths.h"

#include <QFrame>

class QPushButton;
class QTextBrowser;
class QToolButton;

namespace oxp {

class TextLabel;
struct FailureStory;

/// Why the job failed, at the top of the Error tab: class and message, selectable; what names a value of the
/// payload is a link to it.
class ErrorHead : public QFrame {
  Q_OBJECT

public:
  explicit ErrorHead(QWidget *parent = nullptr);

  /// Another reason; links and what was opened are of the one before.
  void setStory(const FailureStory &story);
  void setPaths(std::vector<FoundPath> paths);
  const std::vector<FoundPath> &paths() const { return m_paths; }
  void applyTheme();

signals:
  void valueWanted(const oxp::json::Pointer &pointer);
  void copyWanted();
  /// The reason is longer than a head may be.
  void fullTextWanted();

protected:
  void paintEvent(QPaintEvent *event) override;
  void changeEvent(QEvent *event) override;

private:
  void setupText();
  void setupButtons();
  void setupLayout();
  void write();
  void fit();
  void showAll();

  QString m_className, m_message;
  bool m_isWhole = true; ///< of the reason
  bool m_opened = false; ///< more than a few lines are shown
  std::vector<FoundPath> m_paths;
  QTextBrowser *m_text;
  QPushButton *m_all, *m_goTo;
  TextLabel *m_note, *m_keys;
  QToolButton *m_copy;
};

} // namespace oxp
