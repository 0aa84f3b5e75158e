// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace oxp {

/// The menus of the window, from left to right.
enum class MenuId { File, Edit, View, Queue, Job, Tools, Help };

struct ActionFacts;
struct WindowParts;

/// One thing that a person can do, as a record, and all that is known of it. Menus, shortcuts, palette and
/// the shortcut list come from these.
struct ActionSpec {
  QByteArray id; ///< `view.refresh`; an operation's spec id for what changes Redis
  MenuId menu;
  const char *title;         ///< tr() source in `context`
  const char *shortcut = ""; ///< portable key sequence
  bool separatorBefore = false;
  bool checkable = false;
  const char *context = "Actions";
  const char *help = "";
  const char *icon = "";
  bool atHeader = false;  ///< the header of its subject offers it as a button
  int selectionPlace = 0; ///< on the bar of several selected jobs, in ascending order; 0 = it is not there
  const char *selectionTitle = ""; ///< what it is called there; "" = as elsewhere
  bool widgetKey = false; ///< the shortcut is shown; the widget that it belongs to takes it by itself

  /// What it does in a window. `on`: as a checkable one was set.
  std::function<void(WindowParts &parts, bool on)> run = {};
  /// Whether it fits now; empty = always.
  std::function<bool(const ActionFacts &facts)> enabled = {};
  /// Whether a checkable one is ticked.
  std::function<bool(const ActionFacts &facts)> checked = {};
};

/// The actions of a window, made of their records. GUI thread.
class ActionSet : public QObject {
  Q_OBJECT

public:
  explicit ActionSet(QList<ActionSpec> specs, QObject *parent = nullptr);

  /// From here on the actions do what their records say. `parts` outlives this.
  void serve(WindowParts &parts);
  /// Enables and ticks each as its record says.
  void update(const ActionFacts &facts);

  /// The action of an id; never null for an id of the tables.
  QAction *action(const QByteArray &id) const;
  /// All records in menu order.
  const QList<ActionSpec> &specs() const { return m_specs; }
  /// Those of a menu that the header of their subject offers, in menu order.
  QList<QAction *> headerActions(MenuId menu) const;
  /// Those on the bar of several selected jobs, in order, each with what it is called there.
  QList<std::pair<QAction *, QString>> selectionActions() const;
  /// The words of a record in the window's language.
  static QString title(const ActionSpec &spec);
  static QString help(const ActionSpec &spec);
  /// Fills a menu bar: one menu an id, in order, entries from the records.
  void fillMenuBar(QMenuBar *bar) const;
  /// Adds the entries of some ids to a context menu, skipping those that are off.
  void fillMenu(QMenu *menu, const QList<QByteArray> &ids) const;
  /// Makes the shortcuts work in a window.
  void attachTo(QWidget *window) const;

private:
  void add(const ActionSpec &spec);

  QList<ActionSpec> m_specs;
  QHash<QByteArray, QAction *> m_actions;
};

} // namespace oxp
