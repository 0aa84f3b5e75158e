// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace oxp;

namespace {

QLayout *buttons() {
  auto *grid = new QGridLayout;
  const std::pair<ButtonKind, const char *> kinds[] = {{ButtonKind::Normal, "Discard"},
                                                       {ButtonKind::Main, "Save changes"},
                                                       {ButtonKind::Flat, "Format"},
                                                       {ButtonKind::Danger, "Obliterate"}};
  int row = 0;
  for (const auto &[kind, text] : kinds) {
    for (int state = 0; state < 6; ++state) {
      auto *button = new QPushButton(QString::fromLatin1(text));
      setButtonKind(button, kind);
      button->setEnabled(state != 1);
      if (state == 2)
        button->setIcon(icon(IconId::Retry));
      if (state == 3)
        button->setDown(true);
      if (state == 4) {
        button->setCheckable(true);
        button->setChecked(true);
        button->setIcon(icon(IconId::Check, Tint::Accent));
      }
      if (state == 5)
        button->setMenu(new QMenu(button));
      grid->addWidget(button, row, state);
    }
    ++row;
  }
  for (int state = 0; state < 3; ++state) {
    auto *tool = new QToolButton;
    tool->setIcon(icon(IconId::More));
    tool->setText(u"Columns"_s);
    tool->setToolButtonStyle(state == 1 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    tool->setEnabled(state != 2);
    grid->addWidget(tool, row, state);
  }
  return grid;
}

QLayout *fields() {
  auto *form = new QFormLayout;
  auto *name = new QLineEdit(u"shop production"_s);
  auto *hint = new QLineEdit;
  hint->setPlaceholderText(u"instead of host and port: a path"_s);
  auto *wrong = new QLineEdit(u"99999"_s);
  setFieldInvalid(wrong, true);
  auto *off = new QLineEdit(u"cannot be changed"_s);
  off->setEnabled(false);
  auto *secret = new QLineEdit(u"not a real secret"_s);
  secret->setEchoMode(QLineEdit::Password);
  secret->addAction(icon(IconId::Eye), QLineEdit::TrailingPosition);
  auto *combo = new QComboBox;
  combo->addItem(icon(IconId::SquareFilled, Tint::Production), u"Production"_s);
  auto *editable = new QComboBox;
  editable->setEditable(true);
  editable->addItem(u"bull"_s);
  auto *spin = new QSpinBox;
  spin->setMaximum(65535);
  spin->setValue(6380);
  form->addRow(u"Name"_s, name);
  form->addRow(u"Socket"_s, hint);
  form->addRow(u"Port"_s, wrong);
  form->addRow(u"User"_s, off);
  form->addRow(u"Password"_s, secret);
  form->addRow(u"Environment"_s, combo);
  form->addRow(u"Prefix"_s, editable);
  form->addRow(u"Database"_s, spin);
  return form;
}

QLayout *marks() {
  auto *lines = new QVBoxLayout;
  for (int i = 0; i < 4; ++i) {
    auto *row = new QHBoxLayout;
    auto *check = new QCheckBox(u"The job is running"_s);
    check->setTristate(i == 2);
    check->setCheckState(i == 0 ? Qt::Unchecked : i == 2 ? Qt::PartiallyChecked : Qt::Checked);
    check->setEnabled(i != 3);
    auto *radio = new QRadioButton(u"Operator, reads and writes"_s);
    radio->setAutoExclusive(false);
    radio->setChecked(i % 2);
    radio->setEnabled(i != 3);
    row->addWidget(check);
    row->addWidget(radio);
    lines->addLayout(row);
  }
  for (const int value : {0, 6, 62, 100}) {
    auto *bar = new QProgressBar;
    bar->setValue(value);
    lines->addWidget(bar);
  }
  auto *unknown = new QProgressBar;
  unknown->setRange(0, 0);
  lines->addWidget(unknown);
  auto *scroll = new QScrollBar(Qt::Horizontal);
  scroll->setRange(0, 100);
  scroll->setPageStep(30);
  scroll->setValue(20);
  lines->addWidget(scroll);
  return lines;
}

QWidget *views() {
  auto *tabs = new QTabWidget;
  auto *tree = new QTreeWidget;
  tree->setHeaderLabels({u"Field"_s, u"Value"_s});
  auto *top = new QTreeWidgetItem(tree, {u"opts"_s, u"{…}"_s});
  new QTreeWidgetItem(top, {u"attempts"_s, u"3"_s});
  auto *leaf = new QTreeWidgetItem(top, {u"backoff"_s, u"exponential"_s});
  tree->expandAll();
  leaf->setSelected(true);
  tabs->addTab(tree, u"&Tree"_s);
  auto *list = new QListWidget;
  list->addItems({u"one"_s, u"two"_s});
  tabs->addTab(list, u"&List"_s);
  tabs->addTab(new QWidget, u"&Disabled"_s);
  tabs->setTabEnabled(2, false);
  return tabs;
}

QMenu *menu(QWidget *parent) {
  auto *menu = new QMenu(parent);
  menu->addAction(icon(IconId::Retry), u"&Retry"_s)->setShortcut(Qt::CTRL | Qt::Key_R);
  menu->addAction(u"&Promote"_s)->setEnabled(false);
  menu->addSeparator();
  QAction *automatic = menu->addAction(u"Job pane: automatic"_s);
  automatic->setCheckable(true);
  automatic->setChecked(true);
  menu->addMenu(u"&Columns"_s)->addAction(u"Id"_s);
  menu->addAction(icon(IconId::Trash, Tint::Err), u"Remove…"_s)->setShortcut(Qt::Key_Delete);
  menu->setActiveAction(automatic);
  return menu;
}

/// All drawings in one tint, in rows.
class IconSheet : public QWidget {
public:
  IconSheet() { setMinimumSize(900, 19 * 26 + 200); }

protected:
  void paintEvent(QPaintEvent *) override {
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.base);
    for (int tint = 0; tint <= int(Tint::Local); ++tint) {
      for (int id = 0; id < IconCount; ++id)
        drawIcon(&painter, QRect(4 + id * 22, 4 + tint * 22, 16, 16), IconId(id), t.tint(Tint(tint)));
    }
    const int below = 4 + 20 * 22 + 10;
    for (int id = 0; id < IconCount; ++id) {
      drawIcon(&painter, QRect(4 + id % 26 * 42, below + id / 26 * 42, 32, 32), IconId(id), t.text2, 32);
      drawIcon(&painter, QRect(4 + id * 22, below + 96, 12, 12), IconId(id), t.text2, 12);
    }
    drawIcon(&painter, QRect(4, below + 120, 72, 72), IconId::Bird, t.text3, 72);
    applicationIcon().paint(&painter, QRect(100, below + 120, 128, 128));
    applicationIcon().paint(&painter, QRect(240, below + 120, 32, 32));
    applicationIcon().paint(&painter, QRect(290, below + 120, 16, 16));
  }
};

} // namespace

QWidget *controlsPage() {
  auto *page = new QWidget;
  auto *grid = new QGridLayout(page);
  grid->addLayout(buttons(), 0, 0, 1, 2);
  grid->addLayout(fields(), 1, 0);
  grid->addLayout(marks(), 1, 1);
  grid->addWidget(views(), 2, 0);
  auto *box = new QGroupBox(u"Group"_s);
  auto *inside = new QVBoxLayout(box);
  inside->addWidget(new QCheckBox(QStringLiteral("inside")));
  inside->addStretch();
  grid->addWidget(box, 2, 1);
  page->resize(960, 760);
  return page;
}

QWidget *menuPage() {
  return menu(nullptr);
}

QWidget *iconsPage() {
  auto *page = new IconSheet;
  page->resize(1150, 730);
  return page;
}
