// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace oxp {

/// The menus of the window, from left to right.
enum class MenuId { File, Edit, View, Queue, Job, Tools, Help };

/// One thing that a person can do, as a record. Menus, shortcuts, palette and the shortcut list come from
/// these.
struct ActionSpec {
  QByteArray id; ///< `view.refresh`; an operation's spec id for what changes Redis
  MenuId menu;
  const char *title;    ///< tr() source in `context`
  const char *shortcut; ///< portable key sequence, or ""
  bool separatorBefore = false;
  bool checkable = false;
  const char *context = "Actions";
  const char *help = "";
  const char *icon = "";
  bool atHeader = false;  ///< the header of its subject offers it as a button
  bool widgetKey = false; ///< the shortcut is shown; the widget that it belongs to takes it by itself
};

/// All actions: the window's own and one for each operation of the catalogue. GUI thread.
class ActionSet : public QObject {
  Q_OBJECT

public:
  explicit ActionSet(QObject *parent = nullptr);

  /// The action of an id; never null for an id of the tables.
  QAction *action(const QByteArray &id) const;
  /// All records in menu order.
  const QList<ActionSpec> &specs() const { return m_specs; }
  /// Those of a menu that the header of their subject offers, in menu order.
  QList<QAction *> headerActions(MenuId menu) const;
  /// The words of a record in the window's language.
  static QString title(const ActionSpec &spec);
  static QString help(const ActionSpec &spec);
  /// Fills a menu bar: one menu an id, in order, entries from the records.
  void fillMenuBar(QMenuBar *bar) const;
  /// Adds the entries of some ids to a context menu, skipping those that are off.
  void fillMenu(QMenu *menu, const QList<QByteArray> &ids) const;
  /// Makes the shortcuts work in a window.
  void attachTo(QWidget *window) const;

signals:
  void triggered(const QByteArray &id, bool checked);

private:
  void add(const ActionSpec &spec);

  QList<ActionSpec> m_specs;
  QHash<QByteArray, QAction *> m_actions;
};

} // namespace oxp
