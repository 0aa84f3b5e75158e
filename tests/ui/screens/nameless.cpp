// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/nameless.h"

#include <QAccessible>
#include <QWidget>

namespace oxp::test {
namespace {

bool isUsed(QAccessible::Role role) {
  switch (role) {
  case QAccessible::Button:
  case QAccessible::ButtonMenu:
  case QAccessible::CheckBox:
  case QAccessible::RadioButton:
  case QAccessible::ComboBox:
  case QAccessible::SpinBox:
  case QAccessible::EditableText:
  case QAccessible::PageTab:
  case QAccessible::List:
  case QAccessible::Table:
  case QAccessible::Tree:
    return true;
  default:
    return false;
  }
}

bool holdsCells(QAccessible::Role role) {
  return role == QAccessible::List || role == QAccessible::Table || role == QAccessible::Tree;
}

void look(QAccessibleInterface *thing, const QString &place, QStringList &found) {
  if (!thing || !thing->isValid() || thing->state().invisible)
    return;
  const QString name = thing->text(QAccessible::Name);
  const QString kind = thing->object() ? QString::fromLatin1(thing->object()->metaObject()->className())
                                       : QStringLiteral("part");
  const QString here = place + u'/' + (name.isEmpty() ? kind : name);
  if (isUsed(thing->role()) && name.isEmpty())
    found << here;
  for (int i = 0; !holdsCells(thing->role()) && i < thing->childCount(); ++i)
    look(thing->child(i), here, found);
}

} // namespace

QStringList nameless(QWidget &window) {
  QStringList found;
  look(QAccessible::queryAccessibleInterface(&window), {}, found);
  return found;
}

} // namespace oxp::test
