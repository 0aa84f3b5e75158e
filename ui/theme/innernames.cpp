// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/innernames.h"

#include <QAction>
#include <QCoreApplication>
#include <QToolButton>

#include <algorithm>
#include <iterator>

namespace oxp {
namespace {

struct InnerName {
  const char *object; ///< the name that Qt gives to the button, or to its action
  const char *words;
};

constexpr InnerName Names[] = {
    {"_q_qlineeditclearaction", QT_TRANSLATE_NOOP("InnerNames", "Clear")},
    {"qt_menubar_ext_button", QT_TRANSLATE_NOOP("InnerNames", "More menus")},
    {"qt_toolbar_ext_button", QT_TRANSLATE_NOOP("InnerNames", "More buttons")},
    {"ScrollLeftButton", QT_TRANSLATE_NOOP("InnerNames", "Earlier tabs")},
    {"ScrollRightButton", QT_TRANSLATE_NOOP("InnerNames", "Later tabs")},
};

} // namespace

void nameInnerButton(QWidget *widget) {
  auto *button = qobject_cast<QToolButton *>(widget);
  if (!button || !button->accessibleName().isEmpty() || !button->text().isEmpty())
    return;
  const QAction *action = button->defaultAction();
  const QString object =
      action && !action->objectName().isEmpty() ? action->objectName() : button->objectName();
  const auto *known = std::find_if(std::begin(Names), std::end(Names), [&object](const InnerName &name) {
    return object == QLatin1StringView(name.object);
  });
  if (known != std::end(Names))
    button->setAccessibleName(QCoreApplication::translate("InnerNames", known->words));
}

} // namespace oxp
