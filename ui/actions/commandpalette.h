// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

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
};

/// Ctrl+K: finds any action, queue, or the job of an exact id, by typing. Return runs the first hit.
class CommandPalette : public QDialog {
  Q_OBJECT

public:
  /// `forId` makes the entry that opens a job by its id from what was typed; may be empty.
  CommandPalette(std::vector<PaletteEntry> entries, std::function<PaletteEntry(const QString &)> forId,
                 QWidget *parent);

  /// How well `text` answers `typed`: 0 = not at all; more is better. Whole words beat parts, parts beat
  /// letters in order.
  static int score(const QString &text, const QString &typed);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void setupField();
  void setupList();
  void search(const QString &typed);
  void fitHits();
  void runCurrent();
  void addRow(const PaletteEntry &entry, int number);

  std::vector<PaletteEntry> m_entries;
  std::function<PaletteEntry(const QString &)> m_forId;
  std::vector<PaletteEntry> m_shown;
  QLineEdit *m_field;
  QWidget *m_nothing = nullptr;
  QListWidget *m_list;
};

} // namespace oxp
