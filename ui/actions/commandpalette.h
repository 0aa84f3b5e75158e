// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace oxp {

/// One thing that the palette can do.
struct PaletteEntry {
  QString text;   ///< what is searched and shown
  QString detail; ///< second text: the menu, or the profile of a queue
  QString shortcut;
  std::function<void()> run;
  QString otherName = {}; ///< searched too, not shown: the English name of an action
  /// Names what it leads to, as no other thing is named. What leads to the same thing stands once, where the
  /// first of it stands; empty = never the same as another.
  QByteArray leadsTo = {};
  bool recent = false;      ///< stands first while nothing is typed
  bool provisional = false; ///< a guess from what was typed; what is found replaces it
};

/// Ctrl+K: finds any action, queue, or the job of an exact id, by typing. Return runs the first hit. A part
/// of the window and no window of its own, which assistive tools would not see if it were a popup; it goes by
/// Esc, by a click beside it, and when something else takes the keyboard.
class CommandPalette : public QFrame {
  Q_OBJECT

public:
  using ForTyped = std::function<std::vector<PaletteEntry>(const QString &typed)>;

  /// `forTyped` makes the entries that what was typed is enough for, such as a job by its id; may be empty.
  CommandPalette(std::vector<PaletteEntry> entries, ForTyped forTyped, QWidget *parent);

  /// Shows it and takes the keyboard.
  void open();
  /// What has been found since this was typed; nothing happens if something else stands there by now. The row
  /// that a person has gone to stays theirs.
  void addFound(const QString &typed, std::vector<PaletteEntry> found);

  /// How well `text` answers `typed`: 0 = not at all; more is better. Whole words beat parts, parts beat
  /// letters in order.
  static int score(const QString &text, const QString &typed);

signals:
  /// Its hits show; who has to look further may do so.
  void searched(const QString &typed);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  static int score(const PaletteEntry &entry, const QString &typed);
  void setupField();
  void setupList();
  void search(const QString &text);
  std::vector<PaletteEntry> hitsFor(const QString &typed) const;
  void dropSame();
  int rowOf(const PaletteEntry &entry) const;
  void showHits(int current);
  void fitHits();
  void step(int by);
  void runCurrent();
  void leave();
  void followFocus(QWidget *before, QWidget *now);
  void addRow(const PaletteEntry &entry, int number);

  std::vector<PaletteEntry> m_entries;
  ForTyped m_forTyped;
  std::vector<PaletteEntry> m_shown;
  QLineEdit *m_field;
  QWidget *m_nothing = nullptr;
  QListWidget *m_list;
  QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace oxp
