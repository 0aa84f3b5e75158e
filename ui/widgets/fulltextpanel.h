// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace oxp {

class FindLine;
class FullTextView;
class TextLabel;

/// The full text of something that is shown in short elsewhere: what it is and how long, `Copy`,
/// `Save to file`, finding by Ctrl+F, and Esc or the arrow to go back.
class FullTextPanel : public QWidget {
  Q_OBJECT

public:
  explicit FullTextPanel(QWidget *parent = nullptr);

  /// `fileName` is suggested by Save to file, which writes the bytes as they are.
  void setText(const QString &title, const QByteArray &utf8, const QString &fileName = {});
  FullTextView *view() const { return m_view; }
  void openFind();

signals:
  void leaveWanted();

private:
  QWidget *makeHead();
  void setupFind();
  void tellSize();
  void save();

  QByteArray m_bytes;
  QString m_fileName;
  TextLabel *m_title, *m_facts;
  FullTextView *m_view;
  QWidget *m_findBar;
  FindLine *m_find;
};

/// A page that gives its place to the full text of something on it, and takes it back where the keyboard
/// was.
class FullTextPlace : public QStackedWidget {
  Q_OBJECT

public:
  explicit FullTextPlace(QWidget *page, QWidget *parent = nullptr);

  void open(const QString &title, const QByteArray &utf8, const QString &fileName = {});
  void back();
  bool isOpen() const;
  FullTextPanel *panel() const { return m_panel; }

private:
  QWidget *m_page;
  FullTextPanel *m_panel = nullptr; ///< made when it is first wanted
};

} // namespace oxp
