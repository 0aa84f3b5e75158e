// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcutsdialog.h"

#include "ui/actions/actionset.h"
#include "ui/theme/fonts.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

struct FixedKeys {
  const char *title;
  const char *keys;
};

constexpr int Width = 560; // px

// Keys that belong to a widget and not to an action.
constexpr FixedKeys WidgetKeys[] = {
    {QT_TRANSLATE_NOOP("ShortcutsDialog", "Open the selected job in the editor (in the table)"), "Return"},
    {QT_TRANSLATE_NOOP("ShortcutsDialog", "Back to the table (in the editor)"), "Esc"},
    {QT_TRANSLATE_NOOP("ShortcutsDialog", "Copy (in a list or the editor)"), "Ctrl+C"},
    {QT_TRANSLATE_NOOP("ShortcutsDialog", "State tab 1 to 9"), "Ctrl+1 … Ctrl+9"},
    {QT_TRANSLATE_NOOP("ShortcutsDialog", "Next or previous tab of the job"), "Ctrl+PgDown, Ctrl+PgUp"},
};

} // namespace

ShortcutsDialog::ShortcutsDialog(const ActionSet &actions, QWidget *parent)
    : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Keyboard shortcuts"));
  auto *list = new QTreeWidget;
  list->setAccessibleName(tr("Keyboard shortcuts"));
  list->setHeaderLabels({tr("Action"), tr("Keys")});
  list->setRootIsDecorated(false);
  list->setFrameShape(QFrame::StyledPanel);
  list->setMinimumWidth(Width);
  list->setUniformRowHeights(true);
  list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  list->header()->setStretchLastSection(false);
  const auto add = [list](const QString &title, const QString &keys) {
    auto *item = new QTreeWidgetItem(list, {title, keys});
    item->setFont(1, fonts::monoId());
  };
  for (const ActionSpec &spec : actions.specs()) {
    const QKeySequence keys = actions.action(spec.id)->shortcut();
    if (!keys.isEmpty())
      add(ActionSet::title(spec), keys.toString(QKeySequence::NativeText));
  }
  for (const FixedKeys &row : WidgetKeys)
    add(tr(row.title), QLatin1StringView(row.keys).isEmpty() ? QString() : QString::fromUtf8(row.keys));
  // Whole rows: none is cut at the lower edge.
  const int row = list->sizeHintForRow(0);
  const int room = screen()->availableSize().height() * 6 / 10;
  const int rows = std::clamp(room / std::max(1, row), 1, list->topLevelItemCount());
  list->setMinimumHeight(list->header()->sizeHint().height() + 4 * row + 2 * list->frameWidth());
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 12);
  layout->addWidget(list);
  layout->addWidget(buttons);
  const int around = sizeHint().height() - list->sizeHint().height();
  resize(sizeHint().width(),
         around + list->header()->sizeHint().height() + rows * row + 2 * list->frameWidth());
}

} // namespace oxp
