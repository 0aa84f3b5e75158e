// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/person.h"

#include "ui/editor/jsoneditor.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTabBar>
#include <QtTest>

namespace oxp::test {
namespace {

MainWindow *mainWindow() {
  for (QWidget *widget : QApplication::topLevelWidgets())
    if (auto *window = qobject_cast<MainWindow *>(widget))
      return window;
  return nullptr;
}

QModelIndex childOf(const QAbstractItemModel &model, const QModelIndex &parent, const QString &text) {
  for (int row = 0; row < model.rowCount(parent); ++row)
    if (const QModelIndex child = model.index(row, 0, parent); child.data().toString() == text)
      return child;
  return {};
}

/// As Qt hands it to assistive tools.
QString nameOf(const QWidget *widget) {
  const auto *button = qobject_cast<const QAbstractButton *>(widget);
  return button && widget->accessibleName().isEmpty() ? button->text().remove(u'&')
                                                      : widget->accessibleName();
}

void clickOn(QAbstractItemView *view, const QModelIndex &index) {
  view->scrollTo(index);
  QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

} // namespace

bool Person::start(const QString &url, const QString &dataFolder, const QSize &size, const QString &language,
                   const QString &theme) {
  StartOptions options;
  options.url = url;
  options.dataDir = dataFolder;
  options.newInstance = true;
  options.language = language;
  options.theme = theme;
  options.size = size;
  m_program = std::make_unique<Application>(options);
  if (!m_program->start())
    return false;
  m_window = mainWindow();
  return m_window && QTest::qWaitForWindowActive(m_window, Patience);
}

void Person::leave() {
  if (m_window) {
    m_window->close();
    // What was typed goes to the disk first; where it cannot, the window asks.
    (void)QTest::qWaitFor(
        [this] { return !m_window || !m_window->isVisible() || QApplication::activeModalWidget(); },
        Patience);
  }
  m_program.reset();
}

bool Person::waits(const char *what, const std::function<bool()> &until) const {
  if (QTest::qWaitFor(until, Patience))
    return true;
  qWarning("never came: %s; notices: %s", what, qPrintable(notices().join(QStringLiteral(" | "))));
  return false;
}

QWidget *Person::find(const QString &name, const QWidget *within, const QMetaObject &kind) const {
  const QWidget *root = within ? within : m_window.data();
  if (!root)
    return nullptr;
  for (QWidget *widget : root->findChildren<QWidget *>())
    if (widget->isVisible() && widget->metaObject()->inherits(&kind) && nameOf(widget) == name)
      return widget;
  return nullptr;
}

QWidget *Person::await(const QString &name, const QWidget *within, const QMetaObject &kind) {
  QWidget *found = nullptr;
  waits(qPrintable(name), [&] { return (found = find(name, within, kind)) != nullptr; });
  return found;
}

bool Person::loses(const QString &name) {
  return waits(qPrintable(QStringLiteral("the end of ") + name), [&] { return !sees(name); });
}

bool Person::press(const QString &name, const QWidget *within) {
  QAbstractButton *button = nullptr;
  const auto ready = [&] {
    button = static_cast<QAbstractButton *>(find(name, within, QAbstractButton::staticMetaObject));
    return button && button->isEnabled();
  };
  if (!waits(qPrintable(QStringLiteral("the button ") + name), ready))
    return false;
  QTest::mouseClick(button, Qt::LeftButton);
  return true;
}

bool Person::command(const QString &name) {
  const auto fits = [&] {
    for (const QAction *action : m_window->QWidget::actions())
      if (action->text().remove(u'&') == name && action->isEnabled())
        return true;
    return false;
  };
  if (!waits(qPrintable(QStringLiteral("the action ") + name), fits) ||
      !key(Qt::Key_K, Qt::ControlModifier) || !type(QStringLiteral("Command palette"), name))
    return false;
  QTest::keyClick(see<QLineEdit>(QStringLiteral("Command palette")), Qt::Key_Return);
  return loses(QStringLiteral("Command palette"));
}

QStringList Person::notices() const {
  QStringList texts;
  if (m_window)
    for (const QWidget *widget : m_window->findChildren<QWidget *>(QStringLiteral("Notice")))
      if (widget->isVisible())
        texts << widget->accessibleDescription();
  return texts;
}

bool Person::reads(const QString &words) {
  return waits(qPrintable(words), [&] { return notices().join(u'\n').contains(words); });
}

QModelIndex Person::row(const QStringList &path) {
  auto *tree = see<QAbstractItemView>(QStringLiteral("Queues"));
  QModelIndex found;
  const auto there = [&] {
    found = {};
    for (const QString &text : path)
      if (found = childOf(*tree->model(), found, text); !found.isValid())
        return false;
    return true;
  };
  return tree && waits(qPrintable(path.join(u'/')), there) ? found : QModelIndex();
}

bool Person::chooseRow(const QStringList &path) {
  const QModelIndex index = row(path);
  if (index.isValid())
    clickOn(see<QAbstractItemView>(QStringLiteral("Queues")), index);
  return index.isValid();
}

bool Person::chooseState(const QString &word) {
  auto *tabs = see<QTabBar>(QStringLiteral("States"));
  if (!tabs)
    return false;
  for (int i = 0; i < tabs->count(); ++i) {
    if (tabs->accessibleTabName(i) != word)
      continue;
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
    return tabs->currentIndex() == i;
  }
  return false;
}

bool Person::chooseJob(const QByteArray &jobId) {
  auto *table = see<QAbstractItemView>(QStringLiteral("Jobs"));
  QModelIndex found;
  const auto there = [&] {
    found = childOf(*table->model(), {}, QString::fromUtf8(jobId));
    return found.isValid();
  };
  if (!table || !waits(qPrintable(QStringLiteral("the row of job ") + QString::fromUtf8(jobId)), there))
    return false;
  clickOn(table, found);
  return table->currentIndex().row() == found.row();
}

bool Person::goTo(const QByteArray &jobId) {
  return key(Qt::Key_G, Qt::ControlModifier) && type(QStringLiteral("Go to job"), QString::fromUtf8(jobId)) &&
         key(Qt::Key_Return) && loses(QStringLiteral("Go to job"));
}

bool Person::openJob(const QByteArray &jobId, const QString &state) {
  if (!chooseRow({QStringLiteral("Shop"), QStringLiteral("orders")}) || !chooseState(state) ||
      !chooseJob(jobId))
    return false;
  return see(QStringLiteral("Job data")) && waits("the data", [&] { return !text().isEmpty(); });
}

JsonEditor *Person::editor() {
  return see<JsonEditor>(QStringLiteral("Job data"));
}

QByteArray Person::text() {
  JsonEditor *shown = editor();
  return shown ? shown->bytes() : QByteArray();
}

bool Person::findText(const QString &what) {
  JsonEditor *shown = editor();
  if (!shown)
    return false;
  QTest::mouseClick(shown->viewport(), Qt::LeftButton, {}, QPoint(shown->viewport()->width() - 4, 4));
  if (!key(Qt::Key_F, Qt::ControlModifier) || !type(QStringLiteral("Find"), what) || !key(Qt::Key_Return))
    return false;
  const auto found = [&] { return shown->selectedText() == what; }; // a large text is searched by a worker
  return waits(qPrintable(QStringLiteral("the text ") + what), found) && key(Qt::Key_Escape) &&
         QApplication::focusWidget() == shown;
}

bool Person::retype(const QString &what, const QString &with) {
  return findText(what) && keys(with);
}

bool Person::type(const QString &name, const QString &text, const QWidget *within) {
  auto *field = see<QLineEdit>(name, within);
  if (!field)
    return false;
  field->setFocus();
  if (!waits("the field's focus", [&] { return field->hasFocus(); }))
    return false;
  field->selectAll();
  QTest::keyClicks(field, text);
  return field->text() == text;
}

/// A window manager gives the window its focus back after a dialog; this platform has none.
QWidget *Person::focused() {
  if (!QApplication::activeWindow() && m_window) {
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window, Patience);
  }
  if (!QApplication::focusWidget())
    qWarning("nothing has the focus");
  return QApplication::focusWidget();
}

bool Person::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  QWidget *widget = focused();
  if (widget)
    QTest::keyClick(widget, key, modifiers);
  return widget;
}

bool Person::keys(const QString &text) {
  QWidget *widget = focused();
  if (widget)
    QTest::keyClicks(widget, text);
  return widget;
}

} // namespace oxp::test
